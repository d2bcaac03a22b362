import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { withSandbox } from './client';
import documentedAnswer from './promopages/campaigns/documented-answer.json';
import { answer, type Json } from './promopages/client';

import { startSandbox, type Campaign, type PromoPagesOptions, type Sandbox, type StatisticsRow } from '.';

const PUBLISHER = '5d6015092f1e4409e4e3ee84';
const MARCH = { publisherId: PUBLISHER, dateFrom: '2026-03-01', dateTo: '2026-03-31' };
const now = () => Date.parse('2026-04-10T09:00:00Z');

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ now, promoPages: { reportPolls: 0 } });
});
afterAll(() => sandbox.close());

const other = (promoPages: Partial<PromoPagesOptions>, use: (sandbox: Sandbox) => Promise<void>) =>
	withSandbox({ now, promoPages }, use);

/** All campaigns of a listing, page by page. */
async function paged(entry: Sandbox, query: Record<string, string>): Promise<Campaign[]> {
	const campaigns: Campaign[] = [];
	let cursor: Record<string, string> | undefined = {};
	while (cursor !== undefined) {
		const page: Json = await answer(entry, '/campaigns', { query: { ...query, ...cursor } });
		for (const campaign of page.campaigns as Campaign[]) campaigns.push(campaign);
		cursor = page.hasNextPage === true ? { pageLastId: page.pageLastId as string } : undefined;
	}
	return campaigns;
}

async function report(path: string, body: Json): Promise<Json> {
	const { reportId } = await answer(sandbox, `/reports/${path}`, { body });
	return answer(sandbox, `/reports/${reportId as string}`, { query: { format: 'json' } });
}

const sum = (rows: readonly StatisticsRow[], name: 'impressions' | 'budget' | 'clickouts' | 'reach') =>
	Math.round(rows.reduce((total, row) => total + row[name] * 100, 0)) / 100;

describe('cabinets', () => {
	it('are all in the client list: deleted, unreadable and read-only ones too', async () => {
		const { publishers } = sandbox.promoPages;
		expect(await answer(sandbox, '/permissions/user')).toEqual({ userPermissions: publishers });
		expect(publishers).toHaveLength(6);
		expect(publishers.filter(({ publisher }) => publisher.isDeleted)).toHaveLength(1);
		expect(publishers.filter(({ canRead }) => !canRead)).toHaveLength(1);
		expect(publishers.filter(({ canRead, canWrite }) => canRead && canWrite)).toHaveLength(3);
		expect(publishers.filter(({ publisher }) => publisher.logoUrl === undefined)).toHaveLength(1);
		const counts = publishers.map(({ publisher }) => sandbox.promoPages.campaigns(publisher.id).length);
		expect(counts).toEqual([1234, 7, 0, 3, 5, 40]);
	});

	it('have no balance for every one that was asked about, and not in the order of the question', async () => {
		const asked = sandbox.promoPages.publishers.map(({ publisher }) => publisher.id);
		const query = { publisherIds: [...asked, sandbox.promoPages.foreignPublisherId].join(',') };
		const { balances } = await answer(sandbox, '/publishers/balances', { query });
		expect(balances).toEqual(sandbox.promoPages.balances);
		const answered = sandbox.promoPages.balances.map(({ publisherId }) => publisherId);
		expect(answered).toEqual([asked[2], asked[1], asked[0]]);
		const one = await answer(sandbox, '/publishers/balances', { query: { publisherIds: asked[1]! } });
		expect(one).toEqual({ balances: [{ publisherId: asked[1], balance: 0 }] });
	});

	it('can say that an editable one is not for reading only, and be read all the same', async () => {
		await other({ writersCanRead: false, campaigns: [3] }, async (entry) => {
			expect(entry.promoPages.publishers[0]).toMatchObject({ canRead: false, canWrite: true });
			expect(await paged(entry, { publisherId: PUBLISHER, pageLimit: '10' })).toHaveLength(3);
		});
	});
});

