import type { INodeParameters } from 'n8n-workflow';

import type { Fault } from '../../sandbox';
import type { Diversion } from '../model';
import { GATE, SAID, WRONG_PATH_PAGE } from './refusals';

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
	/** Of the sandbox, or who is at the address of the credential in its place. */
	readonly fault: Fault | Diversion;
	/** Only the first request is struck. */
	readonly once?: boolean;
	readonly options?: INodeParameters;
	readonly known: Known;
	/** Has to stand in the message. */
	readonly said?: RegExp;
}

const html = { kind: 'html' } as const;
const elsewhere = { kind: 'redirect', to: 'http://127.0.0.1:1/elsewhere' } as const;

const answering = (status: number, known: Known): WriteFault => ({
	...{ name: String(status), fault: { kind: 'status', status }, known },
});

/** The words of the platform are told, whatever form they have. */
const unforeseen = (status: number, form: keyof typeof GATE, known: Known): WriteFault => ({
	name: `unforeseen refusal: ${status} with ${form}`,
	fault: { kind: 'status', status, body: GATE[form]('the secret') },
	known,
	said: SAID,
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
	unforeseen(400, 'a detail', 'refused'),
	unforeseen(403, 'a message', 'refused'),
	unforeseen(422, 'a list of errors', 'refused'),
	unforeseen(500, 'plain text', 'in doubt'),
	unforeseen(502, 'XML', 'in doubt'),
	{
		name: 'wrong base path: 404 with a page',
		fault: { kind: 'status', status: 404, body: WRONG_PATH_PAGE },
		known: 'refused',
		said: /a page of HTML called "404 Not Found"/,
	},
	{ name: 'refused connection', fault: 'refuse', known: 'refused' },
	{
		name: 'foreign certificate',
		fault: 'foreign certificate',
		known: 'refused',
		said: /TLS certificate that nobody vouches for/,
	},
	...[408, 500, 502, 503, 504].map((status) => answering(status, 'in doubt')),
	{ name: 'reset before the work was done', fault: { kind: 'reset-before' }, known: 'in doubt' },
	{ name: 'reset after the work was done', fault: { kind: 'reset-after' }, known: 'in doubt' },
	{ name: 'time-out of the headers', fault: { kind: 'hang' }, options: { timeout: 1 }, known: 'in doubt' },
	{ name: 'HTML with status 200', fault: html, known: 'in doubt' },
	{ name: 'an answer that broke off', fault: { kind: 'reset-mid-body' }, known: 'in doubt' },
	{ name: 'redirect to another origin', fault: elsewhere, known: 'in doubt' },
];
