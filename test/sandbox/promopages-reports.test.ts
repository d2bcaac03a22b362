import { beforeEach, describe, expect, it } from '@jest/globals';

import { type Json } from './client';
import { NOW, sandboxOfFile, withSandbox } from './opened';
import { answer, call, PUBLISHER } from './promopages/client';

import type { Fault } from '.';
import type { Campaign } from './promopages';

const DAILY = '/reports/campaigns-daily-stats';
const DAY = 86_400_000;

let time = NOW;
const sandbox = sandboxOfFile({ now: () => time, promoPages: { campaigns: [50] } });
beforeEach(() => {
	time = NOW;
});

const order = async (): Promise<string> => {
	const campaignIds = sandbox.promoPages.campaigns(PUBLISHER).map(({ id }) => id);
	const body = { publisherId: PUBLISHER, campaignIds, mskDateFrom: '2026-03-01', mskDateTo: '2026-03-03' };
	return (await answer(sandbox, DAILY, { body })).reportId as string;
};
const poll = (id: string) => call(sandbox, `/reports/${id}`, { query: { format: 'json' } });
const strike = (path: string, fault: Fault) => sandbox.faults.add({ path, fault });

describe('a report', () => {
	it('answers 202 while it is being made, then everything, and again', async () => {
		const id = await order();
		expect(id).toMatch(/^[0-9a-f]{24}$/);
		for (let polls = 0; polls < 2; polls++) {
			const pending = await poll(id);
			expect([pending.status, await pending.text()]).toEqual([202, '']);
		}
		const statistics = sandbox.promoPages.statistics({
			publisherId: PUBLISHER,
			dateFrom: '2026-03-01',
			dateTo: '2026-03-03',
		});
		expect(statistics.length).toBeGreaterThan(20);
		for (let polls = 0; polls < 2; polls++) {
			const done = await poll(id);
			expect(done.status).toBe(200);
			expect(await done.json()).toEqual({ type: 'campaigns_daily_stats', statistics });
		}
	});

	it('takes the time of its cabinet', async () => {
		const options = { campaigns: [5, 5, 5], reportPolls: 1, buildMs: [5000, 1000] };
		await withSandbox({ now: () => time, promoPages: options }, async (own) => {
			const ids: string[] = [];
			for (const { publisher } of own.promoPages.publishers.slice(0, 3)) {
				const [campaign] = own.promoPages.campaigns(publisher.id);
				const body = { publisherId: publisher.id, campaignIds: [campaign!.id] };
				ids.push((await answer(own, DAILY, { body })).reportId as string);
			}
			const statuses = async () => {
				const polls = ids.map(async (id) => call(own, `/reports/${id}`, { query: { format: 'json' } }));
				return (await Promise.all(polls)).map(({ status }) => status);
			};
			expect(await statuses()).toEqual([202, 202, 202]);
			expect(await statuses()).toEqual([202, 202, 200]);
			time += 1000;
			expect(await statuses()).toEqual([202, 200, 200]);
			time += 4000;
			expect(await statuses()).toEqual([200, 200, 200]);
		});
	});

	it('is another one when it is ordered again, and forgotten by a reset', async () => {
		const ids = [await order(), await order()];
		expect(ids[0]).not.toBe(ids[1]);
		sandbox.reset();
		expect((await poll(ids[0]!)).status).toBe(404);
	});

	it('is kept for 30 days', async () => {
		const id = await order();
		time += 30 * DAY - 1;
		expect((await poll(id)).status).toBe(202);
		time += 1;
		expect((await poll(id)).status).toBe(404);
	});

	it('wants its format', async () => {
		const id = await order();
		for (const query of ['', 'format=csv', 'format=json&page=1']) {
			expect((await call(sandbox, `/reports/${id}`, { query })).status).toBe(400);
		}
		expect((await call(sandbox, `/reports/${id}`, { body: {} })).status).toBe(405);
	});
});

