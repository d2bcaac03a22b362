import { describe, expect, it } from '@jest/globals';

import { Parameters } from '../../../../nodes/shared/parameters/parameters';
import { loadOptions, readLoadSettings } from '../../../../nodes/shared/report/limits';
import { parameterErrorOf } from '../parameters/parameter-error-of';

const limits = {
	concurrency: { default: 1, maximum: 1 },
	polling: { interval: 3, maximumInterval: 30, timeout: 1800 },
	holdRows: 1,
};
const policyOf = (options: object) =>
	readLoadSettings(
		new Parameters((name, fallback) => (name === 'options' ? options : fallback), loadOptions(limits)),
		limits,
	).polling;

describe('polling', () => {
	it('grows from the interval to its maximum, until the deadline', () => {
		expect(policyOf({})).toEqual({
			firstDelayMs: 3000,
			factor: 1.5,
			maxDelayMs: 30_000,
			deadlineMs: 1_800_000,
		});
	});

	it('never gets faster than the user wants', () => {
		expect(policyOf({ pollInterval: 60, pollTimeout: 120 })).toMatchObject({
			firstDelayMs: 60_000,
			maxDelayMs: 60_000,
			deadlineMs: 120_000,
		});
	});

	it.each([
		[{ pollInterval: 0 }, 'Poll Interval is 0'],
		[{ pollTimeout: 0.5 }, 'Poll Timeout is 0.5'],
	])('is refused for %j', (options, message) => {
		expect(parameterErrorOf(() => policyOf(options)).message).toContain(message);
	});
});
