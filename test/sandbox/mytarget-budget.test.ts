import { describe, expect, it } from '@jest/globals';

import { callMyTarget, myTargetAnswer, tokenOf } from './mytarget/client';

import { ofTest } from '../support/of-file';
import { startSandbox, type Sandbox } from '.';
import type { MyTargetOptions } from './mytarget';

const CAMPAIGNS = '/api/v2/campaigns.json';
const USER_LISTS = '/api/v3/remarketing/users_lists.json';

let time = 0;
const start = async (myTarget: Partial<MyTargetOptions>): Promise<Sandbox> => {
	time = Date.parse('2026-04-10T09:00:00.400Z');
	const small = { campaigns: 10, banners: 5, adPlans: 2 };
	return ofTest(startSandbox({ now: () => time, myTarget: { ...small, ...myTarget } }));
};
const left = (seconds: string, limits: number, remaining = limits) => ({
	remaining: { [seconds]: remaining },
	limits: { [seconds]: limits },
});

describe('a budget', () => {
	it('serves 300 requests to whoever keeps 5 a second, in calendar seconds', async () => {
		const running = await start({ budget: { rps: 5 } });
		for (let request = 0; request < 300; request++) {
			const response = await callMyTarget(running, CAMPAIGNS);
			expect(response.status).toBe(200);
			const remaining = Number(response.headers.get('x-ratelimit-rps-remaining'));
			// To the next full second, not for one second.
			if (remaining === 0) time = Math.ceil((time + 1) / 1000) * 1000;
			await response.arrayBuffer();
		}
		const { refused, windows } = running.myTarget.budgets;
		expect(refused).toBe(0);
		expect(windows).toHaveLength(60);
		expect(windows.every(({ spent, limit, seconds }) => spent === 5 && limit === 5 && seconds === 1)).toBe(
			true,
		);
	});

	it('answers 429 with limits and remainders, and counts it', async () => {
		const running = await start({ budget: { rps: 2, hourly: 3, daily: 100 } });
		const statuses = [];
		for (let request = 0; request < 3; request++)
			statuses.push((await callMyTarget(running, CAMPAIGNS)).status);
		expect(statuses).toEqual([200, 200, 429]);
		time += 1000;
		expect((await callMyTarget(running, CAMPAIGNS)).status).toBe(200);
		time += 1000;
		const refused = await callMyTarget(running, CAMPAIGNS);
		expect(await refused.json()).toEqual({
			limits: { '1': 2, '3600': 3, '86400': 100 },
			remaining: { '1': 2, '3600': 0, '86400': 97 },
		});
		expect(refused.headers.get('x-ratelimit-hourly-remaining')).toBe('0');
		time = Date.parse('2026-04-10T10:00:00Z');
		expect((await callMyTarget(running, CAMPAIGNS)).status).toBe(200);
		const { refused: count, windows } = running.myTarget.budgets;
		expect([count, windows.reduce((sum, window) => sum + window.refused, 0)]).toEqual([2, 2]);
	});

	it('is kept for every method and every user apart; days begin in Moscow', async () => {
		const running = await start({ budget: { daily: 1 }, budgets: { 'GET /api/v3/user.json': {} } });
		const token = String(
			(
				await tokenOf(running, {
					grant_type: 'agency_client_credentials',
					agency_client_name: running.myTarget.agencyClientName,
				})
			).access_token,
		);
		const status = async (path: string, asUser?: string) =>
			(await callMyTarget(running, path, asUser === undefined ? {} : { token: asUser })).status;
		expect([await status(CAMPAIGNS), await status(CAMPAIGNS)]).toEqual([200, 429]);
		expect([await status('/api/v2/banners.json'), await status(CAMPAIGNS, token)]).toEqual([200, 200]);
		expect([await status('/api/v3/user.json'), await status('/api/v3/user.json')]).toEqual([200, 200]);
		time = Date.parse('2026-04-10T20:59:59Z');
		expect(await status(CAMPAIGNS)).toBe(429);
		time = Date.parse('2026-04-10T21:00:00Z');
		expect(await status(CAMPAIGNS)).toBe(200);
	});

	it('of throttling.json binds in all its versions at once', async () => {
		const running = await start({ budget: false });
		for (let request = 0; request < 200; request++) await (await callMyTarget(running, USER_LISTS)).text();
		const again = await callMyTarget(running, USER_LISTS);
		expect([again.status, await again.json()]).toEqual([
			429,
			{ limits: { '3600': 200 }, remaining: { '3600': 0 } },
		]);
		expect(again.headers.get('x-ratelimit-hourly-limit')).toBe('200');
		expect(await myTargetAnswer(running, '/api/v2/throttling.json')).toEqual({
			REMARKETINGUSERSLIST: {
				v2: { READ: left('60', 1), CREATE: left('60', 0) },
				v3: { READ: left('3600', 200, 0), CREATE: left('3600', 10) },
				all: { READ: left('3600', 200, 0), CREATE: left('60', 1) },
			},
		});
	});
});
