import type { INodeParameters, INodeProperties } from 'n8n-workflow';

import type { OperationUnderTest } from '../platforms/loaded-node';
import type { TestPlatform } from '../platforms/platform';
import type { Sandbox } from '../sandbox';

/** An operation as a user finds it, with what it cannot do without: the schema is that of its defaults. */
export function parametersOf(
	platform: TestPlatform,
	{ resource, operation, fields }: OperationUnderTest,
	sandbox: Sandbox,
): INodeParameters {
	const required = fields.filter(isLeftOpen).map(({ name }) => name);
	const known = sampleOf(platform, resource, operation, sandbox);
	const taken = Object.entries(known).filter(([name]) => required.includes(name));
	const own = platform.samples?.(sandbox)[`${resource}.${operation}`] ?? {};
	return { resource, operation, ...Object.fromEntries(taken), ...own };
}

/** Required, and empty until the user fills it in. Dates are of the range Custom, which is not the default. */
function isLeftOpen({ required = false, default: preset, type }: INodeProperties): boolean {
	if (!required || type === 'dateTime') return false;
	const value: unknown = type === 'resourceLocator' ? (preset as { value: unknown }).value : preset;
	return value === '' || value === '{}' || (Array.isArray(value) && value.length === 0);
}

/** The parameters of a run elsewhere in the tests; of another operation of the resource, for the ID of an object. */
function sampleOf(
	{ matrix, writes = [] }: TestPlatform,
	resource: string,
	operation: string,
	sandbox: Sandbox,
): INodeParameters {
	const runs = [...(matrix?.operations ?? []), ...writes].map(({ parameters }) => parameters);
	const all = runs.map((parameters) => parameters(sandbox)).filter((each) => each.resource === resource);
	const same = all.filter((each) => each.operation === operation);
	return Object.assign({}, ...all, ...same) as INodeParameters;
}
