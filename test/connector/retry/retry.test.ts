import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';

import { RetryBudget } from '../../../connector/retry';
import { backoffMs, exponentialBackoff, type Backoff } from '../../../connector/retry/retry-policy';

const growing: Backoff = { firstMs: 10_000, factor: 2, capMs: 60_000, jitter: 'above' };

describe('backoffMs', () => {
	it.each([
		['exponential', exponentialBackoff, 1, [1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]],
		['exponential', exponentialBackoff, 0.5, [500, 1000, 2000, 4000, 8000, 15_000, 15_000]],
		['exponential', exponentialBackoff, 0, [0, 0, 0, 0, 0, 0, 0]],
		['growing', growing, 0, [10_000, 20_000, 40_000, 60_000, 60_000, 60_000, 60_000]],
		['growing', growing, 0.5, [10_500, 21_000, 42_000, 63_000, 63_000, 63_000, 63_000]],
	])('gives the %s waits (%#)', (_name, backoff, chance, waits) => {
		expect(waits.map((_wait, attempt) => backoffMs(backoff, attempt, () => chance))).toEqual(waits);
	});

	it('stays within its bounds, whatever the attempt and the chance', () => {
		const input = fc.record({
			attempt: fc.nat(2000),
			chance: fc.double({ min: 0, max: 1, noNaN: true }),
			jitter: fc.constantFrom('full' as const, 'above' as const),
		});
		fc.assert(
			fc.property(input, ({ attempt, chance, jitter }) => {
				const backoff = { ...growing, jitter };
				const ms = backoffMs(backoff, attempt, () => chance);
				expect(ms).toBeGreaterThanOrEqual(jitter === 'full' ? 0 : growing.firstMs);
				expect(ms).toBeLessThanOrEqual(jitter === 'full' ? growing.capMs : growing.capMs * 1.1);
			}),
		);
	});
});

const takeAll = (budget: RetryBudget): number => {
	let taken = 0;
	while (taken < 1000 && budget.take()) taken += 1;
	return taken;
};

describe('RetryBudget', () => {
	it('has thirty retries, and earns one by four successes', () => {
		const budget = new RetryBudget();
		expect(takeAll(budget)).toBe(30);
		for (let n = 0; n < 3; n++) budget.earn();
		expect(budget.take()).toBe(false);
		budget.earn();
		expect(takeAll(budget)).toBe(1);
	});

	it('never saves up more than it began with', () => {
		const budget = new RetryBudget();
		for (let n = 0; n < 1000; n++) budget.earn();
		expect(takeAll(budget)).toBe(30);
	});

	it('never runs dry while less than a fifth of the requests fail', () => {
		const budget = new RetryBudget();
		for (let request = 0; request < 10_000; request++) {
			if (request % 6 === 0) expect(budget.take()).toBe(true);
			else budget.earn();
		}
	});

	it('never grants more retries than it had and earned', () => {
		fc.assert(
			fc.property(fc.array(fc.boolean(), { maxLength: 400 }), (successes) => {
				const budget = new RetryBudget();
				let granted = 0;
				let earned = 0;
				for (const success of successes) {
					if (success) {
						budget.earn();
						earned += 0.25;
					} else if (budget.take()) granted += 1;
				}
				expect(granted).toBeLessThanOrEqual(30 + earned);
			}),
		);
	});
});
