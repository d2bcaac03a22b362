import type { ErrorKind } from '../../../connector/errors';
import type { FaultEntry } from '../model';
import { entry, fails } from './expectations';

const LOST: readonly ErrorKind[] = ['temporarily-unavailable', 'response-invalid', 'not-found', 'timeout'];

/** What becomes of a job that was ordered. `state` is an index into the platform's own states. */
function endsIn(state: number): FaultEntry {
	return entry(
		'jobs',
		`job that ends without a result (state ${state + 1})`,
		({ platform: { jobStates } }) => ({ kind: 'job-status', status: jobStates[state] ?? '' }),
		() => fails(...LOST),
		{ pattern: ({ orders, jobStates }) => (jobStates[state] === undefined ? undefined : orders) },
	);
}

/** Reports that are made ready and never are. */
export const jobs: readonly FaultEntry[] = [
	...[0, 1, 2, 3].map(endsIn),
	entry('jobs', 'job that never ends', { kind: 'job-never-ends' }, () => fails('timeout'), {
		pattern: ({ orders }) => orders,
		options: { pollTimeout: 60 },
	}),
];
