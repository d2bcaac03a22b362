import { describe, expect, it } from '@jest/globals';

import { type Json } from './client';
import { sandboxOfFile, withSandbox } from './opened';
import documentedAnswer from './promopages/campaigns/documented-answer.json';
import { MARCH, PUBLISHER, answer, other } from './promopages/client';

import type { Sandbox } from '.';
import type { Campaign, PromoPagesOptions } from './promopages';

const sandbox = sandboxOfFile({ promoPages: { reportPolls: 0 } });

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
});

describe('campaigns', () => {
	it('answer the documented example to the letter', async () => {
		const query =
			'publisherId=5d6015092f1e4409e4e3ee84' +
			'&pageLastId=true.c3RvcHBlZA.1583850430514.5e67a3c420e81f743c624ee2&pageLimit=1';
		expect(await answer(sandbox, '/campaigns', { query })).toEqual(documentedAnswer);
	});

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
