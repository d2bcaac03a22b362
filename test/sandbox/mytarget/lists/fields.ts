import { invalidField } from '../refusal';

import type { ListedObject } from './listed-object';
import { commaList, givenOnce } from './parameters';

export interface FieldRule {
	readonly all: readonly string[];
	/** Without `fields`. */
	readonly defaults: readonly string[];
	/** Names that are refused whatever the option says: `ad_groups`, `banners` (trap 29). */
	readonly forbidden?: readonly string[];
}

/** Names in `fields`, or the default ones. Errors: 400. */
export function fieldsOf(
	query: URLSearchParams,
	rule: FieldRule,
	unknownFields: 'refused' | 'ignored',
): readonly string[] {
	givenOnce(query, 'fields');
	const given = query.get('fields');
	if (given === null) return rule.defaults;
	const fields = commaList('fields', given);
	for (const field of fields) {
		const isKnown = rule.all.includes(field) || (unknownFields === 'ignored' && !isForbidden(rule, field));
		if (!isKnown) throw invalidField('fields', 'bad_items', `Unknown field "${field}"`);
	}
	return fields;
}

/** The object with some of its fields; those that it does not have are left out. */
export function withFields(object: ListedObject, fields: readonly string[]): Record<string, unknown> {
	return Object.fromEntries(fields.filter((field) => field in object).map((field) => [field, object[field]]));
}

function isForbidden(rule: FieldRule, field: string): boolean {
	return rule.forbidden?.includes(field) === true;
}
