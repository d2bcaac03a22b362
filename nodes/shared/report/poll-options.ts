import type { INodeProperties } from 'n8n-workflow';

import type { PollPolicy } from '../../../connector/job';
import type { Parameters } from '../parameters/parameters';

/** In seconds. */
export interface PollDefaults {
	readonly interval: number;
	readonly maximumInterval: number;
	readonly timeout: number;
}

const POLL_GROWTH = 1.5;

export function pollOptions({ interval, timeout }: PollDefaults): INodeProperties[] {
	return [
		{
			displayName: 'Poll Interval',
			name: 'pollInterval',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: interval,
			description:
				'How many seconds to wait before asking for the first time whether a job is done. Later waits grow.',
		},
		{
			displayName: 'Poll Timeout',
			name: 'pollTimeout',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: timeout,
			description: 'How many seconds a job may take before the node stops waiting for it',
		},
	];
}

export function readPollPolicy(parameters: Parameters, defaults: PollDefaults): PollPolicy {
	const interval = parameters.optionNumber('pollInterval', { minimum: 1, default: defaults.interval });
	const timeout = parameters.optionNumber('pollTimeout', { minimum: 1, default: defaults.timeout });
	return {
		firstDelayMs: interval * 1000,
		factor: POLL_GROWTH,
		maxDelayMs: Math.max(interval, defaults.maximumInterval) * 1000,
		deadlineMs: timeout * 1000,
	};
}
