import type { INodeProperties } from 'n8n-workflow';

import { asObject } from './json';
import type { Parameters } from './parameters';

/** The box of filters, of which each is added when it is wanted. */
export function filtersField(options: INodeProperties[]): INodeProperties {
	return {
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options,
	};
}

/** The filter for whatever can be compared: a list of conditions, each with the fields that the platform compares by. */
export function conditionsFilter(description: string, fields: readonly INodeProperties[]): INodeProperties {
	return {
		displayName: 'Conditions',
		name: 'conditions',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Condition',
		default: {},
		description,
		options: [{ displayName: 'Condition', name: 'values', values: [...fields] }],
	};
}

/** The conditions as they were entered, or as an expression gives them: a list, or one alone. */
export function conditionEntries(parameters: Parameters): Readonly<Record<string, unknown>>[] {
	const { values } = asObject(parameters.collection('filters').value('conditions'));
	if (values === undefined || values === null) return [];
	return (Array.isArray(values) ? (values as unknown[]) : [values]).map(asObject);
}
