import { AnswerFile, fileRow, readingFiles } from '../../shared/request/answer-file';
import { apiRequest } from '../../shared/request/api-request';
import { singleRow } from '../../shared/request/answer-rows';
import type { MyTargetApi } from '../api';
import { countedList, firstQuery, pagesOf } from './answer-pages';

export const send = apiRequest<MyTargetApi>({
	path: { begins: '/api/', example: '/api/v2/remarketing/counters.json' },
	queryExample: '{ "_status__in": ["active", "blocked"], "fields": "id,name" }',
	methods: [
		{ value: 'DELETE' },
		{ value: 'POST', description: 'To create and to change' },
		{ value: 'PUT', description: 'To change, where the documentation has it' },
	],
	takesAnyBody: true,
	async *pages(run, { method, path, query: asked, ...sent }) {
		const query = method === 'GET' ? firstQuery(path, asked) : asked;
		const answer = await run.api.send({
			...{ method, path, ...sent, ...readingFiles(run, path) },
			query: query.length === 0 ? undefined : query,
		});
		if (answer instanceof AnswerFile) {
			yield [fileRow(run, answer)];
			return;
		}
		const list = countedList(answer);
		if (list === undefined) yield [singleRow(answer)];
		else if (method === 'GET') yield* pagesOf(run, path, query, list);
		else yield list.rows;
	},
});
