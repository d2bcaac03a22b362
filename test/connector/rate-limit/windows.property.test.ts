import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';

import { RateLimiter } from '../../../connector/rate-limit';
import { FakeClock } from '../../support/fake-clock';

const LENGTHS = [1000, 60_000, 3_600_000];
const METHODS = ['GET /a', 'GET /b'];

interface Limits {
	readonly method: string;
	readonly limit: number;
	readonly lengthMs: number;
}

interface Grant {
	readonly method: string;
	readonly share: number;
	readonly at: number;
}

const limits = fc.uniqueArray(
	fc.record({
		method: fc.constantFrom('', ...METHODS),
		limit: fc.integer({ min: 1, max: 6 }),
		lengthMs: fc.constantFrom(...LENGTHS),
	}),
	{ minLength: 1, maxLength: 4, selector: ({ method, lengthMs }) => `${method} ${lengthMs}` },
);

const command = fc.oneof(
	fc.record({
		do: fc.constant('ask' as const),
		method: fc.constantFrom(...METHODS),
		share: fc.constantFrom(1, 0.5, 0.1),
		count: fc.integer({ min: 1, max: 6 }),
	}),
	fc.record({ do: fc.constant('pause' as const), ms: fc.integer({ min: 0, max: 5000 }) }),
	fc.record({ do: fc.constant('sleep' as const), ms: fc.integer({ min: 0, max: 90_000 }) }),
	fc.record({ do: fc.constant('learn' as const), index: fc.nat(3), remaining: fc.nat(8) }),
);

/** What each calendar window may hold: the limit, and less once the platform has told what is left. */
class Model {
	readonly grants: Grant[] = [];
	private readonly told = new Map<string, number>();
	private pausedUntil = 0;

	constructor(private readonly limits: readonly Limits[]) {}

	pause(until: number): void {
		this.pausedUntil = Math.max(this.pausedUntil, until);
	}

	learn(limit: Limits, remaining: number, now: number): void {
		const key = this.key(limit, now);
		const total = this.usedBy(limit, now) + remaining;
		this.told.set(key, Math.min(this.told.get(key) ?? Infinity, total));
	}

	/** Checks a permit that is granted now, and remembers it. */
	grant(grant: Grant): void {
		expect(grant.at).toBeGreaterThanOrEqual(this.pausedUntil);
		for (const limit of this.limits) {
			if (limit.method !== '' && limit.method !== grant.method) continue;
			const used = this.usedBy(limit, grant.at);
			expect(used).toBeLessThan(Math.max(1, Math.floor(limit.limit * grant.share)));
			expect(used).toBeLessThan(this.told.get(this.key(limit, grant.at)) ?? Infinity);
		}
		this.grants.push(grant);
	}

	private usedBy(limit: Limits, now: number): number {
		const window = Math.floor(now / limit.lengthMs);
		return this.grants.filter(
			({ at, method }) =>
				Math.floor(at / limit.lengthMs) === window && (limit.method === '' || limit.method === method),
		).length;
	}

	private key({ method, lengthMs }: Limits, now: number): string {
		return `${method} ${lengthMs} ${Math.floor(now / lengthMs)}`;
	}
}

describe('RateLimiter', () => {
	it('never exceeds a window, a share, what is left or a pause, and grants every permit in the end', async () => {
		const input = fc.record({
			limits,
			commands: fc.array(command, { maxLength: 12 }),
			offset: fc.nat(3_600_000),
		});
		await fc.assert(
			fc.asyncProperty(input, async ({ limits, commands, offset }) => {
				const start = Date.parse('2026-03-02T09:00:00.000Z') + offset;
				const clock = new FakeClock(new Date(start).toISOString());
				const limiter = new RateLimiter(clock);
				for (const { method, ...window } of limits) limiter.learn(method, [window]);
				const model = new Model(limits);
				const asked: Promise<void>[] = [];
				const ask = async (method: string, share: number) => {
					const granted = await limiter.permit(method, {
						signal: new AbortController().signal,
						observe: () => undefined,
						maxWaitMs: Infinity,
						share,
					});
					granted.settle();
					model.grant({ method, share, at: clock.now() });
				};
				for (const step of commands) {
					if (step.do === 'ask')
						for (let n = 0; n < step.count; n++) asked.push(ask(step.method, step.share));
					// Lets what was granted in this moment be written down before anything else happens.
					await new Promise((resolve) => setImmediate(resolve));
					if (step.do === 'pause') {
						limiter.pause(step.ms);
						model.pause(clock.now() + step.ms);
					}
					if (step.do === 'sleep') await clock.sleep(step.ms);
					const told = step.do === 'learn' ? limits[step.index] : undefined;
					if (step.do === 'learn' && told !== undefined) {
						const { method, ...window } = told;
						limiter.learn(method, [{ ...window, remaining: step.remaining }]);
						model.learn(told, step.remaining, clock.now());
					}
				}
				await Promise.all(asked);
				expect(model.grants).toHaveLength(asked.length);
			}),
			{ numRuns: 150 },
		);
	});
});
