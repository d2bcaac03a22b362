import type { INodeProperties } from 'n8n-workflow';

import { Parameters } from '../../../../nodes/shared/parameters/parameters';

/** Parameters as n8n gives them: one that is absent and has no fallback is an error. */
export function parametersOf(
	values: Readonly<Record<string, unknown>>,
	properties: readonly INodeProperties[] = [],
): Parameters {
	return new Parameters((name, fallback) => {
		const value = Object.hasOwn(values, name) ? values[name] : fallback;
		if (value === undefined) throw new Error(`Could not get parameter "${name}"`);
		return value;
	}, properties);
}
