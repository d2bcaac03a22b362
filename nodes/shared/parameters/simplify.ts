import type { INodeProperties } from 'n8n-workflow';

import { isHeld } from '../../../connector/rows';

export const simplifyField: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

const DECIMAL = /^-?\d+(\.\d+)?$/;
const WITH_EXPONENT = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i;

/** Decimals of up to so many characters are held by a number, whatever their digits. */
const SURELY_HELD = 15;

/**
 * A number that a platform wrote as text. What is no number stays as it is: an empty text is "not known" and no zero,
 * and digits that a number cannot hold would become other ones.
 *
 * @param withExponent also `1e-05`, where the platform writes small numbers so
 */
export function asNumber(value: unknown, withExponent = false): unknown {
	if (typeof value !== 'string') return value;
	const isDecimal = DECIMAL.test(value);
	if (isDecimal && value.length <= SURELY_HELD) return Number(value);
	if (!isDecimal && !(withExponent && WITH_EXPONENT.test(value))) return value;
	const number = Number(value);
	return (Number.isInteger(number) && !Number.isSafeInteger(number)) || !isHeld(value) ? value : number;
}
