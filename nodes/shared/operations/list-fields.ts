import type { INodeProperties } from 'n8n-workflow';

import type { Parameters } from '../parameters/parameters';
import type { ListOperation, Operation, ReportOperation } from './operation';

/** The same number as below, where n8n's linter wants a literal. */
export const DEFAULT_LIMIT = 50;

const returnAll: INodeProperties = {
	displayName: 'Return All',
	name: 'returnAll',
	type: 'boolean',
	default: false,
	description: 'Whether to return all results or only up to a given limit',
};

const limit: INodeProperties = {
	displayName: 'Limit',
	name: 'limit',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 50,
	displayOptions: { show: { returnAll: [false] } },
	description: 'Max number of results to return',
};

/** Return All where it is on by default: for people, since an agent reads no more than it has room for. */
const returnAllByCaller: readonly INodeProperties[] = [
	{ ...returnAll, default: true, displayOptions: { show: { '@tool': [false] } } },
	{ ...returnAll, displayOptions: { show: { '@tool': [true] } } },
];

/** Return All and Limit, where an operation has them. */
export function listFields<Api>(operation: Operation<Api>): INodeProperties[] {
	if (!givesMany(operation)) return [];
	const fields = [...(returnsAll(operation, false) ? returnAllByCaller : [returnAll]), limit];
	const hide = everythingWith(operation);
	if (Object.keys(hide).length === 0) return fields;
	return fields.map((field) => ({ ...field, displayOptions: { ...field.displayOptions, hide } }));
}

/** How many rows are wanted of an operation: Infinity for all. @throws {ParameterError} */
export function rowsWanted<Api>(operation: Operation<Api>, parameters: Parameters, isTool: boolean): number {
	if (!givesMany(operation)) return Infinity;
	const hidden = Object.entries(everythingWith(operation)).some(([name, values]) =>
		values.includes(parameters.text(name)),
	);
	const { name } = returnAll;
	const isSet = parameters.value(name) !== undefined;
	if (hidden || (isSet ? parameters.flag(name) : returnsAll(operation, isTool))) return Infinity;
	return parameters.wholeNumber(limit.name, { minimum: 1, default: DEFAULT_LIMIT });
}

/** What Return All is where nobody says anything: a report of days and sums is for having it whole. */
function returnsAll<Api>(operation: Operation<Api>, isTool: boolean): boolean {
	if (!givesMany(operation) || isTool) return false;
	return !(operation.manyRows ?? operation.gives === 'list');
}

function givesMany<Api>(operation: Operation<Api>): operation is ListOperation<Api> | ReportOperation<Api> {
	return operation.gives === 'list' || operation.gives === 'report';
}

function everythingWith<Api>(operation: Operation<Api>): Record<string, string[]> {
	if (operation.gives !== 'report') return {};
	const own = Object.entries(operation.everythingWith ?? {});
	return { output: ['file'], ...Object.fromEntries(own.map(([name, values]) => [name, [...values]])) };
}
