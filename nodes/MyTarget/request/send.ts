import type { ListOperation } from '../../shared/operations/operation';
import type { MyTargetApi } from '../api';
import { firstQuery, listIn, pagesOf, singleRow } from './answer-pages';
import { method as methodField, readBody, readPath, readQuery } from './read-request';

export const send: ListOperation<MyTargetApi> = {
	name: 'Send',
	value: 'send',
	description: 'Send any documented request; lists come with all their pages',
	action: 'Send an API request',
	gives: 'list',
	writes: (parameter) => parameter('method') !== 'GET',
	fields: [
		methodField.field,
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
		const method = methodField.read(parameters);
		const path = readPath(parameters);
		const asked = readQuery(parameters);
		const query = method === 'GET' ? firstQuery(path, asked) : asked;
		const json = method === 'POST' ? readBody(parameters) : undefined;
		const request = { method, path, query: query.length === 0 ? undefined : query, json };
		const answer = await api.send(request);
		const list = listIn(answer);
		if (list === undefined) {
			yield [singleRow(answer)];
			return;
		}
		if (method === 'GET') yield* pagesOf(run, path, query, list);
		else yield list.rows;
	},
};
