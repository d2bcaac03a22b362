import { describe, expect, it } from '@jest/globals';

import { failing, Harness, idsOf, NODE, sorted, runOnFakeClock } from './harness';

const PATH = {
	resource: 'report',
	operation: 'getPathToConversion',
	pathFields: [
		'PathDeviceID',
		'PathPosition',
		'PathLength',
		'InteractionTime',
		'InteractionType',
		'TargetEventName',
	],
	dateRange: 'custom',
	dateFrom: '2026-01-01',
	dateTo: '2026-01-31',
	returnAll: true,
};

const harness = Harness.ofFile({
	now: () => Date.parse('2026-03-02T09:00:00Z'),
	targetAds: { placements: 60, rowsPerCell: 1 },
});

const truth = (question: object = {}) =>
	sorted(harness.sandbox.targetAds.pathRows({ ...PATH, fields: PATH.pathFields, ...question }));

describe('Report: Get Path to Conversion', () => {
	it('loads every path once, cut by the days of the target events', async () => {
		const rows = await harness.rows(PATH);
		expect(sorted(rows)).toEqual(truth());
		expect(rows.length).toBeGreaterThan(100);
		expect(harness.reportRequests).toHaveLength(5);
		expect(harness.reportRequests[0]).toMatchObject({ path: '/v1/reports/path_to_conversion' });
		expect(harness.reportRequests[0]!.body).toEqual({
			ResponseType: 'JSON',
			Fields: PATH.pathFields,
			TargetFilter: { DateFrom: '2026-01-01', DateTo: '2026-01-07' },
			Offset: 0,
			Limit: 10_000,
		});
	});

	it('T11: bounds the path by its own dates, and passes both event filters on as they are given', async () => {
		const rows = await harness.rows({
			...PATH,
			eventTypes: ['Purchase'],
			eventNames: ['Purchase'],
			options: { interactionDateFrom: '2025-12-25', interactionDateTo: '2026-01-20' },
		});
		expect(sorted(rows)).toEqual(
			truth({
				eventTypes: ['Purchase'],
				eventNames: ['Purchase'],
				interactionDateFrom: '2025-12-25',
				interactionDateTo: '2026-01-20',
			}),
		);
		expect(harness.reportRequests[0]!.body).toMatchObject({
			InteractionFilter: { DateFrom: '2025-12-25', DateTo: '2026-01-20' },
			TargetFilter: { EventType: ['Purchase'], EventName: ['Purchase'] },
		});
	});

	it('S14: tells event names that the project does not have, and never sends an empty list for them', async () => {
		const run = await harness.run({ ...PATH, eventNames: ['Purchase', 'Nothing'] });
		expect(run.hints(NODE).join(' ')).toContain('no target event with the name Nothing');
		expect(harness.reportRequests[0]!.body).toMatchObject({
			TargetFilter: { EventName: ['Purchase', 'Nothing'] },
		});
	});

	it('comes as jobs, one per 3 days', async () => {
		const { items } = await runOnFakeClock(harness.sandbox, { ...PATH, delivery: 'job' });
		expect(items).toHaveLength(truth().length);
		expect(harness.reportRequests).toHaveLength(11);
		expect(harness.reportRequests[0]).toMatchObject({ path: '/v2/reports/path_to_conversion' });
	});

	it.each(['accessible', 'byId'])(
		'has the interactions of campaigns, in batches: %s',
		async (campaignScope) => {
			const ids = harness.sandbox.targetAds.accessibleIds;
			const chosen = campaignScope === 'byId' ? ids.slice(0, 25) : ids;
			const parameters = { campaignScope, campaignIdList: chosen.join(), options: { daysPerRequest: 31 } };
			const rows = await harness.rows({ ...PATH, ...parameters });
			expect(sorted(rows)).toEqual(truth({ placementIds: chosen }));
			expect(harness.reportRequests.map((request) => idsOf(request)!.length)).toEqual(
				campaignScope === 'byId' ? [10, 10, 5] : [10, 10, 10, 10, 10, 10],
			);
		},
	);

	it('T22: leaves no campaigns chosen for a mistake', async () => {
		const run = await harness.run({ ...PATH, campaignScope: 'selected' });
		expect(run.error).toMatchObject(failing('request-invalid', /^Campaigns is From List, but/));
		expect(harness.sandbox.requests).toEqual([]);
	});

	it('has the interactions of some types', async () => {
		const rows = await harness.rows({ ...PATH, pathInteractionTypes: ['Click'] });
		expect(sorted(rows)).toEqual(truth({ touchTypes: ['Click'] }));
		expect(rows.length).toBeGreaterThan(10);
	});

	it.each(['Диваны, Свет', '["Столы, стулья"]', '={{ ["Ковры"] }}'])(
		'has target events with goods of the categories %s',
		async (itemCategories) => {
			const rows = await harness.rows({ ...PATH, options: { itemCategories } });
			const wanted = itemCategories.startsWith('=')
				? ['Ковры']
				: itemCategories.startsWith('[')
					? ['Столы, стулья']
					: ['Диваны', 'Свет'];
			expect(sorted(rows)).toEqual(truth({ itemCategories: wanted }));
			expect(rows.length).toBeGreaterThan(0);
		},
	);

	it('T10: tells that weights are called otherwise in jobs', async () => {
		const changes = { delivery: 'job', dateTo: PATH.dateFrom };
		const weighed = { ...PATH, ...changes, pathFields: ['PathPosition', 'Weight_MLI'] };
		expect((await runOnFakeClock(harness.sandbox, weighed)).hints.join(' ')).toMatch(
			/such as MLI30.*Weight_MLI/,
		);
		const others = { ...PATH, ...changes, pathFields: ['PathPosition', 'MLI30'] };
		expect((await runOnFakeClock(harness.sandbox, others)).hints.join(' ')).not.toContain('Weight');
	});

	it('takes a path of one day', async () => {
		const options = { interactionDateFrom: '2026-01-01', interactionDateTo: '2026-01-01' };
		await harness.rows({ ...PATH, options });
		expect(harness.reportRequests[0]!.body).toMatchObject({
			InteractionFilter: { DateFrom: '2026-01-01', DateTo: '2026-01-01' },
		});
	});

	it('refuses interaction dates in the wrong order', async () => {
		const options = { interactionDateFrom: '2026-02-01', interactionDateTo: '2026-01-01' };
		const run = await harness.run({ ...PATH, options });
		expect(run.error?.message).toContain('Interaction Date From');
		expect(harness.sandbox.requests).toEqual([]);
	});
});
