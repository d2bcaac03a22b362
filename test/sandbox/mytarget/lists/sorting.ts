import { invalidField } from '../refusal';

import type { ListedObject } from './listed-object';
import { commaList, givenOnce } from './parameters';

/** The objects in the order that `sorting` asks for; those that are equal in it keep their order. Errors: 400. */
export function sorted<T extends ListedObject>(
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
