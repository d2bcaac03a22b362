import type { INodeProperties } from 'n8n-workflow';

import { ParameterError } from '../../shared/parameters/parameter-error';
import type { Parameters } from '../../shared/parameters/parameters';

export function bodyField(placeholder: string): INodeProperties {
	return {
		displayName: 'Body (JSON)',
		name: 'body',
		type: 'json',
		required: true,
		default: '{}',
		placeholder,
		description: 'The fields to send, as the documentation of the platform names them',
	};
}

/** @throws {ParameterError} no JSON object, or an empty one */
export function readBody(parameters: Parameters): object {
	const name = parameters.displayName('body');
	const body = parseJson(parameters.value('body'), name);
	if (typeof body === 'object' && body !== null && !Array.isArray(body) && Object.keys(body).length > 0)
		return body;
	throw new ParameterError(name, `${name} is no JSON object with fields to send.`);
}

/**
 * JSON as the editor gives it, as text, or as what an expression made of it.
 *
 * @returns undefined for nothing
 * @throws {ParameterError} text that is no JSON
 */
export function parseJson(value: unknown, displayName: string): unknown {
	if (typeof value !== 'string') return value ?? undefined;
	if (value.trim() === '') return undefined;
	try {
		return JSON.parse(value) as unknown;
	} catch {
		throw new ParameterError(displayName, `${displayName} is no valid JSON.`);
	}
}
