import { invalidField } from '../refusal';

import type { ListedObject } from './listed-object';
import { commaList, givenOnce } from './parameters';

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
