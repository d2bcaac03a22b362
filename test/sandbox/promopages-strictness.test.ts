import { request } from 'node:http';

import { describe, expect, it } from '@jest/globals';

import { type Call, type Json } from './client';
import { sandboxOfFile } from './opened';
import { answer, call, other, PUBLISHER } from './promopages/client';

import type { Sandbox } from '.';

const DAILY = '/reports/campaigns-daily-stats';

const sandbox = sandboxOfFile({ promoPages: { campaigns: [250] } });

const ids = (count: number) =>
	sandbox.promoPages
		.campaigns(PUBLISHER)
		.slice(0, count)
		.map(({ id }) => id);
const order = (change: Json = {}): Json => ({
	publisherId: PUBLISHER,
	campaignIds: ids(2),
	mskDateFrom: '2026-03-01',
	mskDateTo: '2026-03-31',
	...change,
});

describe('the gate', () => {
	it.each<[number, string, Call]>([
		[401, '/permissions/user', { headers: { authorization: '' } }],
		[401, '/permissions/user', { headers: { authorization: 'OAuth no' } }],
		[401, '/permissions/user', { headers: { authorization: 'y0_sandbox-not-a-secret' } }],
		[401, '/permissions/user', { headers: { authorization: 'Token y0_sandbox-not-a-secret' } }],
		[404, '/campaign', {}],
		[404, '/reports/', {}],
		[405, '/campaigns', { body: {} }],
		[405, DAILY, { query: { format: 'json' } }],
		[415, DAILY, { body: {}, headers: { 'content-type': 'text/plain' } }],
		[400, DAILY, { body: '{"publisherId":' }],
		[400, DAILY, { body: [] }],
		[400, DAILY, { body: {}, query: { publisherId: PUBLISHER } }],
		[400, '/permissions/user', { query: { limit: '1' } }],
		[400, '/publishers/balances', {}],
		[400, '/publishers/balances', { query: { publisherIds: '' } }],
		[400, '/publishers/balances', { query: { publisherIds: `${PUBLISHER}, 1` } }],
	])('answers %i to %s %j', async (status, path, options) => {
		const response = await call(sandbox, path, options);
		expect(response.status).toBe(status);
		expect(await response.json()).toEqual({ code: status, message: expect.any(String) });
	});

	it('takes the scheme words that are switched on', async () => {
		const status = async (entry: Sandbox, scheme: string) => {
			const headers = { authorization: `${scheme} ${entry.promoPages.token}` };
			return (await call(entry, '/permissions/user', { headers })).status;
		};
		expect([await status(sandbox, 'OAuth'), await status(sandbox, 'Bearer')]).toEqual([200, 200]);
		await other({ tokenType: 'Bearer' }, async (entry) => {
			expect([await status(entry, 'OAuth'), await status(entry, 'Bearer')]).toEqual([401, 200]);
		});
	});

	it('refuses a GET with a body', async () => {
		// fetch would not send one.
		const status = await new Promise((resolve, reject) => {
			const { baseUrl, token } = sandbox.promoPages;
			const headers = { authorization: `OAuth ${token}`, 'content-length': '2' };
			request(`${baseUrl}/permissions/user`, { headers }, (response) => {
				response.resume();
				resolve(response.statusCode);
			})
				.on('error', reject)
				.end('{}');
		});
		expect(status).toBe(400);
	});
});

