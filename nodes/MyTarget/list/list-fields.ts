import type { INodeProperties } from 'n8n-workflow';

import { nameListField, otherNamesOption } from '../../shared/parameters/name-list-field';
import type { Parameters } from '../../shared/parameters/parameters';
import type { Query } from '../api';

/** @param known the documented ones; more can be typed in */
export function fieldsField(known: readonly string[], preset: readonly string[]): INodeProperties {
	return nameListField([...known].sort(), {
		displayName: 'Fields',
		name: 'fields',
		default: [...preset],
		description:
			'Fields of the objects to return. Left empty, the platform chooses a few, and the status is not among them.',
	});
}

export const otherFieldsOption = otherNamesOption('Other Fields', 'otherFields', 'fields');

export const sortingField: INodeProperties = {
	displayName: 'Sorting',
	name: 'sorting',
	type: 'string',
	default: '',
	placeholder: 'e.g. -created',
	description:
		'Fields to sort by, with commas between them and a minus sign for descending order. Which ones can be used depends on the resource.',
};

/** A missing list leaves the choice to the platform. */
export function fieldsQuery(parameters: Parameters): Query {
	const fields = parameters.list('fields', 'otherFields');
	return fields.length === 0 ? [] : [['fields', fields.join(',')]];
}

export function readSorting(parameters: Parameters): string {
	return parameters.list('sorting').join(',');
}
