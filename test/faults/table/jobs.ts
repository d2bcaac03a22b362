import type { ErrorKind } from '../../../connector/errors';
import type { FaultEntry } from '../model';
import { fails } from './expectations';

/** What becomes of a job that was ordered. `state` is an index into the platform's own states. */
function endsIn(state: number): FaultEntry {
	return {
		group: 'jobs',
		name: `job that ends without a result (state ${state + 1})`,
		lasting: ['once', 'for good'],
		pattern: ({ orders, jobStates }) => (jobStates[state] === undefined ? undefined : orders),
		strike: ({ platform: { jobStates } }) => ({ kind: 'job-status', status: jobStates[state] ?? '' }),
		expect: () => fails(...LOST),
	};
}

const LOST: readonly ErrorKind[] = ['temporarily-unavailable', 'response-invalid', 'not-found', 'timeout'];

/** Reports that are made ready and never are. */
export const jobs: readonly FaultEntry[] = [
	endsIn(0),
	endsIn(1),
	endsIn(2),
	endsIn(3),
	{
		group: 'jobs',
		name: 'job that never ends',
		lasting: ['once', 'for good'],
		pattern: ({ orders }) => orders,
		strike: () => ({ kind: 'job-never-ends' }),
		options: { pollTimeout: 60 },
		expect: () => fails('timeout'),
	},
];
