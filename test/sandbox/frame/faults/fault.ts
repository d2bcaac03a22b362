/** Answered instead of the platform, which never hears of the request. */
export type ReplacingFault =
	/** `retryAfter` as a function is asked when it strikes, for a date that lies ahead of that moment. */
	| { kind: 'status'; status: number; retryAfter?: string | (() => string); body?: string }
	/** 200 with an HTML page. */
	| { kind: 'html' }
	| { kind: 'redirect'; to: string };

/** No answer at all; the platform never hears of the request. */
export type ConnectionFault = { kind: 'hang' } | { kind: 'reset-before' };

/** The platform did its work, its answer is spoilt. */
export type ContentFault =
	/** Half of the content, cleanly ended, with the Content-Length of the half. */
	| { kind: 'truncate' }
	/** Declared as it was, but the bytes are windows-1251. Shows only where the text is not plain ASCII. */
	| { kind: 'wrong-charset' }
	/** Padded with spaces to this size, without Content-Length. */
	| { kind: 'oversized'; bytes: number }
	/** This many spaces more, which gzip makes a thousand times smaller; whatever encodings the client accepts. */
	| { kind: 'gzip-bomb'; bytes: number }
	/** The right content under another name. */
	| { kind: 'wrong-content-type'; contentType: string };

/**
 * The platform did its work, the middle one of its records is odd: `nothing` stands in its place, or `foreign fields`
 * that it never had; or one of its values is a `foreign value` of another kind, or a `foreign text`.
 */
export interface RecordFault {
	kind: 'odd-record';
	form: 'nothing' | 'foreign fields' | 'foreign value' | 'foreign text';
}

/** The platform did its work, the connection is reset before the first byte of its answer. */
export interface LostAnswerFault {
	kind: 'reset-after';
}

/** The platform did its work, its answer arrives badly. */
export type DeliveryFault =
	/** Reset after so many bytes of the body; without a number, after half of them. */
	| { kind: 'reset-mid-body'; after?: number }
	/** Half of the body, and then nothing more on a connection that stays open. */
	| { kind: 'stall-mid-body' }
	/** In 16 pieces with a pause before each. */
	| { kind: 'slow-drip'; ms: number };

/** Only the platform knows how to play these. */
export type PlatformFault =
	/** The rows of the page before, as if Offset had not moved. */
	| { kind: 'repeat-page' }
	/** No rows, and the promise of more; where pages have a cursor, with or without one. */
	| { kind: 'empty-page'; withoutCursor?: boolean }
	/** Rows and the promise of more, and no cursor to it. */
	| { kind: 'missing-cursor' }
	| { kind: 'error-in-200'; code: number; message: string }
	/** From this page on the list has so many objects more, or its first ones have gone. */
	| { kind: 'list-changes'; by: number }
	/** The answer counts so many more rows than there are. */
	| { kind: 'counts-more'; by: number }
	/** The first page counts all rows that there are; a later one has none and counts none. */
	| { kind: 'count-taken-back' }
	/** The token of this request is expired from now on. */
	| { kind: 'expire-token' }
	/** The platform's answer in a shape that nobody has documented. */
	| { kind: 'unknown-envelope' }
	/** On an order: what becomes of that job. On a poll: what that poll says. */
	| { kind: 'job-status'; status: string; error_message?: string }
	| { kind: 'job-never-ends' }
	/** The platform did it, but for a part that the message names. */
	| { kind: 'partial-success'; message: string }
	/** What an attacker in the platform's place would answer to a client that trusts XML. */
	| { kind: 'hostile-xml'; attack: XmlAttack };

/** `deep-nesting` streams elements that are opened and never closed, by default 200 MB of them. */
export type XmlAttack =
	| { kind: 'entity-bomb' }
	| { kind: 'external-entity'; uri: string }
	| { kind: 'deep-nesting'; bytes?: number };

export type Fault =
	| ReplacingFault
	| ConnectionFault
	| ContentFault
	| RecordFault
	| LostAnswerFault
	| DeliveryFault
	| PlatformFault
	| { kind: 'delay'; ms: number };

export interface FaultRule {
	/** A whole path, with the platform's prefix or without; a pattern is tried on both. */
	path: string | RegExp;
	method?: string;
	/** The first so many matching requests pass. */
	skip?: number;
	/** It strikes at most so often. */
	times?: number;
	/** Share of the matching requests that are struck, 0 to 1; which ones is always the same. */
	rate?: number;
	fault: Fault;
}

/** A fault that still lets an answer out. */
export type AnsweredFault =
	ReplacingFault | ContentFault | RecordFault | LostAnswerFault | DeliveryFault | PlatformFault;

export function isReplacing(fault: AnsweredFault): fault is ReplacingFault {
	return REPLACING.has(fault.kind);
}

export function isForPlatform(fault: AnsweredFault): fault is PlatformFault {
	return FOR_PLATFORM.has(fault.kind);
}

export function isDelivery(fault: AnsweredFault): fault is DeliveryFault {
	return DELIVERY.has(fault.kind);
}

/** By how much an answer counts too many rows. */
export function tooMany(fault: Fault | undefined): number {
	return fault?.kind === 'counts-more' ? fault.by : 0;
}

/** What a fault makes of a report that was ordered. */
export type JobFault = Extract<PlatformFault, { kind: 'job-status' | 'job-never-ends' }>;

export const JOB_FAULTS = ['job-status', 'job-never-ends'] as const;

export function jobFault(fault: PlatformFault | undefined): JobFault | undefined {
	return fault?.kind === 'job-status' || fault?.kind === 'job-never-ends' ? fault : undefined;
}

type Kind = Fault['kind'];

const REPLACING: ReadonlySet<Kind> = new Set<ReplacingFault['kind']>(['status', 'html', 'redirect']);
const DELIVERY: ReadonlySet<Kind> = new Set<DeliveryFault['kind']>([
	'reset-mid-body',
	'stall-mid-body',
	'slow-drip',
]);
const FOR_PLATFORM: ReadonlySet<Kind> = new Set<PlatformFault['kind']>([
	'repeat-page',
	'empty-page',
	'missing-cursor',
	'error-in-200',
	'list-changes',
	'counts-more',
	'count-taken-back',
	'expire-token',
	'unknown-envelope',
	'job-status',
	'job-never-ends',
	'partial-success',
	'hostile-xml',
]);
