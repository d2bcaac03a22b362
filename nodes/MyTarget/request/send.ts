import type { ListOperation } from '../../shared/operations/operation';
import { ParameterError } from '../../shared/parameters/parameter-error';
import type { Parameters } from '../../shared/parameters/parameters';
import type { MyTargetApi } from '../api';
import { parseJson } from '../object/body';
import { listIn, singleRow } from './answer-rows';
import { firstQuery, pagesOf } from './list-rest';
import { readPath, templateOf } from './path';
import { readQuery } from './query';

const METHODS = ['GET', 'POST', 'DELETE'] as const;

export const send: ListOperation<MyTargetApi> = {
	name: 'Send',
	value: 'send',
	description: 'Send any documented request; lists come with all their pages',
	action: 'Send an API request',
	gives: 'list',
	writes: (parameter) => parameter('method') !== 'GET',
	fields: [
		{
			displayName: 'Method',
			name: 'method',
			type: 'options',
			options: [
				{ name: 'DELETE', value: 'DELETE' },
				{ name: 'GET', value: 'GET' },
				{ name: 'POST', value: 'POST', description: 'To create and to change' },
			],
			default: 'GET',
			description: 'What to do',
		},
		{
			displayName: 'Path',
			name: 'path',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. /api/v2/remarketing/counters.json',
			description: 'As the documentation has it, beginning with /api/',
		},
		{
			displayName: 'Query (JSON)',
			name: 'query',
			type: 'json',
			default: '{}',
			placeholder: '{ "_status__in": ["active", "blocked"], "fields": "id,name" }',
			description: 'Parameters behind the path; lists are joined by commas',
		},
		{
			displayName: 'Body (JSON)',
			name: 'body',
			type: 'json',
			default: '',
			displayOptions: { show: { method: ['POST'] } },
			description: 'What to send with it, an object or a list',
		},
	],
	async *rows(run) {
		const { api, parameters } = run;
		const method = parameters.choice('method', METHODS);
		const path = readPath(parameters);
		const asked = readQuery(parameters);
		const query = method === 'GET' ? firstQuery(path, asked) : asked;
		const json = method === 'POST' ? readJsonBody(parameters) : undefined;
		const request = { method, path, query: query.length === 0 ? undefined : query, json };
		const answer = await api.send(request, templateOf(path));
		const list = listIn(answer);
		if (list === undefined) {
			yield [singleRow(answer)];
			return;
		}
		if (method === 'GET') yield* pagesOf(run, path, query, list);
		else yield list.rows;
	},
};

function readJsonBody(parameters: Parameters): object | undefined {
	const name = parameters.displayName('body');
	const body = parseJson(parameters.value('body'), name);
	if (body === undefined || (typeof body === 'object' && body !== null)) return body;
	throw new ParameterError(name, `${name} is neither a JSON object nor a list.`);
}
