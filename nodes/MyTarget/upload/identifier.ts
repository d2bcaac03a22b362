import { createHash } from 'node:crypto';

export type IdentifierKind = 'email' | 'phone';

const EMAIL = /^[^\s@,;"]+@[^\s@,;"]+\.[^\s@,;"]+$/;
const MD5 = /^[\da-f]{32}$/i;

/** An address or a number in the one form in which it has one hash; undefined for what is none. */
export function identifierIn(kind: IdentifierKind, text: string): string | undefined {
	if (MD5.test(text)) return text.toLowerCase();
	return kind === 'email' ? emailIn(text) : phoneIn(text);
}

function emailIn(text: string): string | undefined {
	return EMAIL.test(text) ? text.toLowerCase() : undefined;
}

/** Digits with the code of the country, which is Russia's where it is left out as people do there. */
function phoneIn(text: string): string | undefined {
	const digits = text.replace(/[\s().+-]/g, '');
	if (!/^\d{10,15}$/.test(digits)) return undefined;
	if (text.startsWith('+')) return digits;
	if (/^8\d{10}$/.test(digits)) return `7${digits.slice(1)}`;
	return /^9\d{9}$/.test(digits) ? `7${digits}` : digits;
}

/** The form in which the platform takes hashes: it has a word for one that is no MD5 (sheet 3.12). */
export function md5Of(identifier: string): string {
	return MD5.test(identifier) ? identifier : createHash('md5').update(identifier).digest('hex');
}

/** What a field or a cell holds, as a line; undefined for what is no text. */
export function textOf(value: unknown): string | undefined {
	if (value === undefined || value === null) return '';
	if (typeof value === 'string') return value.trim();
	// A longer number has lost digits on its way.
	return typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : undefined;
}
