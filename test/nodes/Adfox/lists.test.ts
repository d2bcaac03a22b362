import { describe, expect, it } from '@jest/globals';

import type { SandboxOptions } from '../../sandbox';
import { answer, byId, Harness, NODE } from './harness';

const BANNERS = { resource: 'banner', operation: 'getAll', returnAll: true, simplify: false };
const CAMPAIGNS = { ...BANNERS, resource: 'campaign' };

let harness: Harness;
const open = async (adfox: SandboxOptions['adfox'] = {}) => {
	harness = await Harness.open({ adfox });
};

const banners = async (changes: object = {}) => harness.rows({ ...BANNERS, ...changes });
const queries = () => harness.sandbox.requests.map(({ query }) => query);
const listed = (result: string) =>
	answer(200, `<response><status><code>0</code></status><result>${result}</result></response>`);

describe('Get Many', () => {
	it('trap 7.1, 14; 7.2, 1: gives 2,345 banners in 3 pages, each once, although links lead elsewhere', async () => {
		await open({ banners: 2345, linksBase: 'http://127.0.0.1:1/elsewhere' });
		const rows = await banners();
		expect(rows).toEqual(harness.sandbox.adfox.banners);
		expect(new Set(rows.map(({ ID }) => ID)).size).toBe(2345);
		expect(queries().map(({ limit, offset }) => ({ limit, offset }))).toEqual([
			{ limit: '1000', offset: '0' },
			{ limit: '1000', offset: '1000' },
			{ limit: '1000', offset: '2000' },
		]);
		for (const { encoding } of queries()) expect(encoding).toBe('UTF-8');
	});

	it('7.3: finds the counters inside of links as well', async () => {
		await open({ banners: 25, counters: 'links' });
		const rows = await banners({ options: { pageSize: 10 } });
		expect(rows).toEqual(harness.sandbox.adfox.banners);
		expect(queries()).toHaveLength(3);
	});

	it('asks for no more rows than wanted, and tells that there are more', async () => {
		await open({ banners: 2345 });
		const run = await harness.run({ ...BANNERS, returnAll: false, limit: 30 });
		expect(run.json(NODE)).toEqual(harness.sandbox.adfox.banners.slice(0, 30));
		expect(queries().map(({ limit }) => limit)).toEqual(['30']);
		expect(run.hints(NODE).join(' ')).toContain('limit of 30 rows');
	});

	it('cuts more campaigns than fit into one request for banners', async () => {
		await open({ banners: 300, campaigns: 40 });
		const ids = harness.sandbox.adfox.campaigns.slice(0, 25).map(({ ID }) => String(ID));
		const rows = await banners({
			filters: { listCampaignIDs: ids.join(', ') },
			options: { idsPerRequest: 10 },
		});
		const wanted = harness.sandbox.adfox.banners.filter(({ campaignID }) => ids.includes(String(campaignID)));
		expect(new Set(rows.map(({ ID }) => ID))).toEqual(new Set(wanted.map(({ ID }) => ID)));
		expect(rows).toHaveLength(wanted.length);
		expect(queries().map(({ listCampaignIDs }) => listCampaignIDs!.split(',').length)).toEqual([10, 10, 5]);
	});

	it('never takes an empty list of campaigns for all of them', async () => {
		await open();
		const run = await harness.run({ ...BANNERS, filters: { listCampaignIDs: '' } });
		expect(run.error?.message).toContain('Campaign IDs is empty');
		expect(harness.sandbox.requests).toEqual([]);
	});

	it('7.2, 12: sends filters under their API names', async () => {
		await open();
		const filters = { search: 'a', dateAddedFrom: '2020-01-31T00:00:00' };
		await harness.rows({ ...CAMPAIGNS, filters });
		expect(queries()[0]).toEqual({
			object: 'account',
			action: 'list',
			actionObject: 'campaign',
			search: 'a',
			dateAddedFrom: '2020-01-31',
			limit: '1000',
			offset: '0',
			encoding: 'UTF-8',
		});
	});
});

describe('a list that ADFOX does not count', () => {
	const pageOf = (from: number, rows: number, counters = '') =>
		listed(
			`${counters}<data>${Array.from({ length: rows }, (_, row) => `<row${row}><ID>${from + row}</ID></row${row}>`).join('')}</data>`,
		);

	it.each([
		['whose last page is short', [10, 10, 3]],
		['whose last page is full, before an empty one', [10, 10, 0]],
		['of one short page', [4]],
	])('is read page by page, with no word of a change: %s', async (_name, sizes) => {
		await open();
		for (const [index, size] of sizes.entries()) {
			const fault = pageOf(index * 10 + 1, size, size === 0 ? '<rows>0</rows>' : '');
			harness.sandbox.faults.add({ path: '/v1', times: 1, fault });
		}
		const run = await harness.run({ ...CAMPAIGNS, options: { pageSize: 10 } });
		expect(run.json(NODE).map(({ ID }) => ID)).toEqual(
			Array.from({ length: sizes.reduce((sum, size) => sum + size, 0) }, (_, index) => String(index + 1)),
		);
		expect(queries().map(({ offset }) => offset)).toEqual(sizes.map((_size, index) => String(index * 10)));
		expect(run.hints(NODE).join(' ')).not.toContain('changed');
	});

	it('behind its first page has to have what that one counted', async () => {
		await open();
		const pages = [
			pageOf(1, 10, '<total_rows>25</total_rows>'),
			pageOf(11, 3),
			pageOf(14, 0, '<rows>0</rows>'),
		];
		for (const fault of pages) harness.sandbox.faults.add({ path: '/v1', times: 1, fault });
		const run = await harness.run({ ...CAMPAIGNS, options: { pageSize: 10 } });
		expect(run.error?.message).toContain('announced 25 rows and stopped after 13');
	});
});

