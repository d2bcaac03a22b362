import type { INodeProperties } from 'n8n-workflow';

import { ParameterError } from '../../shared/parameters/parameter-error';
import type { Parameters } from '../../shared/parameters/parameters';
import type { ObjectKind } from './kinds';

export function idField(
	{ name, one, searchMethod }: Pick<ObjectKind, 'name' | 'one' | 'searchMethod'>,
	field: Pick<INodeProperties, 'name' | 'description'> = { name: 'id' },
): INodeProperties {
	return {
		displayName: name,
		type: 'resourceLocator',
		required: true,
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: `Choose ${/^[aeiou]/.test(one) ? 'an' : 'a'} ${one}...`,
				typeOptions: { searchListMethod: searchMethod, searchable: true },
			},
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 6617841' },
		],
		...field,
	};
}

/** It becomes a part of the path, so it can be nothing but a number. */
export function readId(parameters: Parameters, name = 'id'): string {
	const id = parameters.locator(name);
	if (/^\d{1,15}$/.test(id) && Number(id) > 0) return id;
	const displayName = parameters.displayName(name);
	throw new ParameterError(displayName, `${displayName} is not an ID, which is a whole number.`);
}
