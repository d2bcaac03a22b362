import { describe, expect, it } from '@jest/globals';
import type { INodeExecutionData } from 'n8n-workflow';

import { readExamples } from '../../demo/example';
import { credentialsById, credentialsByType } from '../../platforms/credentials';
import { Harness } from './harness';

const harness = Harness.ofFile({ targetAds: { placements: 30, rowsPerCell: 1, jobPolls: 0 } });

async function run(name: string) {
	const workflow = readExamples().find((example) => example.name === `TargetADS: ${name}`)!;
	const done = await harness.runWorkflow(workflow, {
		credentials: credentialsByType(harness.sandbox),
		credentialsById: credentialsById(harness.sandbox),
		mode: 'trigger',
	});
	expect(done.error).toBeUndefined();
	return done;
}

describe('the example workflows', () => {
	it('aggregated report: one CSV file with the columns that were chosen', async () => {
		const done = await run('aggregated report to CSV');
		const [file] = done.items('Get aggregated data');
		const [header, ...lines] = (await done.binary(file!)).toString().trimEnd().split('\r\n');
		expect(header).toBe(
			'\uFEFFEventDate;MediaCampaign;MediaSource;Impressions;Clicks;Reach;TargetEventCount',
		);
		expect(lines.length).toBeGreaterThan(100);
	});

	it('raw data: names of campaigns, all rows', async () => {
		const rows = (await run('raw data of yesterday')).json('Get raw data');
		expect(Object.keys(rows[0]!).slice(-3)).toEqual(['campaignName', 'campaignSource', 'marketingCampaign']);
		expect(rows.length).toBeGreaterThan(20);
		// On some days something happened without a placement, which is 0.
		const named = rows.filter(({ InteractionPlacementId: id }) => Number(id) > 0);
		expect(named.length).toBeGreaterThan(0);
		for (const { campaignName } of named) expect(typeof campaignName).toBe('string');
	});

	it('sales as events: nothing as it comes; switched on, each row once and refusals in a branch of their own', async () => {
		const workflow = readExamples().find(({ name }) => name === 'TargetADS: sales of a CRM as events')!;
		const sale = (uid: string, amount: unknown) => ({
			json: { uid, order_id: `order of ${uid}`, amount, paid_at: '2026-02-01T10:00:00+03:00' },
		});
		const options = {
			credentialsById: credentialsById(harness.sandbox),
			input: [sale('a', 100), sale('b', 'a lot'), sale('c', 300.5)] as INodeExecutionData[],
		};
		expect((await harness.runWorkflow(workflow, options)).error).toBeUndefined();
		expect(harness.sandbox.requests).toEqual([]);

		const nodes = workflow.nodes.map((node) => ({ ...node, disabled: false }));
		const done = await harness.runWorkflow({ ...workflow, nodes }, options);
		expect(done.error).toBeUndefined();
		expect(done.json('Taken').map(({ uid }) => uid)).toEqual(['a', 'c']);
		expect(done.json('Not taken')).toMatchObject([
			{ uid: 'b', order_id: 'order of b', error: { message: 'Event Value is "a lot", which is no number.' } },
		]);
		expect(harness.sandbox.targetAds.takenEvents).toMatchObject([
			{ uid: 'a', event_value: 100, ecommerce: { id: 'order of a', amount: 100, currency: 'RUB' } },
			{ uid: 'c', event_value: 300.5 },
		]);
	});
});
