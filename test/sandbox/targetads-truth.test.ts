import { describe, expect, it } from '@jest/globals';

import type { Sandbox } from '.';
import { type Json } from './client';
import { sandboxOfFile, withSandbox } from './opened';
import type { AggregatedQuestion, Row } from './targetads';
import { answer } from './targetads/client';

const INTERACTION = ['Time', 'Type', 'PlacementId', 'UrlPath', 'EcomItemsName', 'EcomAmount'];
const FIELDS = [...INTERACTION.map((field) => `Interaction${field}`), 'Unheard'];
const MARCH = { dateFrom: '2026-03-01', dateTo: '2026-03-31' };

const sandbox = sandboxOfFile();

/** All rows of a v1 report, page by page. */
async function paged(path: string, body: Json, limit: number): Promise<Row[]> {
	const rows: Row[] = [];
	for (let more = true; more;) {
		const page = await answer(sandbox, path, { body: { ...body, Offset: rows.length, Limit: limit } });
		const data = page.data as Row[];
		expect(page.count).toBe(data.length);
		for (const row of data) rows.push(row);
		more = page.has_more as boolean;
	}
	return rows;
}

const rawBody = (filter: Json) => ({ ResponseType: 'JSON', Fields: FIELDS, InteractionFilter: filter });

describe('raw rows', () => {
	it('come in pages as they are', async () => {
		const truth = [...sandbox.targetAds.rawRows({ ...MARCH, fields: FIELDS })];
		expect(truth.length).toBeGreaterThan(40_000);
		expect(truth.length).toBeLessThan(60_000);
		const filter = { DateFrom: MARCH.dateFrom, DateTo: MARCH.dateTo };
		const rows = await paged('/v1/reports/raw_reports', rawBody(filter), 9_000);
		// As text: jest compares objects one by one.
		expect(JSON.stringify(rows) === JSON.stringify(truth)).toBe(true);
	});

	it('are those of their days, placements and types together', () => {
		const all = [...sandbox.targetAds.rawRows({ ...MARCH, fields: FIELDS })];
		const { placements } = sandbox.targetAds;
		const placementIds = placements.slice(5, 12).map((placement) => placement.placement_id);
		const some = [
			...sandbox.targetAds.rawRows({
				dateFrom: '2026-03-05',
				dateTo: '2026-03-09',
				placementIds,
				interactionTypes: ['Click', 'PageView'],
				fields: FIELDS,
			}),
		];
		const expected = all.filter(
			(row) =>
				placementIds.includes(row.InteractionPlacementId as number) &&
				['Click', 'PageView'].includes(row.InteractionType as string) &&
				(row.InteractionTime as string) >= '2026-03-05' &&
				(row.InteractionTime as string) < '2026-03-10',
		);
		expect(expected.length).toBeGreaterThan(10);
		expect(some).toEqual(expected);
	});

	it('are in the order of time, some of them equal, some without placement, some hard to quote', () => {
		const rows = [...sandbox.targetAds.rawRows({ ...MARCH, fields: FIELDS })];
		const times = rows.map((row) => row.InteractionTime as string);
		expect(times).toEqual(times.toSorted());
		expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBeLessThan(rows.length);
		expect(rows.some((row) => row.InteractionPlacementId === 0)).toBe(true);
		const texts = JSON.stringify(rows.slice(0, 5000));
		expect(texts).toMatch(/каталог\/диваны,кресла/);
		expect(texts).toContain('Стол\\nраскладной');
		expect(texts).toContain('q=\\"sofa\\"');
		expect(rows.every((row) => row.Unheard === null)).toBe(true);
	});

	it('depend on the seed and on nothing else', async () => {
		const sample = (other: Sandbox) =>
			[...other.targetAds.rawRows({ ...MARCH, fields: FIELDS })].slice(0, 50);
		const first = sample(sandbox);
		await withSandbox({ now: () => Date.parse('2030-01-01T00:00:00Z') }, async (later) => {
			expect(sample(later)).toEqual(first);
		});
		await withSandbox({ targetAds: { seed: 2 } }, async (seeded) => {
			expect(sample(seeded)).not.toEqual(first);
		});
	});

	it('come in pages as they are, where a day is made in parts', async () => {
		await withSandbox({ targetAds: { placements: 300, rowsPerCell: 20 } }, async (dense) => {
			const days = { dateFrom: '2026-03-01', dateTo: '2026-03-02' };
			const truth = [...dense.targetAds.rawRows({ ...days, fields: FIELDS })];
			expect(truth.length).toBeGreaterThan(25_000);
			for (const offset of [4_000, 9_999, truth.length - 50]) {
				const body = {
					...rawBody({ DateFrom: days.dateFrom, DateTo: days.dateTo }),
					Offset: offset,
					Limit: 100,
				};
				const page = await answer(dense, '/v1/reports/raw_reports', { body });
				expect(page.data).toEqual(truth.slice(offset, offset + 100));
			}
		});
	});

	it('need nothing that lies before a page', async () => {
		await withSandbox({ targetAds: { rowsPerCell: 2000 } }, async (huge) => {
			const body = rawBody({ DateFrom: '2026-03-01', DateTo: '2026-03-31', InteractionType: ['Impression'] });
			const page = await answer(huge, '/v1/reports/raw_reports', {
				body: { ...body, Offset: 90_000_000, Limit: 3 },
			});
			expect(page).toMatchObject({ count: 3, has_more: true });
			expect((page.data as Row[])[0]!.InteractionTime).toMatch(/^2026-03-(2|3)/);
		});
	});
});

