import { inARow, startEngine, type WorkflowJson } from '../../engine';
import { nodesToCompareWith } from './base-package';
import type { Outcome, RowsTask, Work } from './task';

const VERSION = 4.5;

/** n8n's HTTP Request node with its own pagination, as a user sets it up for `raw_reports`. */
function workflow({ contender, url, rows, pageSize }: RowsTask): WorkflowJson {
	const request = {
		name: 'HTTP Request',
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: VERSION,
		parameters: {
			method: 'POST',
			url: `${url}/v1/reports/raw_reports?project_id=${rows}`,
			authentication: 'none',
			sendHeaders: true,
			headerParameters: { parameters: [{ name: 'Authorization', value: 'Bearer bench' }] },
			sendBody: true,
			specifyBody: 'json',
			jsonBody: JSON.stringify({ Offset: 0, Limit: pageSize }),
			options: {
				pagination: {
					pagination: {
						paginationMode: 'updateAParameterInEachRequest',
						parameters: {
							parameters: [{ type: 'body', name: 'Offset', value: `={{ $pageCount * ${pageSize} }}` }],
						},
						paginationCompleteWhen: 'other',
						completeExpression: '={{ $response.body.has_more === false }}',
						limitPagesFetched: false,
						requestInterval: 0,
					},
				},
			},
		},
	};
	const split = {
		name: 'Split Out',
		type: 'n8n-nodes-base.splitOut',
		parameters: { fieldToSplitOut: 'data', options: {} },
	};
	const splits = contender === 'http-request-split';
	return {
		nodes: splits ? [request, split] : [request],
		connections: splits ? inARow('HTTP Request', 'Split Out') : {},
	};
}

export async function httpRequestNode(task: RowsTask): Promise<Work> {
	const engine = await startEngine({ otherNodes: nodesToCompareWith() });
	const run = async (asked: RowsTask): Promise<() => Outcome> => {
		const done = await engine.run(workflow(asked), { mode: 'trigger' });
		if (done.error !== undefined) throw new Error(`The HTTP Request node failed: ${done.error.message}`);
		if (asked.contender === 'http-request-split') return () => ({ rows: done.items('Split Out').length });
		return () => {
			const pages = done.items('HTTP Request').map(({ json }) => (json.data as unknown[]).length);
			return { rows: pages.reduce((sum, count) => sum + count, 0) };
		};
	};
	await run({ ...task, rows: 20, pageSize: 10 });
	return () => run(task);
}
