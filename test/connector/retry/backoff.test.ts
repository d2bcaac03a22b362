import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';

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
