import { dayOf } from '../../frame/calendar';

/** Why a value does not fit: the tag of the violation (3.11). */
export class Unfit {
	constructor(readonly tag: string) {}
}

/** Gives the value in its type, or says what is wrong with it. */
export type Reader<T> = (value: unknown) => T | Unfit;

/** A list without repetitions. An empty one may mean "nothing" or "no filter" (T22), so it is refused. */
export const strings: Reader<string[]> = (value) => {
	if (!Array.isArray(value)) return new Unfit('array');
	if (value.length === 0) return new Unfit('min');
	const isText = (entry: unknown): entry is string => typeof entry === 'string' && entry.trim() !== '';
	if (!value.every(isText)) return new Unfit('string');
	return new Set(value).size === value.length ? value : new Unfit('unique');
};

/** Ids that the project has, without repetitions. */
export function ids(most: number, known: ReadonlyMap<number, unknown>): Reader<number[]> {
	return (value) => {
		if (!Array.isArray(value)) return new Unfit('array');
		if (value.length === 0) return new Unfit('min');
		if (value.length > most) return new Unfit('max');
		if (!value.every((entry): entry is number => Number.isInteger(entry))) return new Unfit('int');
		if (new Set(value).size !== value.length) return new Unfit('unique');
		return value.every((id) => known.has(id)) ? value : new Unfit('exists');
	};
}

export function oneOf<T extends string>(list: readonly T[]): Reader<T> {
	return (value) => list.find((entry) => entry === value) ?? new Unfit('oneof');
}

export function integer(least: number, most: number): Reader<number> {
	return (value) => {
		if (typeof value !== 'number' || !Number.isInteger(value)) return new Unfit('int');
		if (value < least) return new Unfit('min');
		return value > most ? new Unfit('max') : value;
	};
}

export function matching(pattern: RegExp, tag: string): Reader<string> {
	return (value) => (typeof value === 'string' && pattern.test(value) ? value : new Unfit(tag));
}

export const day: Reader<number> = (value) =>
	(typeof value === 'string' ? dayOf(value) : undefined) ?? new Unfit('date');
