import type { FaultEntry } from '../model';
import { eitherWay, entry, harmless, passing } from './expectations';

/** One more byte than an answer may have. */
const bytes = 65 * 1024 * 1024;
/** A smaller request is tried at most, and each of these fills 64 MB of memory. */
const once = { lasting: ['once'] } as const;

const noAnswer = passing('response-invalid');
const elsewhere: FaultEntry['strike'] = ({ elsewhere }) => ({ kind: 'redirect', to: `${elsewhere}/taken` });
const otherType = { kind: 'wrong-content-type', contentType: 'application/octet-stream' } as const;

/** Answers that arrive and are not what they should be. */
export const contents: readonly FaultEntry[] = [
	entry('content', 'truncated body', { kind: 'truncate' }, noAnswer),
	entry('content', 'HTML with status 200', { kind: 'html' }, noAnswer),
	entry('content', 'wrong content type', otherType, harmless),
	// Text that is plain ASCII is the same in both.
	entry('content', 'wrong charset', { kind: 'wrong-charset' }, eitherWay('response-invalid')),
	entry('hostile', 'redirect to another origin', elsewhere, noAnswer),
	entry('size', 'oversized body', { kind: 'oversized', bytes }, eitherWay('response-invalid'), once),
	entry('size', 'gzip bomb', { kind: 'gzip-bomb', bytes }, eitherWay('response-invalid'), once),
];
