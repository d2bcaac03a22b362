import type { FaultEntry } from '../model';
import { eitherWay, harmless, passing } from './expectations';

const spoilt = { group: 'content', lasting: ['once', 'for good'] } as const;
const hostile = { group: 'hostile', lasting: ['once', 'for good'] } as const;
/** Once is enough: a smaller request is tried at most, and each of these fills 64 MB of memory. */
const heavy = { group: 'size', lasting: ['once'] } as const;

/** One more than an answer may have. */
const TOO_MANY_BYTES = 65 * 1024 * 1024;

/** Answers that arrive and are not what they should be. */
export const contents: readonly FaultEntry[] = [
	{
		...spoilt,
		name: 'truncated body',
		strike: () => ({ kind: 'truncate' }),
		expect: passing('response-invalid'),
	},
	{
		...spoilt,
		name: 'HTML with status 200',
		strike: () => ({ kind: 'html' }),
		expect: passing('response-invalid'),
	},
	{
		...spoilt,
		name: 'wrong content type',
		strike: () => ({ kind: 'wrong-content-type', contentType: 'application/octet-stream' }),
		expect: harmless,
	},
	{
		...spoilt,
		name: 'wrong charset',
		strike: () => ({ kind: 'wrong-charset' }),
		// Text that is plain ASCII is the same in both.
		expect: eitherWay('response-invalid'),
	},
	{
		...hostile,
		name: 'redirect to another origin',
		strike: ({ elsewhere }) => ({ kind: 'redirect', to: `${elsewhere}/taken` }),
		expect: passing('response-invalid'),
	},
	{
		...heavy,
		name: 'oversized body',
		strike: () => ({ kind: 'oversized', bytes: TOO_MANY_BYTES }),
		expect: eitherWay('response-invalid'),
	},
	{
		...heavy,
		name: 'gzip bomb',
		strike: () => ({ kind: 'gzip-bomb', bytes: TOO_MANY_BYTES }),
		expect: eitherWay('response-invalid'),
	},
];