describe('paths', () => {
	const PATH = ['PathDeviceID', 'PathPosition', 'PathLength'];
	const fields = [...PATH, 'InteractionTime', 'InteractionType', 'Weight_MLI', 'TargetEcomId'];
	const body = (targets: Json, touches?: Json) => ({
		ResponseType: 'JSON',
		Fields: fields,
		TargetFilter: targets,
		...(touches && { InteractionFilter: touches }),
	});

	it('come in pages, whole, with weights that sum up to 1', async () => {
		const truth = [...sandbox.targetAds.pathRows({ ...MARCH, fields, eventTypes: ['Purchase'] })];
		const filter = { DateFrom: MARCH.dateFrom, DateTo: MARCH.dateTo, EventType: ['Purchase'] };
		expect(await paged('/v1/reports/path_to_conversion', body(filter), 100)).toEqual(truth);
		const weights = truth.reduce((sum, row) => sum + (row.Weight_MLI as number), 0);
		const paths = truth.filter((row) => row.PathPosition === row.PathLength).length;
		expect(paths).toBeGreaterThan(50);
		expect(weights).toBeCloseTo(paths, 6);
	});

	it('lose the touchpoints that the interaction filter leaves out', async () => {
		const all = [...sandbox.targetAds.pathRows({ ...MARCH, fields })];
		const filter = { DateFrom: MARCH.dateFrom, DateTo: MARCH.dateTo };
		const touches = { DateFrom: '2026-02-20', DateTo: '2026-03-02', InteractionType: ['Impression'] };
		const rows = await paged('/v1/reports/path_to_conversion', body(filter, touches), 1000);
		const isInside = (row: Row) => {
			const time = row.InteractionTime as string;
			return time >= '2026-02-20' && time < '2026-03-03' && row.InteractionType === 'Impression';
		};
		expect(rows.length).toBeGreaterThan(5);
		expect(rows).toEqual(all.filter(isInside));
	});
});

describe('aggregated rows', () => {
	const question = (fields: string[]): AggregatedQuestion => ({
		...MARCH,
		fields,
		mediaMetrics: ['Impressions', 'Clicks', 'Reach', 'PartOfGIVT'],
		targetMetrics: ['TargetEventCount'],
	});
	const rowsBy = (fields: string[]) => [...sandbox.targetAds.aggregatedRows(question(fields))];
	const sum = (rows: Record<string, string>[], metric: string) =>
		rows.reduce((total, row) => total + Number(row[metric]), 0);

	it('sum up to the raw rows, however they are grouped; reach does not', () => {
		const byDay = rowsBy(['EventDate', 'MediaCampaign', 'MediaCreative']);
		const bySource = rowsBy(['MediaSource']);
		const raw = (type: string) =>
			[
				...sandbox.targetAds.rawRows({
					...MARCH,
					interactionTypes: [type],
					fields: ['InteractionPlacementId'],
				}),
			].filter((row) => row.InteractionPlacementId !== 0).length;
		for (const rows of [byDay, bySource]) {
			expect(sum(rows, 'Impressions')).toBe(raw('Impression'));
			expect(sum(rows, 'Clicks')).toBe(raw('Click'));
		}
		expect(sum(byDay, 'TargetEventCount')).toBe(sum(bySource, 'TargetEventCount'));
		expect(sum(byDay, 'Reach')).toBeGreaterThan(sum(bySource, 'Reach'));
		expect(byDay.some((row) => row.Impressions === '0' && row.Clicks !== '0')).toBe(true);
		expect(byDay.some((row) => row.MediaCreative === '')).toBe(true);
	});

	it('come in their own envelope, as text', async () => {
		const body = {
			ResponseType: 'JSON',
			Fields: ['EventDate'],
			MediaMetrics: ['Impressions', 'Clicks', 'Reach', 'PartOfGIVT'],
			TargetMetrics: ['TargetEventCount'],
			InteractionFilter: { DateFrom: MARCH.dateFrom, DateTo: MARCH.dateTo },
			DateGrouping: 'week',
		};
		const page = await answer(sandbox, '/v1/reports/agg_report', { body });
		const truth = [...sandbox.targetAds.aggregatedRows({ ...question(['EventDate']), dateGrouping: 'week' })];
		expect(page).toEqual({
			Columns: ['EventDate', 'Impressions', 'Clicks', 'Reach', 'PartOfGivt', 'TargetEventCount'],
			CountRows: 6,
			Rows: truth,
		});
		expect(truth.map((row) => row.EventDate).join()).toBe(
			'2026-02-23,2026-03-02,2026-03-09,2026-03-16,2026-03-23,2026-03-30',
		);
		expect(Object.values(truth[1]!).every((value) => typeof value === 'string')).toBe(true);
	});
});
