import type { INodeProperties } from 'n8n-workflow';

import { ParameterError } from '../../../../nodes/shared/parameters/parameter-error';
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

/** The error that refuses a parameter. Anything else that is thrown, or nothing, fails the test. */
export function parameterErrorOf(read: () => unknown): ParameterError {
	try {
		read();
	} catch (error) {
		if (error instanceof ParameterError) return error;
		throw error;
	}
	throw new Error('Nothing was refused.');
}
