import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

import { outputFields, fileOptions } from '../output/fields';
import { failedSliceOption } from './outputs';
import { listFields } from './list-fields';
import { requestOptions, type RequestDefaults } from '../parameters/request-options';
import type { Operation, Resource } from './operation';

type Show = NonNullable<IDisplayOptions['show']>;

/** All parameters of a node: the Resource and Operation dropdowns, and each operation's own below them. */
export function describeResources<Api>(
	resources: readonly Resource<Api>[],
	defaults: RequestDefaults,
): INodeProperties[] {
	return [
		resourceDropdown(resources),
		...resources.map(operationDropdown),
		...resources.flatMap((resource) =>
			resource.operations.flatMap((operation) => parametersOf(resource.value, operation, defaults)),
		),
	];
}

function resourceDropdown<Api>(resources: readonly Resource<Api>[]): INodeProperties {
	const first = (resources.find(({ isDefault }) => isDefault) ?? resources[0])?.value ?? '';
	return {
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: resources.map(({ name, value }) => ({ name, value })),
		default: first,
	};
}

function operationDropdown<Api>({ value, operations, defaultOperation }: Resource<Api>): INodeProperties {
	const first = defaultOperation ?? operations[0]?.value ?? '';
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [value] } },
		options: operations.map(({ name, value, description, action }) => ({ name, value, description, action })),
		default: first,
	};
}

function parametersOf<Api>(
	resource: string,
	operation: Operation<Api>,
	defaults: RequestDefaults,
): INodeProperties[] {
	const own = { resource: [resource], operation: [operation.value] };
	return operationParameters(operation, defaults).map((field) => shownFor(field, own));
}

/** The parameters of one operation: its own, and those that come with what it gives. */
export function operationParameters<Api>(
	operation: Operation<Api>,
	defaults: RequestDefaults,
): INodeProperties[] {
	const isReport = operation.gives === 'report';
	const options = [
		...(operation.options ?? []),
		...(isReport ? [failedSliceOption, ...fileOptions] : []),
		...requestOptions(defaults),
	];
	return [
		...operation.fields.filter((field) => !isFilters(field)),
		...(isReport ? outputFields : []),
		...listFields(operation),
		// The two boxes that a person adds entries to stand together below the plain fields, as in n8n's own nodes.
		...operation.fields.filter(isFilters),
		optionsCollection(options),
	];
}

function isFilters({ name }: INodeProperties): boolean {
	return name === 'filters';
}

function optionsCollection(options: readonly INodeProperties[]): INodeProperties {
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		// n8n shows a collection in the order given, and its guidelines ask for the order of the alphabet.
		options: [...options].sort((a, b) => a.displayName.localeCompare(b.displayName, 'en')),
	};
}

function shownFor(field: INodeProperties, show: Show): INodeProperties {
	const { displayOptions } = field;
	return { ...field, displayOptions: { ...displayOptions, show: { ...show, ...displayOptions?.show } } };
}