describe('answers', () => {
	it.each(['header', 'declaration'] as const)(
		'trap 7.1, 13: reads Cyrillic in windows-1251, named by the %s',
		async (charsetDeclared) => {
			await open({ charset: 'windows-1251', charsetDeclared, campaigns: 12 });
			const rows = await harness.rows(CAMPAIGNS);
			expect(rows).toEqual(harness.sandbox.adfox.campaigns);
			expect(JSON.stringify(rows)).toMatch(/[а-яё]/i);
		},
	);

	it('trap 7.1, 12: reads no further than </response>', async () => {
		await open({ trailing: '\n<!-- 0.02 s -->\n<b>&bogus', campaigns: 12 });
		expect(await harness.rows(CAMPAIGNS)).toEqual(harness.sandbox.adfox.campaigns);
	});

	it('trap 7.1, 5: one row is a list of one', async () => {
		await open({ campaigns: 1 });
		expect(await harness.rows(CAMPAIGNS)).toEqual(harness.sandbox.adfox.campaigns);
	});

	it.each(['element', 'missing'] as const)(
		'trap 7.1, 6: takes no rows, data %s, for none',
		async (emptyData) => {
			await open({ emptyData });
			expect(await harness.rows({ ...CAMPAIGNS, filters: { search: 'nothing is called so' } })).toEqual([]);
		},
	);

	it('trap 7.1, 3, 4, 7: keeps empty and missing apart, rows in the order of their numbers, nested rows nested', async () => {
		await open();
		const rows = Array.from(
			{ length: 12 },
			(_, index) => `<row${11 - index}><ID>${11 - index}</ID></row${11 - index}>`,
		);
		const nested = '<row12><ID>12</ID><fax/><roles><row0>0</row0><row1>1</row1></roles></row12>';
		harness.sandbox.faults.add({
			path: '/v1',
			fault: listed(`<total_rows>13</total_rows><rows>13</rows><data>${rows.join('')}${nested}</data>`),
		});
		expect(await harness.rows(CAMPAIGNS)).toEqual([
			...Array.from({ length: 12 }, (_, index) => ({ ID: String(index) })),
			{ ID: '12', fax: '', roles: ['0', '1'] },
		]);
	});

	it('takes an answer without rows and without a count for broken, never for no rows', async () => {
		await open();
		harness.sandbox.faults.add({
			path: '/v1',
			fault: answer(200, '<response><status><code>0</code></status></response>'),
		});
		expect((await harness.run(CAMPAIGNS)).error?.message).toContain('neither rows nor');
	});

	it('notices rows that got lost on the way', async () => {
		await open();
		harness.sandbox.faults.add({
			path: '/v1',
			fault: listed('<total_rows>2</total_rows><rows>2</rows><data><row0><ID>1</ID></row0></data>'),
		});
		expect((await harness.run(CAMPAIGNS)).error?.message).toContain('counts 2 rows on a page and sent 1');
	});

	it('4.1: gives what came with a message, and tells what was not done', async () => {
		await open({ campaigns: 3 });
		const status = '<status><code>0</code><message>zone 7 was skipped</message></status>';
		const rows = '<result><total_rows>1</total_rows><data><row0><ID>1</ID></row0></data></result>';
		harness.sandbox.faults.add({ path: '/v1', fault: answer(200, `<response>${status}${rows}</response>`) });
		const run = await harness.run(CAMPAIGNS);
		expect(run.json(NODE)).toEqual([{ ID: '1' }]);
		expect(run.hints(NODE).join(' ')).toContain('ADFOX did a part only: zone 7 was skipped');
	});
});

describe('Get', () => {
	it('gives the object with the ID', async () => {
		await open();
		const truth = harness.sandbox.adfox.campaigns[3]!;
		const parameters = {
			resource: 'campaign',
			operation: 'get',
			campaignId: byId(truth.ID),
			simplify: false,
		};
		expect(await harness.rows(parameters)).toEqual([truth]);
		expect(queries()).toEqual([
			expect.objectContaining({ actionObjectID: truth.ID, limit: '1', offset: '0' }),
		]);
	});

	it.each(['0', '', '00', 'x'])(
		'trap 7.2, 2: refuses the ID "%s", which would list everything',
		async (id) => {
			await open();
			const run = await harness.run({ resource: 'campaign', operation: 'get', campaignId: byId(id) });
			expect(run.error?.message).toMatch(/Campaign"? is /);
			expect(harness.sandbox.requests).toEqual([]);
		},
	);

	it('tells an object that is not there', async () => {
		await open();
		const run = await harness.run({ resource: 'site', operation: 'get', siteId: byId(987654321) });
		expect(run.error?.message).toBe('ADFOX has no site with the ID 987654321.');
		expect(run.error?.context?.kind).toBe('not-found');
	});
});
