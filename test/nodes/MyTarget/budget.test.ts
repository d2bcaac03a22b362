import { describe, expect, it } from '@jest/globals';

import type { Answer } from '../../../connector/client';
import { budgetOf, exhaustedIn } from '../../../nodes/MyTarget/budget';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox';
import { FakeClock } from '../../support/fake-clock';
import { ofTest } from '../../support/of-file';
import { answer, failing, jsonOf, runOnFakeClock, failureOf } from './harness';

const LIST = '/api/v2/campaigns.json';
const CAMPAIGNS = { resource: 'campaign', operation: 'getAll', returnAll: true, campaignFields: ['id'] };

let sandbox: Sandbox;
let clock: FakeClock;

async function open(myTarget: SandboxOptions['myTarget'], start?: string) {
	clock = new FakeClock(start);
	sandbox = await ofTest(startSandbox({ now: () => clock.now(), myTarget }));
}
const run = async (parameters: object = {}) =>
	runOnFakeClock(sandbox, { ...CAMPAIGNS, ...parameters }, clock);
const failure = async (parameters?: object) => failureOf(run(parameters));
const secondsFrom = (start: string) => (clock.now() - Date.parse(start)) / 1000;

describe('a strict budget of 5 requests in a calendar second', () => {
	it('300 pages: no 429, and within 10 % of 60 s (trap 6)', async () => {
		const start = '2026-03-02T09:00:00.300Z';
		await open({ campaigns: 15_000, budget: { rps: 5 } }, start);
		const { items } = await run();
		expect(items).toHaveLength(15_000);
		expect(sandbox.requests).toHaveLength(300);
		expect(sandbox.myTarget.budgets.refused).toBe(0);
		expect(sandbox.requests.every(({ status }) => status === 200)).toBe(true);
		expect(secondsFrom(start)).toBeGreaterThan(54);
		expect(secondsFrom(start)).toBeLessThan(66);
		for (const { spent, limit } of sandbox.myTarget.budgets.windows) expect(spent).toBeLessThanOrEqual(limit);
	}, 60_000);

	it('300 requests for statistics, eight at a time, whose answers may take a second: no 429 either', async () => {
		const start = '2026-03-02T09:00:00.300Z';
		await open(
			{ campaigns: 1500, budgets: { 'GET /api/v2/statistics/campaigns/day.json': { rps: 5 } } },
			start,
		);
		const { items } = await runOnFakeClock(
			sandbox,
			{
				resource: 'report',
				operation: 'getDaily',
				objectType: 'campaigns',
				dateRange: 'custom',
				dateFrom: '2026-02-01',
				dateTo: '2026-02-02',
				returnAll: true,
				options: { idsPerRequest: 10, daysPerRequest: 1, maxConcurrency: 8 },
			},
			clock,
		);
		expect(items).toHaveLength(3000);
		expect(sandbox.myTarget.budgets.refused).toBe(0);
		expect(sandbox.requests.filter(({ path }) => path.includes('statistics'))).toHaveLength(300);
	}, 60_000);

	it('budgetShare leaves the rest to other workers', async () => {
		const start = '2026-03-02T09:00:00.000Z';
		await open({ campaigns: 1000, budget: { rps: 5 } }, start);
		await run({ options: { budgetShare: 0.4 } });
		const seconds = sandbox.myTarget.budgets.windows.filter(({ seconds }) => seconds === 1);
		// The first answer tells the budget, so the request before it could not know its share.
		expect(seconds[0]!.spent).toBe(3);
		expect(Math.max(...seconds.slice(1).map(({ spent }) => spent))).toBe(2);
	});
});

describe('a window that is used up', () => {
	it('an hour: waits for the next full hour where the user allows it', async () => {
		const start = '2026-03-02T09:50:00.000Z';
		await open({ campaigns: 200, budget: { hourly: 3 } }, start);
		const { items } = await run({ options: { maxWait: 3600 } });
		expect(items).toHaveLength(200);
		expect(sandbox.myTarget.budgets.refused).toBe(0);
		expect(secondsFrom(start)).toBe(600);
	});

	it('ends with quota-exhausted when an hour is used up, however little of it is left', async () => {
		await open({ campaigns: 200, budget: { hourly: 3 } }, '2026-03-02T09:20:00.000Z');
		expect(await failure()).toMatchObject({
			context: { kind: 'quota-exhausted', retryAfterMs: 40 * 60_000 },
		});
	});

	it('a day ends at midnight in Moscow, not in UTC', async () => {
		const start = '2026-03-02T20:00:00.000Z';
		await open({ campaigns: 200, budget: { daily: 3 } }, start);
		const { items } = await run({ options: { maxWait: 86_400 } });
		expect(items).toHaveLength(200);
		expect(sandbox.myTarget.budgets.refused).toBe(0);
		expect(secondsFrom(start)).toBe(3600);
	});

	it('beyond Max Wait it is a used-up quota, with the time of its reset', async () => {
		await open({ campaigns: 200, budget: { daily: 3 } }, '2026-03-02T09:00:00.000Z');
		expect(await failure()).toMatchObject({
			description: expect.stringContaining('in 12 hours'),
			context: { kind: 'quota-exhausted', retryAfterMs: 12 * 3_600_000 },
		});
		expect(sandbox.requests).toHaveLength(3);
	});

	it('a minute that no documentation knows is kept, too', async () => {
		const start = '2026-03-02T09:00:20.000Z';
		await open({ campaigns: 200, budget: { minutely: 3 } }, start);
		await run();
		expect(sandbox.myTarget.budgets.refused).toBe(0);
		expect(secondsFrom(start)).toBe(40);
	});
});

