import { describe, expect, it } from '@jest/globals';

import { Harness, NODE, TYPE } from './harness';

const DAYS = { dateFrom: '2026-01-01', dateTo: '2026-01-10' };
const REPORT = { resource: 'report', operation: 'get', returnAll: true, dateRange: 'custom', ...DAYS };

describe('Example Ads, Report', () => {
	const harness = Harness.ofFile();
	const truth = (ids?: string[], { dateFrom, dateTo } = DAYS) =>
		harness.sandbox.exampleAds.statistics(dateFrom, dateTo, ids);
	const ids = () => harness.sandbox.exampleAds.campaigns.slice(0, 30).map(({ id }) => String(id));

	it('Get gives every row of all campaigns, in parts of some days and their pages', async () => {
		const rows = await harness.rows({ ...REPORT, options: { daysPerRequest: 4 } });
		expect(rows).toEqual(truth());
		const asked = harness.sandbox.requests.map(({ query }) => `${query.date_from!} ${query.offset!}`);
		expect(asked.sort()).toEqual([
			...['2026-01-01 0', '2026-01-01 500', '2026-01-05 0', '2026-01-05 500'],
			'2026-01-09 0',
		]);
	});

	it('Get asks for 20 of the chosen campaigns at a time', async () => {
		const run = await harness.run({ ...REPORT, campaignScope: 'byId', campaignIdList: ids().join(', ') });
		const [first, second] = [ids().slice(0, 20), ids().slice(20)];
		expect(run.json(NODE)).toEqual([...truth(first), ...truth(second)]);
		expect(harness.sandbox.requests.map(({ query }) => query.campaigns)).toEqual([
			first.join(','),
			second.join(','),
		]);
	});

	it('a part that fails goes to Failed Slices, and comes when it is loaded again', async () => {
		const body = '{"error":{"message":"not today"}}';
		harness.sandbox.faults.add({
			path: '/statistics',
			times: 1,
			fault: { kind: 'status', status: 400, body },
		});
		const options = { daysPerRequest: 5, maxConcurrency: 1, onSliceFailure: 'continue' };
		const run = await harness.run({ ...REPORT, options });
		const [first, second] = [
			{ dateFrom: '2026-01-01', dateTo: '2026-01-05' },
			{ dateFrom: '2026-01-06', dateTo: '2026-01-10' },
		] as const;
		expect(run.json(NODE)).toEqual(truth(undefined, second));
		expect(run.json(NODE, 1)).toMatchObject([
			{
				resource: 'report',
				operation: 'get',
				campaignScope: 'all',
				...first,
				error: { kind: 'request-invalid', status: 400 },
			},
		]);
		expect(await harness.rows({ ...REPORT, ...first })).toEqual(truth(undefined, first));
	});

	it('Plan Slices names them and asks for nothing', async () => {
		const plan = { ...REPORT, operation: 'planSlices', options: { daysPerRequest: 6 } };
		const slice = { resource: 'report', operation: 'get', campaignScope: 'all', count: 2 };
		expect(await harness.rows(plan)).toEqual([
			{ ...slice, index: 0, dateFrom: '2026-01-01', dateTo: '2026-01-06' },
			{ ...slice, index: 1, dateFrom: '2026-01-07', dateTo: '2026-01-10' },
		]);
		expect(harness.sandbox.requests).toEqual([]);
	});

	it('the list of campaigns in the editor has all of them', async () => {
		const credentials = { [TYPE]: harness.credential };
		const options = await harness.engine.loadOptions('exampleAds', 'getCampaigns', { credentials });
		expect(options).toHaveLength(harness.sandbox.exampleAds.campaigns.length);
	});
});
