import type { FaultEntry } from '../model';
import { harmless, passing } from './expectations';

const broken = { group: 'connection', lasting: ['once', 'for good'] } as const;
const slow = { group: 'time', lasting: ['once', 'for good'] } as const;

/** Real milliseconds that a struck request may take, so that nobody waits for the node's own 60 s. */
const SHORT = { idleMs: 25, wholeMs: 60 };
/** Pieces that come slowly may come late on a busy machine, which is no pause of the platform's. */
const SHORT_FOR_PIECES = { idleMs: 60, wholeMs: 60 };

/** Answers that do not arrive, or not in time. */
export const connections: readonly FaultEntry[] = [
	{ ...broken, name: 'refused connection', strike: 'refuse', expect: passing('temporarily-unavailable') },
	{
		...broken,
		name: 'reset before the answer',
		strike: () => ({ kind: 'reset-before' }),
		expect: passing('temporarily-unavailable'),
	},
	{
		...broken,
		name: 'reset after the work was done',
		strike: () => ({ kind: 'reset-after' }),
		expect: passing('temporarily-unavailable'),
	},
	{
		...broken,
		name: 'reset in the middle of the body',
		strike: () => ({ kind: 'reset-mid-body' }),
		expect: passing('temporarily-unavailable'),
	},
	{
		...slow,
		name: 'time-out of the headers',
		strike: () => ({ kind: 'hang' }),
		timeouts: SHORT,
		expect: passing('timeout'),
	},
	{
		...slow,
		name: 'time-out of the body',
		strike: () => ({ kind: 'stall-mid-body' }),
		timeouts: SHORT,
		expect: passing('timeout'),
	},
	{ ...slow, name: 'slow drip', strike: () => ({ kind: 'slow-drip', ms: 1 }), expect: harmless },
	{
		...slow,
		name: 'drip that is too slow',
		strike: () => ({ kind: 'slow-drip', ms: 8 }),
		timeouts: SHORT_FOR_PIECES,
		// A file may take as long as it flows.
		expect: (role, lasting) =>
			role === 'download' ? harmless(role, lasting) : passing('timeout')(role, lasting),
	},
];
