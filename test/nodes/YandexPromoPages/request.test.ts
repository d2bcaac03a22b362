import { beforeAll, describe, expect, it } from '@jest/globals';

import { answer, Harness, NODE, publisherOf } from './harness';

const SEND = {
	resource: 'request',
	operation: 'send',
	method: 'GET',
	query: '{}',
	body: '',
	returnAll: true,
};

const harness = Harness.ofFile();
let publisherId: string;
beforeAll(() => {
	publisherId = publisherOf(harness.sandbox);
});

const load = async (changes: object) => harness.rows({ ...SEND, ...changes });
const attempt = async (changes: object) => harness.run({ ...SEND, ...changes });
const failureOf = async (changes: object) => (await attempt(changes)).error!;
const truth = () => harness.sandbox.promoPages.campaigns(publisherId);
const queries = () => harness.sandbox.requests.map(({ query }) => query);

describe('API Request: Send', () => {
	it('reads all pages of campaigns, with the filters as they were written', async () => {
		const query = { publisherId, campaignTypes: ['article', 'video'] };
		const rows = await load({ path: '/campaigns', query });
		expect(rows).toEqual(truth().filter(({ type }) => ['article', 'video'].includes(type)));
		expect(queries().length).toBeGreaterThan(1);
		for (const sent of queries())
			expect(sent).toMatchObject({ publisherId, pageLimit: '200', campaignTypes: 'article,video' });
	});

	it('keeps to the page size of the query, and begins where it says', async () => {
		const page = async (limit: number, query: object) =>
			attempt({ path: '/campaigns', returnAll: false, limit, query: { publisherId, ...query } });
		await page(31, { pageLimit: 30 });
		const { pageLastId } = queries()[1]!;
		harness.sandbox.reset();
		const run = await page(40, { pageLimit: 30, pageLastId });
		expect(run.json(NODE)).toEqual(truth().slice(30, 70));
		expect(queries()).toMatchObject([
			{ pageLimit: '30', pageLastId },
			{ pageLimit: '30', pageLastId: expect.any(String) },
		]);
	});

	it('asks for campaigns by their IDs in one request', async () => {
		const ids = [truth()[3]!.id, truth()[7]!.id];
		const rows = await load({ path: '/campaigns', query: { publisherId, campaignIds: ids } });
		expect(rows).toEqual([truth()[3], truth()[7]]);
		expect(queries()).toEqual([{ publisherId, campaignIds: ids.join(',') }]);
	});

	it('gives the lists of other answers', async () => {
		expect(await load({ path: '/permissions/user' })).not.toHaveLength(0);
		const balances = await load({ path: '/publishers/balances', query: { publisherIds: [publisherId] } });
		expect(balances).toMatchObject([{ publisherId }]);
	});

	it('orders a report once, and says that it is not ready', async () => {
		const body = {
			publisherId,
			campaignIds: [truth()[0]!.id],
			mskDateFrom: '2026-01-01',
			mskDateTo: '2026-01-02',
			trafficSource: 'total',
		};
		const path = '/reports/campaigns-daily-stats';
		const [order] = await load({ method: 'POST', path, body });
		expect(order!.reportId).toEqual(expect.any(String));
		expect(harness.sandbox.requests[0]!.body).toEqual(body);
		const report = { path: `/reports/${String(order!.reportId)}`, query: { format: 'json' } };
		expect(await load(report)).toEqual([{ ready: false }]);
		harness.sandbox.reset();
		harness.sandbox.faults.add({ path, fault: { kind: 'status', status: 503 } });
		const failure = await failureOf({ method: 'POST', path, body });
		expect(failure.description).toContain('Look for what it should have made');
		expect(harness.sandbox.requests).toHaveLength(1);
	});

	it('sends what is no GET once, whatever its path', async () => {
		const body = { title: 'Spring' };
		harness.sandbox.faults.add({ path: '/campaigns', fault: answer(200, { id: 'a1' }) });
		expect(await load({ method: 'POST', path: '/campaigns', body })).toEqual([{ id: 'a1' }]);
		expect(harness.sandbox.requests).toMatchObject([{ method: 'POST', path: '/campaigns', body }]);
	});

	it.each<[string, object, RegExp]>([
		['another host', { path: '//evil.example/campaigns' }, /^Path is not the path of a method\.$/],
		['a full address', { path: 'https://promopages.yandex.ru/x' }, /^Path is not the path of a method\.$/],
		['an empty list', { path: '/campaigns', query: { campaignIds: [] } }, /is an empty list\.$/],
	])('refuses %s before anything is sent', async (_name, changes, message) => {
		expect((await failureOf(changes)).message).toMatch(message);
		expect(harness.sandbox.requests).toHaveLength(0);
	});
});
