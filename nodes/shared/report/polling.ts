import type { INodeProperties } from 'n8n-workflow';

import type { PollPolicy } from '../../../connector/job';
import { numberOption } from '../parameters/number-option';
import type { Parameters } from '../parameters/parameters';

/** Times in seconds. */
export interface PollDefaults {
	readonly interval: number;
	readonly maximumInterval: number;
	readonly timeout: number;
}

const POLL_GROWTH = 1.5;

/** The options of what is made while somebody waits, and their reader. @param what is waited for: "a job" */
export function pollOptions({ interval, maximumInterval, timeout }: PollDefaults, what = 'a job') {
	const atFirst = numberOption({
		displayName: 'Poll Interval',
		name: 'pollInterval',
		minimum: 1,
		precision: Infinity,
		default: interval,
		description: `How many seconds to wait before asking for the first time whether ${what} is done. Later waits grow.`,
	});
	const atMost = numberOption({
		displayName: 'Poll Timeout',
		name: 'pollTimeout',
		minimum: 1,
		precision: Infinity,
		default: timeout,
		description: `How many seconds to wait for ${what}, from when its turn has come`,
	});
	const fields: readonly INodeProperties[] = [atFirst.field, atMost.field];
	return {
		fields,
		/** @throws {ParameterError} */
		read(parameters: Parameters): PollPolicy {
			const first = atFirst.read(parameters);
			return {
				firstDelayMs: first * 1000,
				factor: POLL_GROWTH,
				maxDelayMs: Math.max(first, maximumInterval) * 1000,
				deadlineMs: atMost.read(parameters) * 1000,
			};
		},
	};
}
