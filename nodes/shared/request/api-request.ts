import type { INodeProperties } from 'n8n-workflow';

import type { ClientRequest, NameAndValue } from '../../../connector/client';
import type { Page } from '../../../connector/rows';
import type { ListOperation } from '../operations/operation';
import type { Run } from '../operations/run';
import { choiceField } from '../parameters/choice-field';
import { anyBodyFields, readAnyBody, type Body } from './any-body';
import { readBody, readPath, readQuery, type PathForm } from './read-request';

type Method = ClientRequest['method'];

/** A request as the user wrote it. */
export interface WrittenRequest {
	readonly method: Method;
	readonly path: string;
	readonly query: readonly NameAndValue[];
	/** Only of methods that have a body, and then one of the kinds that the platform takes. */
	readonly json?: unknown;
	readonly multipart?: Body['multipart'];
	readonly content?: Body['content'];
}

interface ApiRequest<Api> {
	readonly path: PathForm;
	readonly queryExample: string;
	/** The platform takes forms, files and texts, too. */
	readonly takesAnyBody?: true;
	/** Beside GET, with what they are for. */
	readonly methods: readonly { readonly value: Exclude<Method, 'GET'>; readonly description?: string }[];
	/** Parameters of the query that the node sets itself. */
	readonly ownQuery?: readonly string[];
	/** Whether it changes nothing although it is no GET. */
	readonly reads?: (path: string) => boolean;
	/** The rows of its answer, with those of all pages behind it; one for an answer that is no list. */
	readonly pages: (run: Run<Api>, request: WrittenRequest) => AsyncGenerator<Page>;
}

/** API Request: whatever the platform documents, with this package's paging, budget and errors. */
export function apiRequest<Api>({
	path,
	queryExample,
	takesAnyBody,
	methods,
	ownQuery = [],
	reads = () => false,
	pages,
}: ApiRequest<Api>): ListOperation<Api> {
	const method = choiceField<Method>({
		displayName: 'Method',
		name: 'method',
		type: 'options',
		options: [
			{ name: 'GET', value: 'GET' as const },
			...methods.map((one) => ({ name: one.value, ...one })),
		].sort((one, other) => one.name.localeCompare(other.name)),
		default: 'GET',
		description: 'What to do',
	});
	const withBody = methods.map(({ value }) => value).filter((value) => value !== 'DELETE');
	const body: INodeProperties = {
		displayName: 'Body (JSON)',
		name: 'body',
		type: 'json',
		// n8n marks an empty one as an error.
		default: '{}',
		displayOptions: { show: { method: withBody } },
		description: 'What to send with it, an object or a list; left empty, nothing is sent',
	};
	return {
		name: 'Send',
		value: 'send',
		description: 'Send any documented request: the rows of a list with all its pages, else one item',
		action: 'Send an API request',
		gives: 'list',
		writes: (text) => text('method') !== 'GET' && !reads(text('path').trim()),
		fields: [
			method.field,
			{
				displayName: 'Path',
				name: 'path',
				type: 'string',
				required: true,
				default: '',
				placeholder: `e.g. ${path.example}`,
				description: `As the documentation has it, beginning with ${path.begins}`,
			},
			{
				displayName: 'Query (JSON)',
				name: 'query',
				type: 'json',
				default: '{}',
				placeholder: queryExample,
				description: 'Parameters behind the path; lists are joined by commas',
			},
			...(takesAnyBody === true ? anyBodyFields(body) : [body]),
		],
		async *rows(run) {
			const { parameters } = run;
			const asked = method.read(parameters);
			const readSent = async () =>
				takesAnyBody === true ? readAnyBody(run) : { json: readBody(parameters) };
			yield* pages(run, {
				method: asked,
				path: readPath(parameters, path),
				query: readQuery(parameters, ownQuery),
				...((withBody as readonly Method[]).includes(asked) ? await readSent() : {}),
			});
		},
	};
}
