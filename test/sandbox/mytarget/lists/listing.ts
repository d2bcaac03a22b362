import { json, type Answer } from '../../frame/answer';
import { invalidField } from '../refusal';
import type { Call } from '../route';

import { fieldsOf, withFields, type FieldRule } from './fields';
import { predicatesOf, type Filters } from './filters';
import type { ListedObject } from './listed-object';
import { cut, pageOf } from './page';
import { sorted } from './sorting';

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
	/** Whether the envelope has `limit` (3.0.2). */
	readonly showsLimit: boolean;
	/** Whether `fields` may be asked for. */
	readonly hasFields: boolean;
}

/** A page of a list: filtered, sorted, cut. Errors: 400. */
export function listAnswer(
	call: Pick<Call, 'query' | 'fault'>,
	objects: readonly ListedObject[],
	listable: Listable,
): Answer {
	const { query, fault } = call;
	const plain = ['limit', 'offset', 'sorting', ...(listable.hasFields ? ['fields'] : [])];
	for (const name of query.keys()) {
		// A filter without its underscore is a mistake that nobody would notice otherwise (trap 14).
		if (!name.startsWith('_') && !plain.includes(name))
			throw invalidField(name, 'unallowed_field', 'Unknown parameter');
	}
	const page = pageOf(query, {
		max: listable.pageMax ?? PAGE_MAX,
		otherwise: listable.otherwise ?? DEFAULT_LIMIT,
	});
	const fields = fieldsOf(query, listable.fields);
	const predicates = predicatesOf(query, listable.filters);
	const found = objects.filter((object) => predicates.every((holds) => holds(object)));
	const ordered = sorted(found, query, listable.sortable);
	const items = cut(ordered, page, fault).map((object) => withFields(object, fields));
	const { offset, limit } = page;
	return json(200, { count: found.length, offset, ...(listable.showsLimit && { limit }), items });
}
