import type { FaultEntry } from '../model';
import { entry, final, harmless, passing, saying } from './expectations';

/** Real milliseconds that a struck request may take, so that nobody waits for the node's own 60 s. */
const SHORT = { idleMs: 25, wholeMs: 60 };
/** Pieces that come slowly may come late on a busy machine, which is no pause of the platform's. */
const SHORT_FOR_PIECES = { idleMs: 60, wholeMs: 60 };

const untrusted = saying({ advice: /NODE_EXTRA_CA_CERTS/ }, final('access-denied'));
const lost = passing('temporarily-unavailable');
const late = passing('timeout');

/** Answers that do not arrive, or not in time. */
export const connections: readonly FaultEntry[] = [
	entry('connection', 'refused connection', 'refuse', lost),
	entry('connection', 'foreign certificate', 'foreign certificate', untrusted),
	entry('connection', 'reset before the answer', { kind: 'reset-before' }, lost),
	entry('connection', 'reset after the work was done', { kind: 'reset-after' }, lost),
	entry('connection', 'reset in the middle of the body', { kind: 'reset-mid-body' }, lost),
	entry('time', 'time-out of the headers', { kind: 'hang' }, late, { timeouts: SHORT }),
	entry('time', 'time-out of the body', { kind: 'stall-mid-body' }, late, { timeouts: SHORT }),
	entry('time', 'slow drip', { kind: 'slow-drip', ms: 1 }, harmless),
	entry(
		'time',
		'drip that is too slow',
		{ kind: 'slow-drip', ms: 8 },
		// A file may take as long as it flows.
		(role, lasting) => (role === 'download' ? harmless : late)(role, lasting),
		{ timeouts: SHORT_FOR_PIECES },
	),
];
