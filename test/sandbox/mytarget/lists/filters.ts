import { dayOf } from '../../frame/calendar';
import { invalidField } from '../refusal';

import { commaList, givenOnce, wholeNumber, type ListedObject } from './query';

/** Values of one `__in`: not documented, and as many as fit a page (5.3). */
const MAX_VALUES = 50;

const LOOKUPS = ['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'in', 'startswith'] as const;
export type Lookup = (typeof LOOKUPS)[number];

export type FilterType = 'id' | 'status' | 'datetime' | 'date' | 'decimal' | 'text';

export interface Filter {
	readonly type: FilterType;
	readonly lookups: readonly Lookup[];
	/** By default the field of the filter's name. `search`: whether one of the texts contains the value (`_q`). */
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
	return (object) => holds(lookup, comparable(filter.type, read(object)), first, wanted);
}

type Comparable = string | number;

function holds(
	lookup: Lookup,
	actual: Comparable | null,
	wanted: Comparable,
	all: readonly Comparable[],
): boolean {
	switch (lookup) {
		case 'eq':
			return actual === wanted;
		case 'ne':
			return actual !== wanted;
		case 'in':
			return actual !== null && all.includes(actual);
		case 'startswith':
			return typeof actual === 'string' && actual.startsWith(String(wanted));
		case 'lt':
			return actual !== null && actual < wanted;
		case 'lte':
			return actual !== null && actual <= wanted;
		case 'gt':
			return actual !== null && actual > wanted;
		case 'gte':
			return actual !== null && actual >= wanted;
	}
}

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
