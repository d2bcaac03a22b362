import type { INodeProperties } from 'n8n-workflow';

import { parseNumber } from '../parameters/numbers';
import type { Parameters } from '../parameters/parameters';

type AmountDeclaration = Pick<INodeProperties, 'displayName' | 'name' | 'description'> & {
	readonly default: number;
};

/** A sum of money to watch for, and its reader. */
export function amountField({ default: preset, ...field }: AmountDeclaration) {
	const bounds = { minimum: 0, default: preset };
	return {
		field: {
			...field,
			type: 'number',
			typeOptions: { minValue: 0, numberPrecision: 2 },
			default: preset,
		} satisfies INodeProperties,
		/** @throws {ParameterError} no number, or below zero */
		read: (parameters: Parameters): number =>
			parseNumber(parameters.value(field.name), field.displayName, bounds),
	};
}
