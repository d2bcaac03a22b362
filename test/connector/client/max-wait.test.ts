import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';

import { RateLimiter } from '../../../connector/rate-limit';
import { retryRules, type Backoff } from '../../../connector/retry';
import { FakeClock } from '../../support/fake-clock';
import type { Step } from '../../support/scripted-transport';
import { broken, get, OK, policy, Rows, setUp } from './parts';

const START = '2026-03-02T09:00:00.000Z';

const backoff: fc.Arbitrary<Backoff> = fc.record({
	firstMs: fc.integer({ min: 1, max: 60_000 }),
	factor: fc.constantFrom(1, 2),
	capMs: fc.integer({ min: 1, max: 300_000 }),
	jitter: fc.constantFrom('above' as const, 'full' as const),
});

const step = fc.oneof(
	fc.constant<Step>(broken),
	fc.constant<Step>({ status: 503 }),
	fc.constant<Step>({ body: '{"rows":[' }),
	fc.option(fc.integer({ min: 1, max: 600 })).map((seconds): Step => ({
		status: 429,
		headers: seconds === null ? {} : { 'retry-after': String(seconds) },
	})),
);

describe('Max Wait', () => {
	it('is one rule for whatever is waited for: no wait is longer, and one that would be ends the call at once', async () => {
		const input = fc.record({
			maxWaitMs: fc.integer({ min: 0, max: 400_000 }),
			rule: backoff,
			steps: fc.array(step, { maxLength: 4 }),
			window: fc.option(
				fc.record({ limit: fc.constant(2), lengthMs: fc.constantFrom(1000, 60_000, 3_600_000) }),
			),
			pausedMs: fc.constantFrom(0, 0, 1000, 500_000),
		});
		await fc.assert(
			fc.asyncProperty(input, async ({ maxWaitMs, rule, steps, window, pausedMs }) => {
				const clock = new FakeClock(START);
				const limiter = new RateLimiter(clock, window === null ? [] : [window]);
				if (pausedMs > 0) limiter.pause(pausedMs);
				const retryPolicy = { ...policy, maxRetries: 4, maxWaitMs, rules: retryRules(rule) };
				const { client } = setUp([...steps, OK, OK], { limiter, retryPolicy }, clock);
				const error = await client.json(get, Rows).then(
					() => undefined,
					(thrown: unknown) => thrown as { kind: string; retryAfterMs?: number; tooLongWait: boolean },
				);
				expect(Math.max(0, ...clock.sleeps)).toBeLessThanOrEqual(maxWaitMs);
				if (error === undefined) return;
				expect(error.tooLongWait).toBe(true);
				expect(['rate-limited', 'quota-exhausted']).toContain(error.kind);
				expect(error.retryAfterMs).toBeGreaterThan(maxWaitMs);
			}),
			{ numRuns: 300 },
		);
	});

	it.each([
		['an outage', broken, 500],
		['a 503', { status: 503 }, 500],
		['a 429 without a time', { status: 429 }, 63_000],
		['a 429 with one', { status: 429, headers: { 'retry-after': '1' } }, 1000],
	])('of nothing ends the call after %s, with the time to come back', async (_name, first, ms) => {
		const { client, clock, transport } = setUp([first, OK], { retryPolicy: { ...policy, maxWaitMs: 0 } });
		await expect(client.json(get, Rows)).rejects.toMatchObject({ kind: 'rate-limited', retryAfterMs: ms });
		expect([transport.sent.length, clock.sleeps]).toEqual([1, []]);
	});

	it('changes nothing about the last failure of what passes by itself, for which nothing more is waited', async () => {
		const retryPolicy = { ...policy, maxRetries: 3, maxWaitMs: 2100 };
		const { client, clock } = setUp([{ status: 504 }, { status: 504 }, { status: 504 }, { status: 504 }], {
			retryPolicy,
		});
		await expect(client.json(get, Rows)).rejects.toMatchObject({
			kind: 'temporarily-unavailable',
			splittable: true,
		});
		expect(clock.sleeps).toEqual([500, 1000, 2000]);
	});

	it('keeps what the platform said of what it ends: the request id, and whether halves may help', async () => {
		const steps = [{ status: 504, headers: { 'x-request-id': 'r-17' } }];
		const { client } = setUp(steps, { retryPolicy: { ...policy, maxWaitMs: 0 } });
		await expect(client.json(get, Rows)).rejects.toMatchObject({ requestId: 'r-17', splittable: true });
	});
});
