import { describe, expect, it } from '@jest/globals';

import { type Json } from './client';
import { sandboxOfFile } from './opened';
import { MARCH, PUBLISHER, answer, other } from './promopages/client';

import type { StatisticsRow } from './promopages';

const sandbox = sandboxOfFile({ promoPages: { reportPolls: 0 } });

async function report(path: string, body: Json): Promise<Json> {
	const { reportId } = await answer(sandbox, `/reports/${path}`, { body });
	return answer(sandbox, `/reports/${reportId as string}`, { query: { format: 'json' } });
}

const sum = (rows: readonly StatisticsRow[], name: 'impressions' | 'budget' | 'clickouts' | 'reach') =>
	Math.round(rows.reduce((total, row) => total + row[name] * 100, 0)) / 100;

describe('statistics', () => {
	const campaignIds = () =>
		sandbox.promoPages
			.campaigns(PUBLISHER)
			.slice(100, 160)
			.map(({ id }) => id);

	it('are those of their days and campaigns together', () => {
		const { promoPages } = sandbox;
		const all = promoPages.statistics(MARCH);
		const some = promoPages.statistics({ ...MARCH, campaignIds: campaignIds(), dateTo: '2026-03-07' });
		const expected = all.filter(
			({ campaignId, mskDate }) => campaignIds().includes(campaignId) && mskDate <= '2026-03-07',
		);
		expect(expected.length).toBeGreaterThan(50);
		expect(some).toEqual(expected);
		const keys = all.map(({ campaignId, mskDate }) => `${campaignId} ${mskDate}`);
		expect(new Set(keys).size).toBe(all.length);
	});

	it('sum up from level to level and from source to source, but for reach', () => {
		const ask = (question: object) =>
			sandbox.promoPages.statistics({ ...MARCH, campaignIds: campaignIds(), ...question });
		const [total, search, rsya, publications, previews] = [
			ask({}),
			ask({ trafficSource: 'ya_search' }),
			ask({ trafficSource: 'rsya' }),
			ask({ level: 'publications' }),
			ask({ level: 'previews' }),
		] as const;
		for (const name of ['impressions', 'budget', 'clickouts'] as const) {
			expect(sum(total, name)).toBeGreaterThan(sum(search, name) + sum(rsya, name));
			expect(sum(publications, name)).toBe(sum(total, name));
			// Publications without covers are in no row by preview.
			expect(sum(previews, name)).toBeLessThan(sum(total, name));
		}
		expect(sum(publications, 'reach')).toBeGreaterThan(sum(total, 'reach'));
	});

	it('have documented and undocumented columns, and gaps', () => {
		const rows = sandbox.promoPages.statistics({ ...MARCH, dateFrom: '2026-03-28', level: 'previews' });
		const columns = new Set(rows.flatMap((row) => Object.keys(row)));
		expect([...columns].sort()).toEqual([
			...['budget', 'campaignId', 'clickoutCost', 'clickoutPercent', 'clickouts', 'clicks', 'cpm', 'ctr'],
			...['fullReadPercent', 'fullReads', 'impressions', 'metricaVisitCost', 'metricaVisitPercent'],
			...['metricaVisits', 'mskDate', 'previewId', 'publicationId', 'reach', 'videoExpandPercent'],
			...['videoExpands', 'videoFullViewPercent', 'videoFullViews', 'views'],
		]);
		expect(rows.some(({ impressions, cpm }) => impressions === 0 && cpm === null)).toBe(true);
		for (const key of ['fullReads', 'videoExpands', 'metricaVisits'] as const) {
			expect(rows.some((row) => row[key] === undefined)).toBe(true);
		}
		const { impressions, budget, cpm } = rows.find((row) => row.impressions > 100)!;
		expect(cpm).toBeCloseTo((budget / impressions) * 1000, 2);
	});

	it('are empty for campaigns without publications, and end today in Moscow', async () => {
		const draft = sandbox.promoPages
			.campaigns(PUBLISHER)
			.find(({ publications }) => publications.length === 0)!;
		const body = { publisherId: PUBLISHER, campaignIds: [draft.id] };
		expect(await report('campaigns-daily-stats', body)).toEqual({
			type: 'campaigns_daily_stats',
			statistics: [],
		});
		const last = { ...MARCH, dateFrom: '2026-04-08', dateTo: '2026-05-01', campaignIds: campaignIds() };
		const truth = sandbox.promoPages.statistics(last);
		const days = truth.map(({ mskDate }) => mskDate);
		expect([...new Set(days)].sort()).toEqual(['2026-04-08', '2026-04-09', '2026-04-10']);
		const { publisherId, campaignIds: ids, dateFrom: mskDateFrom, dateTo: mskDateTo } = last;
		const order = { publisherId, campaignIds: ids, mskDateFrom, mskDateTo };
		expect((await report('campaigns-daily-stats', order)).statistics).toEqual(truth);
	});

	it('begin on the day that it was in Moscow', () => {
		const late = sandbox.promoPages
			.campaigns(PUBLISHER)
			.filter(({ start, end }) => (start ?? '').slice(11) >= '21:00:00' && end !== undefined)
			.slice(0, 30)
			.map(({ id, start }) => ({ id, day: start!.slice(0, 10) }));
		expect(late).toHaveLength(30);
		const rows = sandbox.promoPages.statistics({
			...MARCH,
			dateFrom: '2020-01-01',
			campaignIds: late.map(({ id }) => id),
		});
		const days = new Map(rows.toReversed().map(({ campaignId, mskDate }) => [campaignId, mskDate]));
		const first = late.flatMap(({ id, day }) => (days.has(id) ? [[day, days.get(id)!] as const] : []));
		expect(first.length).toBeGreaterThan(25);
		for (const [utcDay, moscowDay] of first) expect(moscowDay > utcDay).toBe(true);
	});

	it('leave out undocumented columns where that is switched on', async () => {
		const options = { undocumented: false, campaigns: [60] };
		await other(options, async (entry) => {
			const rows = entry.promoPages.statistics({ ...MARCH, level: 'previews' });
			expect(rows.length).toBeGreaterThan(50);
			for (const row of rows) {
				expect(row).toHaveProperty('previewId');
				expect(row).toHaveProperty('publicationId');
				expect(row).not.toHaveProperty('clicks');
			}
		});
	});
});