describe('a fault that the platform plays', () => {
	const page = (cursor: Json = {}) => {
		const query = { publisherId: PUBLISHER, pageLimit: '20', ...(cursor as Record<string, string>) };
		return answer(sandbox, '/campaigns', { query });
	};
	const follow = ({ pageLastId }: Json) => page({ pageLastId });
	const idsOf = ({ campaigns }: Json) => (campaigns as Campaign[]).map(({ id }) => id);

	it('repeat-page: the same rows and the same cursor', async () => {
		const first = await page();
		strike('/campaigns', { kind: 'repeat-page' });
		expect(await follow(first)).toEqual(first);
	});

	it('empty-page: no rows, and a cursor that leads past those it has swallowed', async () => {
		const all = sandbox.promoPages.campaigns(PUBLISHER).map(({ id }) => id);
		const first = await page();
		const handle = strike('/campaigns', { kind: 'empty-page' });
		const empty = await follow(first);
		expect(empty).toEqual({ campaigns: [], hasNextPage: true, pageLastId: expect.any(String) });
		handle.remove();
		expect(idsOf(await follow(empty))).toEqual(all.slice(40));
		strike('/campaigns', { kind: 'empty-page', withoutCursor: true });
		expect(await follow(first)).toEqual({ campaigns: [], hasNextPage: true });
	});

	it('missing-cursor: rows, and a promise that cannot be kept', async () => {
		const first = await page();
		strike('/campaigns', { kind: 'missing-cursor' });
		expect(await page()).toEqual({ campaigns: first.campaigns, hasNextPage: true });
	});

	it('error-in-200 and unknown-envelope', async () => {
		const handle = strike('/permissions/user', {
			kind: 'error-in-200',
			code: 500,
			message: 'internal error',
		});
		const response = await call(sandbox, '/permissions/user');
		expect([response.status, await response.json()]).toEqual([200, { code: 500, message: 'internal error' }]);
		handle.remove();
		strike('/permissions/user', { kind: 'unknown-envelope' });
		expect(Object.keys(await answer(sandbox, '/permissions/user'))).toEqual(['result']);
	});

	it('job-never-ends of an order', async () => {
		strike(DAILY, { kind: 'job-never-ends' });
		const id = await order();
		for (let polls = 0; polls < 5; polls++) expect((await poll(id)).status).toBe(202);
	});

	it('job-status: an HTTP status where it is one, else a 200 without statistics', async () => {
		const id = await order();
		const handle = strike(`/reports/${id}`, { kind: 'job-status', status: '500', error_message: 'failed' });
		const refused = await poll(id);
		expect([refused.status, await refused.json()]).toEqual([500, { code: 500, message: 'failed' }]);
		handle.remove();
		strike(`/reports/${id}`, { kind: 'job-status', status: 'ERROR' });
		const odd = await poll(id);
		expect([odd.status, await odd.json()]).toEqual([
			200,
			{ type: 'campaigns_daily_stats', status: 'ERROR', message: 'report failed' },
		]);
	});

	it('is refused where it means nothing', async () => {
		strike('/permissions/user', { kind: 'repeat-page' });
		expect((await call(sandbox, '/permissions/user')).status).toBe(501);
		strike('/campaigns', { kind: 'empty-page' });
		const query = { publisherId: PUBLISHER, campaignIds: '1' };
		expect((await call(sandbox, '/campaigns', { query })).status).toBe(501);
	});
});

describe('the frame', () => {
	it('names the platform in the log, and its paths without prefix', async () => {
		await call(sandbox, '/permissions/user');
		expect(sandbox.requests).toMatchObject([
			{ platform: 'promoPages', path: '/permissions/user', status: 200 },
		]);
		expect(sandbox.promoPages.baseUrl).toBe(`${sandbox.url}/promopages/api/promo/v1`);
	});

	it('knows nothing beyond the base URL', async () => {
		const response = await fetch(`${sandbox.url}/promopages/api/promo/v2/campaigns`);
		expect(response.status).toBe(404);
	});
});
