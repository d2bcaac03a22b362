import { describe, expect, it } from '@jest/globals';

import { answer } from './targetads/client';

import { ofFile } from '../support/of-file';
import { startSandbox } from '.';
import type { AggregatedQuestion } from './targetads';

const MARCH = { dateFrom: '2026-03-01', dateTo: '2026-03-31' };

const sandbox = ofFile(async () => startSandbox({ now: () => Date.parse('2026-04-10T09:00:00Z') }));

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
		expect(truth.map((row) => row.EventDate)).toEqual([
			'2026-02-23',
			'2026-03-02',
			'2026-03-09',
			'2026-03-16',
			'2026-03-23',
			'2026-03-30',
		]);
		expect(Object.values(truth[1]!).every((value) => typeof value === 'string')).toBe(true);
	});
});
