import { nameList } from '../../shared/parameters/name-list-field';
import type { Parameters } from '../../shared/parameters/parameters';
import type { Query } from '../api';

/**
 * Fields of objects to return, under a name per kind: those of one say nothing to another.
 *
 * @param known the documented ones; more can be typed in
 * @param preset to ask for at first
 */
export function fieldList(kind: string, known: readonly string[], preset: readonly string[]) {
	const name = `${kind}Fields`;
	const { field, other, read } = nameList({
		displayName: 'Fields',
		name,
		known: [...known].sort(),
		default: [...preset],
		description:
			'Fields of the objects to return. Left empty, the platform chooses a few, and the status is not among them.',
		other: {
			displayName: 'Other Fields',
			name: `other${name.charAt(0).toUpperCase()}${name.slice(1)}`,
			what: 'fields',
		},
	});
	return {
		field,
		other,
		/** A missing list leaves the choice to the platform. */
		query(parameters: Parameters): Query {
			const fields = read(parameters);
			return fields.length === 0 ? [] : [['fields', fields.join(',')]];
		},
	};
}

export type FieldList = ReturnType<typeof fieldList>;
