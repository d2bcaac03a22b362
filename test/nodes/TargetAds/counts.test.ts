import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { answer, failing, Harness, jsonOf, rawReport, runOnFakeClock, sorted } from './harness';

const FIELDS = ['InteractionTime', 'InteractionType', 'InteractionPlacementId'];
const RAW = { ...rawReport(FIELDS, ['PageView'], '2024-03-01', '2024-03-31'), campaignScope: 'all' };
const PAGES = /raw_reports/;

const harness = Harness.ofFile({ targetAds: { placements: 100, rowsPerCell: 5 } });

const load = async (changes: INodeParameters = {}) => runOnFakeClock(harness.sandbox, { ...RAW, ...changes });

describe('what the pages of a report count (T16)', () => {
	it.each([0, 1, 2])(
		'a count on page %i that is never reached ends the report, in items and in a file',
		async (skip) => {
			const options = { pageSize: 500, maxConcurrency: 1 };
			const fault = { kind: 'counts-more', by: 3 } as const;
			for (const output of ['items', 'file']) {
				harness.reset();
				harness.sandbox.faults.add({ path: PAGES, skip, times: 1, fault });
				await expect(load({ options, output })).rejects.toMatchObject(
					failing('response-invalid', /announced [\d,]+ rows and stopped after .* slice 1 of 5/),
				);
			}
		},
	);

	it.each([
		['Rows', 'CountRows'],
		['data', 'count'],
	])('T3: a count that is taken back is not forgotten (%s)', async (rows, count) => {
		const seventeen = Array.from({ length: 17 }, (_, row) => ({
			InteractionTime: `2024-03-01 00:00:${row + 10}`,
		}));
		const first = answer(200, { [rows]: seventeen, [count]: 22 });
		const second = answer(200, { [rows]: [], [count]: 0 });
		for (const output of ['items', 'file']) {
			for (const fault of [first, second]) harness.sandbox.faults.add({ path: PAGES, times: 1, fault });
			await expect(load({ dateTo: RAW.dateFrom, output })).rejects.toMatchObject(
				failing('response-invalid', 'announced 22 rows and stopped after 17'),
			);
		}
		expect(harness.reportRequests).toHaveLength(4);
	});

	it('an empty page that counts rows is no empty report', async () => {
		const fault = answer(200, { data: [], count: 5, has_more: false });
		harness.sandbox.faults.add({ path: PAGES, fault });
		await expect(load({ dateTo: RAW.dateFrom })).rejects.toMatchObject(
			failing('response-invalid', 'announced 5 rows and stopped after 0'),
		);
	});

	it('a short page without a flag is followed by the rest that its count names', async () => {
		const { targetAds } = harness.sandbox;
		const day = [...targetAds.rawRows({ ...RAW, dateTo: RAW.dateFrom, fields: FIELDS })];
		const pages = [day.slice(0, 40), day.slice(40, 41), day.slice(41)];
		for (const data of pages)
			harness.sandbox.faults.add({ path: PAGES, times: 1, fault: answer(200, { data, count: day.length }) });
		const { items } = await load({ dateTo: RAW.dateFrom, options: { pageSize: 10_000 } });
		expect(sorted(jsonOf(items))).toEqual(sorted(day));
		expect(harness.reportRequests.map(({ body }) => (body as { Offset: number }).Offset)).toEqual([
			0, 40, 41,
		]);
	});
});

it('an aggregated report with a full page is not over because a count says 0', async () => {
	const report = {
		...{ resource: 'report', operation: 'getAggregated', dimensions: ['EventDate'] },
		...{ dateRange: 'custom', dateFrom: '2024-03-01', dateTo: '2024-03-01', returnAll: true },
		options: { pageSize: 2 },
	};
	const pages = [['a', 'b'], ['c', 'd'], ['e']].map((days) =>
		answer(200, { Rows: days.map((EventDate) => ({ EventDate })), CountRows: 0 }),
	);
	for (const fault of pages) harness.sandbox.faults.add({ path: /agg_report/, times: 1, fault });
	const { items } = await runOnFakeClock(harness.sandbox, report);
	expect(jsonOf(items).map(({ EventDate }) => EventDate)).toEqual(['a', 'b', 'c', 'd', 'e']);
});
