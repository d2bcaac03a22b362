import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { articleOf } from '../../shared/operations/object-resource';
import { locatorField } from '../../shared/parameters/locator';
import type { MethodParameter } from '../catalogue/method';
import { descriptionOf, displayNameOf } from '../catalogue/words';
import { listed, type ObjectKind } from './kinds';

/** What the editor calls a parameter of a method and how it is entered. */
function parameterField(parameter: MethodParameter): INodeProperties {
	const { name } = parameter;
	const description = descriptionOf(name);
	return {
		displayName: displayNameOf(name),
		name,
		...inputOf(parameter),
		...(description === undefined ? {} : { description }),
	};
}

/** A parameter that the method cannot do without. */
export function requiredField(parameter: MethodParameter): INodeProperties {
	const field = parameterField(parameter);
	const kind = listed.find(({ value }) => parameter.name === `${value}ID`);
	if (kind === undefined) return { ...field, required: true };
	return idField(kind, {
		displayName: kind.title,
		name: field.name,
		description: field.description,
	});
}

/** The object that an operation is about. */
export function kindField(kind: ObjectKind): INodeProperties {
	const { title, one, value } = kind;
	return idField(kind, { displayName: title, name: `${value}Id`, description: `The ${one}, by its ID` });
}

function idField(
	{ one, search }: Pick<ObjectKind, 'one' | 'search'>,
	field: Pick<INodeProperties, 'displayName' | 'name' | 'description'>,
): INodeProperties {
	return locatorField({
		...field,
		required: true,
		search,
		placeholder: `Choose ${articleOf(one)} ${one}...`,
		example: '427',
	});
}

/** The collection of what else is sent. */
export const additionalFields = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	placeholder: 'Add Field',
};

/** The collection of what is changed. */
export const updateFields = {
	displayName: 'Update Fields',
	name: 'updateFields',
	placeholder: 'Add Field',
};

/** The optional parameters of a method, and whatever else it takes. @param usual names that come first, in this order */
export function parameterCollection(
	field: Pick<INodeProperties, 'displayName' | 'name' | 'placeholder'>,
	parameters: readonly MethodParameter[],
	usual: readonly string[],
): INodeProperties {
	return {
		...field,
		type: 'collection',
		default: {},
		options: [...parameterOptions(parameters, usual), customParameters],
	};
}

/** Parameters as a collection offers them: the usual ones, then the others in the order of the alphabet. */
export function parameterOptions(
	parameters: readonly MethodParameter[],
	usual: readonly string[] = [],
): INodeProperties[] {
	// n8n takes a bracket in a name for a path, so such parameters are entered as custom ones.
	const plain = parameters.filter(({ name }) => !/[<[]/.test(name));
	const place = (name: string) => (usual.includes(name) ? usual.indexOf(name) : usual.length);
	return plain
		.map(parameterField)
		.sort((a, b) => place(a.name) - place(b.name) || a.displayName.localeCompare(b.displayName, 'en'));
}

/** For names that carry a number, may repeat, or are newer than this list. */
const customParameters: INodeProperties = {
	displayName: 'Custom Parameters',
	name: 'custom',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	default: {},
	placeholder: 'Add Parameter',
	description:
		'Any other parameter of the method, such as user1 or okveds[]; one with brackets may come more than once',
	options: [
		{
			displayName: 'Parameter',
			name: 'parameter',
			values: [
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					placeholder: 'e.g. user1',
					description: 'As the ADFOX API writes it; upper and lower case matter',
				},
				{ displayName: 'Value', name: 'value', type: 'string', default: '' },
			],
		},
	],
};

function inputOf({ type, values }: MethodParameter): Pick<INodeProperties, 'type' | 'default'> {
	if (values !== undefined) return choiceInput(values);
	switch (type) {
		case 'flag':
			return { type: 'boolean', default: false };
		case 'integer':
		case 'decimal':
			return { type: 'number', default: 0 };
		case 'date':
		case 'dateTime':
			return { type: 'dateTime', default: '' };
		case 'file':
		case 'text':
		case 'time':
		case 'id':
		case 'ids':
			return { type: 'string', default: '' };
	}
}

function choiceInput(values: INodePropertyOptions[] | MethodParameter['values'] = []) {
	const options = values.map(({ name, value }) => ({ name, value }));
	return { type: 'options' as const, options, default: options[0]?.value ?? '' };
}
