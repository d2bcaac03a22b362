import type { INodeProperties } from 'n8n-workflow';

import { ParameterError } from '../../shared/parameters/parameter-error';
import { locatorId } from '../../shared/parameters/locator';
import { shown } from '../../shared/parameters/shown';
import type { Parameters } from '../../shared/parameters/parameters';

/** One id, chosen from a list or typed in. @param searchMethod lists what it can be */
export function idField(
	field: Pick<INodeProperties, 'displayName' | 'name' | 'description'>,
	searchMethod: string,
): INodeProperties {
	return {
		...field,
		type: 'resourceLocator',
		required: true,
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Choose one...',
				typeOptions: { searchListMethod: searchMethod, searchable: true },
			},
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 427' },
		],
	};
}

/**
 * The id of one object. Zero is refused: to a list it means "all objects" (sheet 7.2).
 *
 * @throws {ParameterError}
 */
export function readId(parameters: Parameters, name: string): string {
	const id = locatorId(parameters.value(name));
	if (/^\d{1,20}$/.test(id) && !/^0+$/.test(id)) return id;
	const displayName = parameters.displayName(name);
	throw new ParameterError(
		displayName,
		id === ''
			? `${displayName} is not set.`
			: `${displayName} is ${shown(id)}, which is no ID of one object.`,
		'Choose one from the list, or enter its ID, a whole number above zero.',
	);
}