describe('GET /campaigns', () => {
	const page = { publisherId: PUBLISHER, pageLimit: '10' };
	const byId = { publisherId: PUBLISHER, campaignIds: '5e67a3c5bf998668491f9079' };

	it.each<[string, Record<string, string>]>([
		['no publisher', { pageLimit: '10' }],
		['neither mode', { publisherId: PUBLISHER }],
		['both modes', { ...page, ...byId }],
		['an empty id list', { publisherId: PUBLISHER, campaignIds: '' }],
		['an empty id', { publisherId: PUBLISHER, campaignIds: '1,,2' }],
		['a blank before an id', { publisherId: PUBLISHER, campaignIds: '1, 2' }],
		['an id twice', { publisherId: PUBLISHER, campaignIds: '1,1' }],
		['a cursor with ids', { ...byId, pageLastId: 'true.c3RvcHBlZA.1583850430514.5e67a3c420e81f743c624ee2' }],
		['a filter with ids', { ...byId, campaignTypes: 'article' }],
		['a page of nothing', { ...page, pageLimit: '0' }],
		['a page over the maximum', { ...page, pageLimit: '201' }],
		['a page size that is no number', { ...page, pageLimit: '1e2' }],
		['an empty cursor', { ...page, pageLastId: '' }],
		['a cursor that was never given', { ...page, pageLastId: 'true.c3RvcHBlZA.1.5e67a3c420e81f743c624ee2' }],
		['a start with milliseconds', { ...page, startFrom: '2022-10-01T00:00:00.000Z' }],
		['a start with an offset', { ...page, startFrom: '2022-10-01T00:00:00+03:00' }],
		['a start without a time', { ...page, startFrom: '2022-10-01' }],
		['a start on no day', { ...page, startFrom: '2022-02-30T00:00:00Z' }],
		['an unknown type', { ...page, campaignTypes: 'article,story' }],
		['an unknown strategy', { ...page, campaignStrategies: 'cpc' }],
		['a strategy twice', { ...page, campaignStrategies: 'clickout,clickout' }],
		['an unknown parameter', { ...page, limit: '10' }],
	])('refuses %s', async (_, query) => {
		expect((await call(sandbox, '/campaigns', { query })).status).toBe(400);
	});

	it('refuses a parameter that is given twice', async () => {
		const query = `publisherId=${PUBLISHER}&pageLimit=10&pageLimit=10`;
		expect((await call(sandbox, '/campaigns', { query })).status).toBe(400);
	});

	it('takes 200 ids and a page of 200, and not one id more', async () => {
		const status = async (query: Record<string, string>) =>
			(await call(sandbox, '/campaigns', { query: { publisherId: PUBLISHER, ...query } })).status;
		expect(await status({ pageLimit: '200' })).toBe(200);
		expect(await status({ campaignIds: ids(200).join(',') })).toBe(200);
		expect(await status({ campaignIds: ids(201).join(',') })).toBe(400);
	});

	it('refuses other filters or another page size under a cursor', async () => {
		const { pageLastId } = await answer(sandbox, '/campaigns', { query: page });
		const next = { ...page, pageLastId: pageLastId as string };
		const status = async (query: Record<string, string>) =>
			(await call(sandbox, '/campaigns', { query })).status;
		expect(await status({ ...next, campaignTypes: 'article' })).toBe(400);
		expect(await status({ ...next, pageLimit: '11' })).toBe(400);
		expect(await status(next)).toBe(200);
	});

	it('wants cursors percent-encoded where they have characters for it', async () => {
		await other({ cursor: 'encoded' }, async (entry) => {
			const { pageLastId } = await answer(entry, '/campaigns', { query: page });
			const raw = `publisherId=${PUBLISHER}&pageLimit=10&pageLastId=${pageLastId as string}`;
			expect((await call(entry, '/campaigns', { query: raw })).status).toBe(400);
			const query = { ...page, pageLastId: pageLastId as string };
			expect((await call(entry, '/campaigns', { query })).status).toBe(200);
		});
	});

	it('refuses cabinets that are deleted, unreadable, foreign or unknown', async () => {
		const { publishers, foreignPublisherId } = sandbox.promoPages;
		const closed = publishers
			.filter(({ publisher, canRead }) => publisher.isDeleted === true || !canRead)
			.map(({ publisher }) => publisher.id);
		expect(closed).toHaveLength(2);
		for (const publisherId of [...closed, foreignPublisherId, '1']) {
			const query = { publisherId, pageLimit: '10' };
			expect((await call(sandbox, '/campaigns', { query })).status).toBe(403);
			expect((await call(sandbox, DAILY, { body: order({ publisherId }) })).status).toBe(403);
		}
	});
});

describe('the order of a report', () => {
	it.each<[string, () => Json]>([
		['no publisher', () => order({ publisherId: undefined })],
		['no campaigns', () => order({ campaignIds: undefined })],
		['an empty list of campaigns', () => order({ campaignIds: [] })],
		['campaigns as text', () => order({ campaignIds: ids(2).join(',') })],
		['campaigns joined in a list', () => order({ campaignIds: [ids(2).join(',')] })],
		['a campaign twice', () => order({ campaignIds: [ids(1)[0], ids(1)[0]] })],
		['a campaign as a number', () => order({ campaignIds: [1] })],
		['more than 200 campaigns', () => order({ campaignIds: ids(201) })],
		['a date with a time', () => order({ mskDateFrom: '2026-03-01T00:00:00Z' })],
		['a day that does not exist', () => order({ mskDateTo: '2026-02-30' })],
		['a period that ends before it begins', () => order({ mskDateFrom: '2026-04-01' })],
		['an undocumented traffic source', () => order({ trafficSource: 'all' })],
		['two traffic sources', () => order({ trafficSource: ['rsya', 'ya_search'] })],
		['an unknown name', () => order({ dateFrom: '2026-03-01' })],
	])('is refused with %s', async (_, body) => {
		expect((await call(sandbox, DAILY, { body: body() })).status).toBe(400);
	});

	it('is taken with one day, 200 campaigns and any documented source', async () => {
		for (const trafficSource of ['total', 'ya_search', 'rsya']) {
			const body = order({ mskDateFrom: '2026-03-31', campaignIds: ids(200), trafficSource });
			expect((await call(sandbox, DAILY, { body })).status).toBe(200);
		}
	});
});
