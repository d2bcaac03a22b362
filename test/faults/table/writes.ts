import type { INodeParameters } from 'n8n-workflow';

import type { Fault } from '../../sandbox';

/** What is known about a change after a fault. */
export type Known =
	/** It was made. */
	| 'made'
	/** It was not made. */
	| 'refused'
	/** Neither: nobody told. */
	| 'in doubt';

export interface WriteFault {
	readonly name: string;
	/** Absent: nobody listens at the port of the credential. */
	readonly fault?: Fault;
	/** Only the first request is struck. */
	readonly once?: boolean;
	readonly options?: INodeParameters;
	readonly known: Known;
}

const html = { kind: 'html' } as const;
const elsewhere = { kind: 'redirect', to: 'http://127.0.0.1:1/elsewhere' } as const;

const answering = (status: number, known: Known): WriteFault => ({
	...{ name: String(status), fault: { kind: 'status', status }, known },
});

/** By what a client can know afterwards: an answer that never came may have been lost on its way back. */
export const writeFaults: readonly WriteFault[] = [
	{ name: 'none, but a slow answer', fault: { kind: 'slow-drip', ms: 1 }, known: 'made' },
	{ name: '429 once', fault: { kind: 'status', status: 429, retryAfter: '1' }, once: true, known: 'made' },
	{
		name: '429, Retry-After is too far away',
		fault: { kind: 'status', status: 429, retryAfter: '1' },
		// The limiter lives as long as the process, so a longer pause would hold up the other tests.
		options: { maxWait: 0 },
		known: 'refused',
	},
	...[401, 403, 404].map((status) => answering(status, 'refused')),
	{ name: 'refused connection', known: 'refused' },
	...[408, 500, 502, 503, 504].map((status) => answering(status, 'in doubt')),
	{ name: 'reset before the work was done', fault: { kind: 'reset-before' }, known: 'in doubt' },
	{ name: 'reset after the work was done', fault: { kind: 'reset-after' }, known: 'in doubt' },
	{ name: 'time-out of the headers', fault: { kind: 'hang' }, options: { timeout: 1 }, known: 'in doubt' },
	{ name: 'HTML with status 200', fault: html, known: 'in doubt' },
	{ name: 'an answer that broke off', fault: { kind: 'reset-mid-body' }, known: 'in doubt' },
	{ name: 'redirect to another origin', fault: elsewhere, known: 'in doubt' },
];
