import { Unreadable, utf8 } from './decoder';

/** The simple reading of JSON answers: what an envelope has to hold, and nothing about how the product checks it. */

export type Fields = Record<string, unknown>;

/** Whole numbers that JavaScript would round are text. */
export function parsed(bytes: Buffer): unknown {
	const json = utf8(bytes);
	try {
		JSON.parse(json);
		const token = /"(?:\\.|[^"\\])*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
		return JSON.parse(
			json.replace(token, (found) =>
				/^-?\d+$/.test(found) && !Number.isSafeInteger(Number(found)) ? `"${found}"` : found,
			),
		) as unknown;
	} catch {
		throw new Unreadable('no JSON');
	}
}

export function fields(value: unknown): Fields {
	if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
	throw new Unreadable('no object');
}

export function list(value: unknown): unknown[] {
	if (Array.isArray(value)) return value;
	throw new Unreadable('no list');
}

export function rows(value: unknown): Fields[] {
	return list(value).map(fields);
}

/** Objects of which one may be something else, which counts as empty, but not all. */
export function objects(value: unknown): Fields[] {
	const entries = list(value);
	const isObject = (entry: unknown) => typeof entry === 'object' && entry !== null && !Array.isArray(entry);
	if (entries.length > 0 && !entries.some(isObject)) throw new Unreadable('no objects');
	return entries.map((entry) => (isObject(entry) ? (entry as Fields) : {}));
}

export function text(value: unknown): string {
	if (typeof value === 'string') return value;
	throw new Unreadable('no text');
}

export function notEmpty(value: unknown): string {
	if (text(value) !== '') return text(value);
	throw new Unreadable('empty');
}

/** Rows of which one may lack what they are told apart by, a text or a number, but not all. */
export function namedRows(value: unknown, field: string): Fields[] {
	const all = objects(value);
	const isName = (name: unknown) => typeof name === 'number' || (typeof name === 'string' && name !== '');
	if (all.length > 0 && !all.some((row) => isName(row[field]))) throw new Unreadable('no names');
	return all;
}

/** A whole number that is not negative, also as text; undefined where there is none. */
export function count(value: unknown): number | null | undefined {
	if (value === undefined || value === null) return value;
	if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
	if (typeof value === 'string' && /^\d{1,15}$/.test(value)) return Number(value);
	throw new Unreadable('no count');
}

/** A platform that puts its refusals into a 200 marks them with a code of its own. */
export function noErrorCode({ ErrorCode: code }: Fields): void {
	if (!isNoCode(code)) throw new Unreadable('a refusal');
}

export function isNoCode(code: unknown): boolean {
	return code === undefined || code === null || code === 0 || code === '0' || code === '';
}

/** The same value without fields called `__proto__`. */
export function withoutProto(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withoutProto);
	if (typeof value !== 'object' || value === null) return value;
	const named = Object.entries(value).filter(([name]) => name !== '__proto__');
	return Object.fromEntries(named.map(([name, inner]) => [name, withoutProto(inner)]));
}