describe('a 429', () => {
	const refuse = (body: object, times = 1) => {
		sandbox.faults.add({
			path: LIST,
			skip: 1,
			times,
			fault: answer(429, body),
		});
	};

	it('E10: waits to the end of the exhausted window only, and loses no row', async () => {
		const start = '2026-03-02T09:00:00.400Z';
		await open({ campaigns: 150 }, start);
		refuse({ limits: { 1: 5, 3600: 1000 }, remaining: { 1: 0, 3600: 990 } });
		const { items } = await run();
		expect(new Set(jsonOf(items).map(({ id }) => id)).size).toBe(150);
		expect(secondsFrom(start)).toBeCloseTo(0.6);
	});

	it('all limits 0: no access, no waiting and no second request (trap 4)', async () => {
		await open({ campaigns: 150 });
		refuse({ limits: { 1: 0, 3600: 0 }, remaining: { 1: 0, 3600: 0 } }, 9);
		expect(await failure()).toMatchObject(failing('access-denied', 'limits are 0'));
		expect(sandbox.requests).toHaveLength(2);
		expect(clock.sleeps).toEqual([]);
	});

	it('without a word of the window: growing waits', async () => {
		await open({ campaigns: 150 });
		refuse({}, 3);
		const { items } = await run();
		expect(items).toHaveLength(150);
		expect(clock.sleeps).toEqual([2100, 4200, 8400]);
	});
});

describe('budgetOf', () => {
	const answer = (headers: Record<string, string>, parts: Partial<Answer> = {}): Answer => ({
		status: 200,
		headers,
		body: {},
		retryAfterMs: undefined,
		receivedAt: Date.parse('2026-03-02T20:59:30.250Z'),
		...parts,
	});

	it('reads the six documented headers and the minute', () => {
		const headers = {
			'x-ratelimit-rps-limit': '5',
			'x-ratelimit-rps-remaining': '4',
			'x-ratelimit-minutely-limit': '60',
			'x-ratelimit-hourly-limit': '1000',
			'x-ratelimit-hourly-remaining': '0',
			'x-ratelimit-daily-limit': '5000',
			'x-ratelimit-daily-remaining': 'many',
		};
		expect(budgetOf(answer(headers))).toEqual([
			{ limit: 5, remaining: 4, lengthMs: 1000, offsetMs: 0 },
			{ limit: 60, remaining: undefined, lengthMs: 60_000, offsetMs: 0 },
			{ limit: 1000, remaining: 0, lengthMs: 3_600_000, offsetMs: 0 },
			{ limit: 5000, remaining: undefined, lengthMs: 86_400_000, offsetMs: 10_800_000 },
		]);
	});

	it('learns nothing from missing headers or a limit of 0', () => {
		expect(budgetOf(answer({}))).toEqual([]);
		expect(budgetOf(answer({ 'x-ratelimit-rps-limit': '0', 'x-ratelimit-rps-remaining': '0' }))).toEqual([]);
	});

	it('takes any window of the body of a 429, and of nothing else (traps 6, 55)', () => {
		const body = { limits: { 1: 5, 300: 7 }, remaining: { 1: 0, 300: 2 } };
		expect(budgetOf(answer({}, { body }))).toEqual([]);
		expect(budgetOf(answer({}, { body, status: 429 }))).toEqual([
			{ limit: 5, remaining: 0, lengthMs: 1000, offsetMs: 0 },
			{ limit: 7, remaining: 2, lengthMs: 300_000, offsetMs: 0 },
		]);
	});

	it.each([
		[1, 750],
		[60, 29_750],
		[3600, 29_750],
		[86_400, 29_750],
	])('a window of %i s ends with the calendar one, the day in Moscow', (seconds, expected) => {
		const body = { limits: { [seconds]: 5 }, remaining: { [seconds]: 0 } };
		expect(exhaustedIn(answer({}, { body, status: 429 }))).toEqual({
			waitMs: expected,
			windowMs: seconds * 1000,
		});
	});
});
