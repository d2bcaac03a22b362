import { expect, it } from '@jest/globals';

import { readExamples, tableExamples } from '../demo/example';
import { ofFile } from '../support/of-file';
import { runManually } from './server/execution';
import { startHost } from './support/host';
import { afterStart } from './support/workflow';

const host = ofFile(async () => startHost({ sandbox: { myTarget: { adPlans: 12 } } }));
const example = readExamples(tableExamples).find(
	({ name }) => name === 'VK Ads: daily spend to a data table',
);

it('daily spend is in the table of n8n once, however often it is loaded', async () => {
	const { id, nodes } = example!;
	const load = async () => (await runManually(host.rest, id, nodes[0]!.name)).assertSuccess();
	const loaded = (await load()).json('Columns of the table');
	expect(loaded.length).toBeGreaterThan(12);
	await load();

	const read = {
		name: 'Read',
		type: 'n8n-nodes-base.dataTable',
		typeVersion: 1,
		parameters: {
			resource: 'row',
			operation: 'get',
			dataTableId: { __rl: true, mode: 'name', value: 'VK Ads daily spend' },
			matchType: 'anyCondition',
			filters: {},
			returnAll: true,
		},
	};
	const rows = (await host.run(afterStart([read]))).assertSuccess().json('Read');
	const stored = rows.map(({ id: _id, createdAt: _created, updatedAt: _updated, ...row }) => row);
	const byKey = (a: object, b: object) => JSON.stringify(a).localeCompare(JSON.stringify(b));
	const inOrder = (items: object[]) =>
		items.map((item) => Object.fromEntries(Object.entries(item).sort())).sort(byKey);
	expect(inOrder(stored)).toEqual(inOrder(loaded));
	expect(loaded[0]).toEqual({
		row_key: expect.stringMatching(/^\d+\|\d{4}-\d{2}-\d{2}$/),
		date: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
		campaign_id: expect.stringMatching(/^\d+$/),
		campaign: expect.any(String),
		spend: expect.any(Number),
		impressions: expect.any(Number),
		clicks: expect.any(Number),
	});
});
