import { expect, it } from '@jest/globals';

import { targetAds } from '../../platforms/targetads';
import { n8nDatabase } from './settings';
import type { QueueStack } from './stack';
import { behindWebhook, executionsOf, runInQueue } from './webhook-workflow';

const question = {
	dateFrom: '2026-01-10',
	dateTo: '2026-01-11',
	fields: ['InteractionTime', 'InteractionType', 'InteractionUrlPath'],
	interactionTypes: ['Click', 'PageView'],
};
const rowsPerFile = 200;

export const filesWorkflow = behindWebhook('files-in-queue', targetAds, {
	resource: 'report',
	operation: 'getRaw',
	campaignScope: 'all',
	dateRange: 'custom',
	...question,
	output: 'file',
	fileFormat: 'ndjson',
	options: { rowsPerFile },
});

/** Files that a worker wrote have to be readable from the other processes. */
export function filesAreShared(stack: () => QueueStack): void {
	it('every row is in one of the files of Rows per File each, which n8n 2 keeps in its database by default', async () => {
		const { main, postgres, sandbox, version } = stack();
		const ids = await runInQueue(stack(), filesWorkflow.id, 1);
		const [execution] = await executionsOf(stack(), ids);
		const files = execution!.items('Node').map(({ binary }) => binary!.data!);
		const contents = await Promise.all(
			files.map(async ({ id, data }) => {
				if (id === undefined) return Buffer.from(data, 'base64').toString();
				const path = `/rest/binary-data?id=${encodeURIComponent(id)}&action=download`;
				return await (await main.rest.raw('GET', path)).text();
			}),
		);
		const truth = [...sandbox.targetAds.rawRows(question)].map((row) => JSON.stringify(row));
		expect(contents.join('').trimEnd().split('\n')).toEqual(truth);
		expect(files).toHaveLength(Math.ceil(truth.length / rowsPerFile));
		expect(files.length).toBeGreaterThan(2);
		// n8n 1 keeps files within the data of the execution, whatever its mode is.
		if (version.startsWith('1.')) {
			expect(files.filter(({ id }) => id !== undefined)).toEqual([]);
			return;
		}
		const stored = await postgres.query(
			n8nDatabase,
			`select "fileId", length(data) from binary_data where "sourceId" = '${ids[0]!}'`,
		);
		expect(stored.sort()).toEqual(
			files
				.map(({ id }, part) => `${id!.replace('database:', '')}|${Buffer.byteLength(contents[part]!)}`)
				.sort(),
		);
		console.log(`n8n ${version}: ${truth.length} rows in ${stored.length} files of its database`);
	});
}
