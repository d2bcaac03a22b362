import { z } from 'zod';

import type { LiveAnswer, Question } from './probe';

/**
 * The words that a report is made of. They tell forms and names of fields, and nothing that an account holds: a report
 * is attached to public issues.
 */

const container = z.record(z.string(), z.unknown());

/** What stands at a path; a number is a place in a list. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
	return path.reduce<unknown>((inner, step) => {
		if (Array.isArray(inner)) return (inner as unknown[])[Number(step)];
		return container.safeParse(inner).data?.[step];
	}, value);
}

export function kindOf(value: unknown): string {
	if (value === undefined) return 'missing';
	if (value === null) return 'null';
	if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
	if (typeof value === 'string')
		return value === '' ? 'an empty text' : /^-?[\d.]+$/.test(value) ? 'digits as text' : 'text';
	return (
		{ number: 'a number', boolean: 'true or false', object: 'an object' }[typeof value as string] ??
		'another kind'
	);
}

/** Names of fields are words of an API; a key with more digits than that may be an id. */
const FIELD = /^[A-Za-z_][A-Za-z_]{0,39}\d{0,2}$/;

/** The names of its fields, in the order of the alphabet. */
export function fieldsOf(value: unknown): string {
	const parsed = container.safeParse(value);
	if (!parsed.success) return kindOf(value);
	const keys = Object.keys(parsed.data);
	const words = keys.filter((key) => FIELD.test(key)).sort();
	return words.length === keys.length ? words.join(', ') : [...words, 'other keys'].join(', ');
}

/** Those of some fields that are there. */
export function presentOf(value: unknown, names: readonly string[]): string {
	const there = names.filter((name) => at(value, name) !== undefined);
	return there.length === 0 ? 'none of them' : there.join(', ');
}

/** A value that the sheet lists; any other one stays unsaid. */
export function among(value: unknown, listed: readonly string[]): string {
	return listed.find((one) => one === String(value)) ?? (value === undefined ? 'missing' : 'another value');
}

const MOMENTS: readonly (readonly [RegExp, string])[] = [
	[/^\d{4}-\d\d-\d\d$/, 'YYYY-MM-DD'],
	[/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/, 'YYYY-MM-DD HH:MM:SS'],
	[/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/, 'ISO 8601 with Z'],
	[/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z$/, 'ISO 8601 with fractions and Z'],
	[/^\d{4}-\d\d-\d\dT[\d:.]+[+-]\d\d:?\d\d$/, 'ISO 8601 with an offset'],
	[/^\d{4}-\d\d-\d\d \d\d:\d\d$/, 'YYYY-MM-DD HH:MM'],
	[/^\d{8}$/, 'YYYYMMDD'],
];

export function momentOf(value: unknown): string {
	if (typeof value !== 'string') return kindOf(value);
	return MOMENTS.find(([pattern]) => pattern.test(value))?.[1] ?? 'another form';
}

/** Names of headers about limits; which ones an API has is what clients tell differently. */
export function limitHeaders({ headers }: LiveAnswer): string {
	const names = Object.keys(headers).filter((name) => /rate-?limit|retry-after|quota/.test(name));
	return names.length === 0 ? 'no such header' : names.sort().join(', ');
}

export function retryAfter({ headers }: LiveAnswer): string {
	const value = headers['retry-after'];
	return value === undefined
		? 'no Retry-After'
		: /^\d+$/.test(value)
			? 'Retry-After in seconds'
			: 'Retry-After as a date';
}

export function mediaType({ headers }: LiveAnswer): string {
	const [type = ''] = (headers['content-type'] ?? '').toLowerCase().split(';');
	return among(type.trim(), ['application/json', 'text/xml', 'application/xml', 'text/html', 'text/plain']);
}

export function charset({ headers }: LiveAnswer): string {
	const [, name = 'none named'] = /charset="?([\w-]+)/i.exec(headers['content-type'] ?? '') ?? [];
	return among(name.toLowerCase(), ['utf-8', 'windows-1251', 'none named']);
}

export function statusOf({ status }: LiveAnswer): string {
	return `HTTP ${status}`;
}

/** Asks for the status of an answer. @param believed statuses that the sheet names; none where it does not know */
export function status(about: string, sheet: string, ...believed: readonly number[]): Question {
	const words = believed.map((one) => `HTTP ${one}`);
	return { about, sheet, found: statusOf, ...(words.length === 0 ? {} : { believed: words }) };
}
