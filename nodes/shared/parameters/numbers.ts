import { ParameterError } from './parameter-error';
import { shown } from './shown';

export interface NumberBounds {
	readonly minimum: number;
	readonly maximum?: number;
	/** Taken when the parameter is not set. */
	readonly default: number;
}

/** @throws {ParameterError} the value is no number, or out of bounds */
export function parseNumber(value: unknown, displayName: string, bounds: NumberBounds): number {
	const given = typeof value === 'string' ? value.trim() : value;
	if (given === undefined || given === null || given === '') return bounds.default;
	const number = typeof given === 'string' ? Number(given) : given;
	if (typeof number !== 'number' || !Number.isFinite(number))
		throw new ParameterError(displayName, `${displayName} is ${shown(value)}, which is no number.`);
	const { minimum, maximum = Infinity } = bounds;
	if (number < minimum || number > maximum)
		throw new ParameterError(
			displayName,
			`${displayName} is ${number}, but it has to be ${range(minimum, maximum)}.`,
		);
	return number;
}

/** @throws {ParameterError} the value is no whole number, or out of bounds */
export function parseWholeNumber(value: unknown, displayName: string, bounds: NumberBounds): number {
	const number = parseNumber(value, displayName, bounds);
	if (!Number.isInteger(number))
		throw new ParameterError(displayName, `${displayName} is ${number}, but it has to be a whole number.`);
	return number;
}

function range(minimum: number, maximum: number): string {
	return maximum === Infinity ? `at least ${minimum}` : `between ${minimum} and ${maximum}`;
}