describe('campaigns', () => {
	it('answer the documented example to the letter', async () => {
		const query =
			'publisherId=5d6015092f1e4409e4e3ee84' +
			'&pageLastId=true.c3RvcHBlZA.1583850430514.5e67a3c420e81f743c624ee2&pageLimit=1';
		expect(await answer(sandbox, '/campaigns', { query })).toEqual(documentedAnswer);
	});

	it.each(['flag', 'bare', 'cursor'] as const)(
		'come in pages as they are, the last one %s',
		async (lastPage) => {
			await other({ lastPage, campaigns: [401], cursor: 'encoded' }, async (entry) => {
				const all = entry.promoPages.campaigns(PUBLISHER);
				expect(await paged(entry, { publisherId: PUBLISHER, pageLimit: '200' })).toEqual(all);
				expect(entry.requests).toHaveLength(3);
				expect(new Set(all.map(({ id }) => id)).size).toBe(401);
			});
		},
	);

	it('say on the last page only what is switched on', async () => {
		const keys = async (lastPage: PromoPagesOptions['lastPage']) => {
			let page: Json = {};
			await other({ lastPage, campaigns: [3] }, async (entry) => {
				page = await answer(entry, '/campaigns', { query: { publisherId: PUBLISHER, pageLimit: '3' } });
			});
			return [page.hasNextPage, typeof page.pageLastId];
		};
		expect(await keys('flag')).toEqual([false, 'undefined']);
		expect(await keys('bare')).toEqual([undefined, 'undefined']);
		expect(await keys('cursor')).toEqual([false, 'string']);
	});

	it('are filtered together, those without a start left out of a start', async () => {
		const all = sandbox.promoPages.campaigns(PUBLISHER);
		const [from] = all.slice(600).flatMap(({ start }) => start ?? []);
		const filters = { startFrom: from!, campaignTypes: 'video,post', campaignStrategies: 'cpm,clickout' };
		const found = await paged(sandbox, { publisherId: PUBLISHER, pageLimit: '50', ...filters });
		const expected = all.filter(
			({ start, type, strategy }) =>
				(start ?? '') >= from! &&
				['video', 'post'].includes(type) &&
				['cpm', 'clickout'].includes(strategy.name),
		);
		expect(expected.length).toBeGreaterThan(60);
		expect(found).toEqual(expected);
	});

	it('come by id in the order of the cabinet, unknown ones left out', async () => {
		const all = sandbox.promoPages.campaigns(PUBLISHER);
		const asked = [all[900]!.id, 'ffffffffffffffffffffffff', all[3]!.id];
		const query = { publisherId: PUBLISHER, campaignIds: asked.join(',') };
		expect(await answer(sandbox, '/campaigns', { query })).toEqual({
			campaigns: [all[3], all[900]],
			hasNextPage: false,
		});
	});

	it('have what makes reading them hard', () => {
		const all = sandbox.promoPages.campaigns(PUBLISHER);
		const count = (has: (campaign: Campaign) => boolean) => all.filter(has).length;
		expect(count(({ isArchived }) => isArchived === undefined)).toBeGreaterThan(100);
		expect(count(({ isArchived }) => isArchived === false)).toBe(0);
		expect(count(({ isArchived, end }) => isArchived === true && end === undefined)).toBeGreaterThan(5);
		expect(count(({ start }) => start === undefined)).toBeGreaterThan(50);
		expect(count(({ publications }) => publications.length === 0)).toBeGreaterThan(50);
		expect(count(({ targeting }) => Object.keys(targeting).length === 0)).toBeGreaterThan(5);
		expect(count(({ targeting }) => targeting.placements !== undefined)).toBeGreaterThan(5);
		expect(new Set(all.map(({ start }) => start)).size).toBeLessThan(all.length / 2);

		const publications = all.flatMap((campaign) => campaign.publications);
		expect(new Set(publications.map(({ id }) => id)).size).toBeLessThan(publications.length);
		expect(publications.filter(({ previews }) => previews === undefined).length).toBeGreaterThan(5);
		for (const { id, previews } of publications) expect(previews?.[0]?.id ?? id).toBe(id);
		const shared = all.filter(({ publications: own }) => {
			const covers = own.flatMap(({ previews }) => (previews ?? []).map(({ id }) => id));
			return new Set(covers).size < covers.length;
		});
		expect(shared.length).toBeGreaterThan(20);
	});

	it('send false booleans and values of tomorrow where that is switched on', async () => {
		await other({ falseFlags: 'null', unknownValues: true, campaigns: [30] }, async (entry) => {
			const all = entry.promoPages.campaigns(PUBLISHER);
			expect(all.some(({ isArchived }) => isArchived === null)).toBe(true);
			expect(all.some(({ type, strategy }) => type === 'story' && strategy.name === 'cost_per_order')).toBe(
				true,
			);
		});
	});

	it('depend on the seed and on nothing else', async () => {
		const sample = ({ promoPages }: Sandbox) =>
			JSON.stringify([promoPages.campaigns(PUBLISHER), promoPages.statistics(MARCH).slice(0, 50)]);
		const options = { campaigns: [200] };
		const later = () => Date.parse('2030-01-01T00:00:00Z');
		await other(options, async (entry) => {
			await withSandbox({ now: later, promoPages: options }, async (same) => {
				expect(sample(same)).toBe(sample(entry));
			});
			await other({ ...options, seed: 2 }, async (seeded) => {
				expect(sample(seeded)).not.toBe(sample(entry));
			});
		});
	});
});

describe('statistics', () => {
	const campaignIds = () =>
		sandbox.promoPages
			.campaigns(PUBLISHER)
			.slice(100, 160)
			.map(({ id }) => id);

	it.each([
		['campaigns', 'campaigns-daily-stats', 'campaigns_daily_stats'],
		['publications', 'campaigns-publications-daily-stats', 'campaigns_publications_daily_stats'],
		['previews', 'campaigns-previews-daily-stats', 'campaigns_previews_daily_stats'],
	] as const)('by %s come as they are', async (level, path, type) => {
		const body = {
			publisherId: PUBLISHER,
			// The order of the question is not that of the answer.
			campaignIds: campaignIds().toReversed(),
			mskDateFrom: '2026-03-05',
			mskDateTo: '2026-03-09',
			trafficSource: 'rsya',
		};
		const truth = sandbox.promoPages.statistics({
			publisherId: PUBLISHER,
			campaignIds: campaignIds(),
			dateFrom: '2026-03-05',
			dateTo: '2026-03-09',
			level,
			trafficSource: 'rsya',
		});
		expect(truth.length).toBeGreaterThan(50);
		expect(await report(path, body)).toEqual({ type, statistics: truth });
	});

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

	it('leave out publications of previews and undocumented columns where that is switched on', async () => {
		const options = { publicationIdInPreviews: false, undocumented: false, campaigns: [60] };
		await other(options, async (entry) => {
			const rows = entry.promoPages.statistics({ ...MARCH, level: 'previews' });
			expect(rows.length).toBeGreaterThan(50);
			for (const row of rows) {
				expect(row).toHaveProperty('previewId');
				expect(row).not.toHaveProperty('publicationId');
				expect(row).not.toHaveProperty('clicks');
			}
		});
	});
});
