import { dayOf } from '../../frame/calendar';
import { invalid, invalidField } from '../refusal';

/** Names, written as a text: there are many of them. */
export const words = (text: string): string[] => text.trim().split(/\s+/);

/** An object of a list, with every field that can be asked for. */
export type ListedObject = Readonly<Record<string, unknown>>;

export interface FieldRule {
	readonly all: readonly string[];
	/** Without `fields`. */
	readonly defaults: readonly string[];
}

/** Names in `fields`, or the default ones. Errors: 400, for `ad_groups` and `banners` too (trap 29). */
export function fieldsOf(query: URLSearchParams, rule: FieldRule): readonly string[] {
	givenOnce(query, 'fields');
	const given = query.get('fields');
	if (given === null) return rule.defaults;
	const fields = commaList('fields', given);
	for (const field of fields) {
		if (!rule.all.includes(field)) throw invalidField('fields', 'bad_items', `Unknown field "${field}"`);
	}
	return fields;
}

/** The object with some of its fields; those that it does not have are left out. */
export function withFields(object: ListedObject, fields: readonly string[]): Record<string, unknown> {
	return Object.fromEntries(fields.filter((field) => field in object).map((field) => [field, object[field]]));
}

/** Errors: 400 for a name that the method does not have, and for one that is given twice. */
export function onlyKnown(query: URLSearchParams, known: readonly string[]): void {
	for (const name of new Set(query.keys())) {
		if (!known.includes(name))
			throw invalid({ [name]: { code: 'unallowed_field', message: 'Unknown parameter' } });
		givenOnce(query, name);
	}
}

/** Errors: 400. */
export function givenOnce(query: URLSearchParams, name: string): void {
	if (query.getAll(name).length > 1)
		throw invalidField(name, 'duplicate_value', 'The parameter is given twice');
}

/** A comma list without empty or repeated entries. Errors: 400. */
export function commaList(name: string, value: string): string[] {
	const entries = value.split(',');
	if (entries.some((entry) => entry === '' || entry !== entry.trim()))
		throw invalidField(name, 'bad_value', 'The list is empty or has an empty entry');
	if (new Set(entries).size < entries.length)
		throw invalidField(name, 'duplicate_value', 'The list has an entry twice');
	return entries;
}

/** A whole number that is written without sign and blanks. Errors: 400. */
export function wholeNumber(name: string, value: string): number {
	if (!/^\d{1,10}$/.test(value)) throw invalidField(name, 'bad_value', 'Enter a whole number');
	return Number(value);
}

/** Values of one `__in`: not documented, and as many as fit a page (5.3). */
const MAX_VALUES = 50;

const LOOKUPS = ['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'in', 'startswith'] as const;
export type Lookup = (typeof LOOKUPS)[number];

export type FilterType = 'id' | 'status' | 'datetime' | 'date' | 'decimal' | 'text';

export interface Filter {
	readonly type: FilterType;
	readonly lookups: readonly Lookup[];
	/** By default the field of the filter's name; of a list one element has to fit. `search`: whether one of the texts contains the value (`_q`). */
	readonly value?: (object: ListedObject) => unknown;
	readonly search?: (object: ListedObject) => readonly string[];
}

/** Filters by their name without the first underscore: `id`, `user__username`. */
export type Filters = Readonly<Record<string, Filter>>;

export type Predicate = (object: ListedObject) => boolean;

/** What the parameters that begin with an underscore ask for. Errors: 400. */
export function predicatesOf(query: URLSearchParams, filters: Filters): Predicate[] {
	const predicates: Predicate[] = [];
	for (const [parameter, value] of query) {
		if (!parameter.startsWith('_')) continue;
		givenOnce(query, parameter);
		const [name, lookup] = partsOf(parameter, filters);
		const filter = filters[name];
		// What only clients know, `_id__not_in` for one, is refused like what nobody knows (3.3).
		if (filter?.lookups.includes(lookup) !== true)
			throw invalidField(parameter, 'unallowed_field', 'The objects cannot be filtered by this');
		predicates.push(predicate(parameter, name, filter, lookup, value));
	}
	return predicates;
}

/** The double underscore nests and looks up: split from the right, only at a known lookup (trap 13). */
function partsOf(parameter: string, filters: Filters): [string, Lookup] {
	const whole = parameter.slice(1);
	const at = whole.lastIndexOf('__');
	const lookup = LOOKUPS.find((known) => known === whole.slice(at + 2));
	// Equality has no word of its own (3.0.1).
	if (at < 1 || lookup === undefined || lookup === 'eq' || whole in filters) return [whole, 'eq'];
	return [whole.slice(0, at), lookup];
}

function predicate(
	parameter: string,
	name: string,
	filter: Filter,
	lookup: Lookup,
	value: string,
): Predicate {
	const entries = lookup === 'in' ? commaList(parameter, value) : [value];
	if (entries.length > MAX_VALUES)
		throw invalidField(parameter, 'max_value', `Not more than ${MAX_VALUES} values`);
	const wanted = entries.map((entry) => parse(parameter, filter.type, entry));
	const { search } = filter;
	if (search !== undefined)
		return (object) => search(object).some((text) => wanted.every((word) => text.includes(String(word))));
	const read = filter.value ?? ((object: ListedObject) => object[name]);
	const first = wanted[0]!;
	return (object) => {
		const value = read(object);
		const held = Array.isArray(value) ? (value as unknown[]) : [value];
		return held.some((one) => HOLDS[lookup](comparable(filter.type, one), first, wanted));
	};
}

type Comparable = string | number;

type Holds = (actual: Comparable | null, wanted: Comparable, all: readonly Comparable[]) => boolean;

const HOLDS: Readonly<Record<Lookup, Holds>> = {
	eq: (actual, wanted) => actual === wanted,
	ne: (actual, wanted) => actual !== wanted,
	in: (actual, _, all) => actual !== null && all.includes(actual),
	startswith: (actual, wanted) => typeof actual === 'string' && actual.startsWith(String(wanted)),
	lt: (actual, wanted) => actual !== null && actual < wanted,
	lte: (actual, wanted) => actual !== null && actual <= wanted,
	gt: (actual, wanted) => actual !== null && actual > wanted,
	gte: (actual, wanted) => actual !== null && actual >= wanted,
};

function comparable(type: FilterType, value: unknown): Comparable | null {
	if (typeof value === 'number') return value;
	if (typeof value !== 'string') return null;
	return type === 'decimal' ? Number(value) : value;
}

function parse(parameter: string, type: FilterType, value: string): Comparable {
	const bad = () => invalidField(parameter, 'bad_value', `"${value}" is no value for this filter`);
	switch (type) {
		case 'id':
			if (/^-\d{1,10}$/.test(value)) return Number(value);
			return wholeNumber(parameter, value);
		case 'decimal':
			if (!/^-?\d+(\.\d+)?$/.test(value)) throw bad();
			return Number(value);
		case 'status':
			if (!['active', 'blocked', 'deleted'].includes(value)) throw bad();
			return value;
		case 'date':
			if (dayOf(value) === undefined) throw bad();
			return value;
		case 'datetime': {
			// Moscow time, without a zone (trap 15).
			const isTime = /^\d{4}-\d\d-\d\d ([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(value);
			if (!isTime || dayOf(value.slice(0, 10)) === undefined) throw bad();
			return value;
		}
		case 'text':
			if (value === '' || value.length > 255) throw bad();
			return value;
	}
}
