import { json, type Answer } from '../../frame/answer';
import { tooMany, type PlatformFault } from '../../frame/faults/fault';
import { invalidField } from '../refusal';
import type { Call } from '../route';

import {
	commaList,
	fieldsOf,
	givenOnce,
	predicatesOf,
	wholeNumber,
	withFields,
	type FieldRule,
	type Filters,
	type ListedObject,
} from './query';

/** Objects of a page, without asking and at most (3.0.1). */
const DEFAULT_LIMIT = 20;
const PAGE_MAX = 50;

/** What a list resource lets its callers ask for. */
export interface Listable {
	readonly fields: FieldRule;
	readonly sortable: readonly string[];
	readonly filters: Filters;
	/** Another highest `limit` than that of all lists. */
	readonly pageMax?: number;
	/** Another `limit` than 20 without asking. */
	readonly otherwise?: number;
	/** Whether the envelope has `limit` (3.0.2); in that of leads it is 0 (sheet 3.26). */
	readonly showsLimit: boolean | 'zero';
	/** Whether `fields` may be asked for. */
	readonly hasFields: boolean;
	/** The text in which `q`, without an underscore, looks for whole words (sheet 3.27). */
	readonly wordsIn?: (object: ListedObject) => string;
}

/** A page of a list: filtered, sorted, cut. Errors: 400. */
export function listAnswer(
	call: Pick<Call, 'query' | 'fault'>,
	objects: readonly ListedObject[],
	listable: Listable,
): Answer {
	const { query, fault } = call;
	const plain = ['limit', 'offset', 'sorting', ...(listable.hasFields ? ['fields'] : [])];
	if (listable.wordsIn !== undefined) plain.push('q');
	for (const name of query.keys()) {
		// A filter without its underscore is a mistake that nobody would notice otherwise (trap 14).
		if (!name.startsWith('_') && !plain.includes(name))
			throw invalidField(name, 'unallowed_field', 'Unknown parameter');
	}
	const page = pageOf(query, listable);
	const fields = fieldsOf(query, listable.fields);
	const predicates = predicatesOf(query, listable.filters);
	const found = objects.filter(
		(object) => predicates.every((holds) => holds(object)) && hasWords(object, query, listable),
	);
	const ordered = sorted(found, query, listable.sortable);
	const items = cut(ordered, page, fault).map((object) => withFields(object, fields));
	const { offset, limit } = page;
	const isTakenBack = fault?.kind === 'count-taken-back' && page.offset > 0;
	const count = isTakenBack ? 0 : found.length + tooMany(fault);
	return json(200, { count, offset, ...limitOf(listable, limit), items });
}

function limitOf({ showsLimit }: Listable, limit: number): object {
	return showsLimit === false ? {} : { limit: showsLimit === 'zero' ? 0 : limit };
}

function hasWords(object: ListedObject, query: URLSearchParams, { wordsIn }: Listable): boolean {
	const wanted = query.get('q');
	if (wordsIn === undefined || wanted === null) return true;
	const words = wordsIn(object).toLowerCase().split(/\s+/);
	return wanted
		.toLowerCase()
		.split(/\s+/)
		.every((word) => words.includes(word));
}

interface Page {
	readonly limit: number;
	readonly offset: number;
}

/** `limit` and `offset`. Errors: 400. */
function pageOf(
	query: URLSearchParams,
	{ pageMax = PAGE_MAX, otherwise = DEFAULT_LIMIT }: Pick<Listable, 'pageMax' | 'otherwise'>,
): Page {
	givenOnce(query, 'limit');
	givenOnce(query, 'offset');
	const limit = wholeNumber('limit', query.get('limit') ?? String(otherwise));
	const offset = wholeNumber('offset', query.get('offset') ?? '0');
	if (limit < 1)
		throw invalidField('limit', 'min_value', 'The value is too small', { arguments: { min_value: 1 } });
	if (limit <= pageMax) return { limit, offset };
	throw invalidField('limit', 'max_value', 'The value is too big', { arguments: { max_value: pageMax } });
}

/** The objects of a page, or what a fault makes of them. A page past the end is empty (trap 54). */
export function cut<T>(all: readonly T[], { limit, offset }: Page, fault: PlatformFault | undefined): T[] {
	if (fault?.kind === 'empty-page' || (fault?.kind === 'count-taken-back' && offset > 0)) return [];
	const start = fault?.kind === 'repeat-page' ? Math.max(0, offset - limit) : offset;
	return all.slice(start, start + limit);
}

/** The objects in the order that `sorting` asks for; those that are equal in it keep their order. Errors: 400. */
function sorted<T extends ListedObject>(
	objects: readonly T[],
	query: URLSearchParams,
	sortable: readonly string[],
): readonly T[] {
	givenOnce(query, 'sorting');
	const given = query.get('sorting');
	if (given === null) return objects;
	const keys = commaList('sorting', given).map((key) => ({
		field: key.replace(/^-/, ''),
		direction: key.startsWith('-') ? -1 : 1,
	}));
	for (const { field } of keys) {
		if (!sortable.includes(field))
			throw invalidField('sorting', 'bad_value', `The objects cannot be sorted by "${field}"`);
	}
	return [...objects].sort((one, other) => {
		for (const { field, direction } of keys) {
			const order = compare(one[field], other[field]);
			if (order !== 0) return order * direction;
		}
		return 0;
	});
}

function compare(one: unknown, other: unknown): number {
	if (typeof one === 'number' && typeof other === 'number') return one - other;
	const [left, right] = [textOf(one), textOf(other)];
	return left < right ? -1 : Number(left > right);
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : '';
}
