import { dayOf } from '../../frame/calendar';
import { isObject, type JsonObject } from '../../frame/routes';
import { Refusal, type Violation } from '../refusal';

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

/**
 * Checks the values of one body and collects what is wrong with it; the answer names everything at once (3.11). A check
 * gives the checked value, or undefined for a missing or wrong one. Field names are paths: `InteractionFilter.DateFrom`.
 */
export class Checks {
	private readonly violations: Violation[] = [];

	fail(field: string, tag: string, value: unknown): void {
		this.violations.push({ Error: true, FailedField: field, Tag: tag, Value: value ?? null });
	}

	/** Errors: a Refusal with everything that was found. */
	conclude(): void {
		if (this.violations.length > 0) throw new Refusal(400, 'validate error', this.violations);
	}

	optional<T>(field: string, value: unknown, read: Reader<T>): T | undefined {
		if (value === undefined) return undefined;
		const result = read(value);
		if (!(result instanceof Unfit)) return result;
		this.fail(field, result.tag, value);
		return undefined;
	}

	required<T>(field: string, value: unknown, read: Reader<T>): T | undefined {
		if (value !== undefined && value !== null) return this.optional(field, value, read);
		this.fail(field, 'required', null);
		return undefined;
	}

	/** A name that nobody has documented is a slip of the client, so it is refused. */
	names(field: string, value: JsonObject | undefined, known: readonly string[]): void {
		for (const [name, entry] of Object.entries(value ?? {})) {
			if (!known.includes(name)) this.fail(field === '' ? name : `${field}.${name}`, 'unknown', entry);
		}
	}
}

export const object: Reader<JsonObject> = (value) => (isObject(value) ? value : new Unfit('object'));

/** Days, both included (T14). */
export interface Window {
	readonly fromDay: number;
	readonly toDay: number;
}

export interface WindowLimits {
	readonly today: number;
	/** Longest window in days. */
	readonly maxDays?: number;
	/** Earliest day. */
	readonly earliest?: number;
}

/** `DateFrom` and `DateTo` of a filter: both there, real days, ordered, not in the future. */
export function windowOf(
	checks: Checks,
	prefix: string,
	filter: JsonObject,
	limits: WindowLimits,
): Window | undefined {
	const from = `${prefix}DateFrom`;
	const to = `${prefix}DateTo`;
	const fromDay = checks.required(from, filter.DateFrom, day);
	const toDay = checks.required(to, filter.DateTo, day);
	if (fromDay === undefined || toDay === undefined) return undefined;
	const window = { fromDay, toDay };
	const objection = objectionTo(window, limits);
	if (objection === undefined) return window;
	if (objection === 'history') checks.fail(from, objection, filter.DateFrom);
	else checks.fail(to, objection, filter.DateTo);
	return undefined;
}

function objectionTo({ fromDay, toDay }: Window, limits: WindowLimits): string | undefined {
	if (toDay < fromDay) return 'gtefield';
	if (toDay > limits.today) return 'future';
	if (toDay - fromDay + 1 > (limits.maxDays ?? Infinity)) return 'maxdays';
	return fromDay < (limits.earliest ?? -Infinity) ? 'history' : undefined;
}
