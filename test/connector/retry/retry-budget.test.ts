import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';

import { RetryBudget } from '../../../connector/retry';

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
