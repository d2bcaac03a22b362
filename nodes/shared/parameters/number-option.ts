import type { INodeProperties } from 'n8n-workflow';

import type { NumberBounds } from './numbers';
import type { Parameters } from './parameters';

type NumberDeclaration = NumberBounds &
	Pick<INodeProperties, 'displayName' | 'name' | 'description' | 'displayOptions'> & {
		/** Digits behind the point that it may have; whole numbers only where it is absent. */
		readonly precision?: number;
	};

/** A number in the Options collection, and its reader: so that its bounds are written once. */
export interface NumberOption {
	readonly field: INodeProperties;
	/** @throws {ParameterError} no number, or out of bounds, as an expression may give it */
	readonly read: (parameters: Parameters) => number;
}

export function numberOption(declaration: NumberDeclaration): NumberOption {
	const { minimum, maximum, precision, ...field } = declaration;
	const { name } = field;
	return {
		field: {
			...field,
			type: 'number',
			typeOptions: {
				minValue: minimum,
				...(maximum === undefined ? {} : { maxValue: maximum }),
				...(precision === undefined || precision === Infinity ? {} : { numberPrecision: precision }),
			},
		},
		read: (parameters) =>
			precision === undefined
				? parameters.optionWholeNumber(name, declaration)
				: parameters.optionNumber(name, declaration),
	};
}
