import type { Row } from '../../../connector/rows';
import { plural } from '../../shared/parameters/shown';
import { ParameterError } from '../../shared/parameters/parameter-error';
import type { Condition, Lookup } from './conditions';

/** Applies conditions to lists that the platform gives as a whole and does not filter reliably (sheet 3.11). */
export function matches(row: Row, conditions: readonly Condition[]): boolean {
	return conditions.every(({ field, lookup, values }) => fits(row[field], lookup, values));
}

/** Rows of which the fields are told. */
const LOOKED_AT = 1000;

/** @throws {ParameterError} a field of no row: a misspelt one would filter everything away, or nothing */
export function refuseUnknownFields(rows: readonly Row[], conditions: readonly Condition[]): void {
	if (rows.length === 0) return;
	for (const { field } of conditions)
		if (!rows.some((row) => Object.hasOwn(row, field)))
			throw new ParameterError(
				'Field',
				`Field of a filter condition is "${field}", which none of the ${plural(rows.length, 'object')} has.`,
				`Fields there are: ${[...new Set(rows.slice(0, LOOKED_AT).flatMap((row) => Object.keys(row)))].join(', ')}.`,
			);
}

/**
 * Of several flags the platform wants all (trap 35), so a list fits when it holds every value, and for Not Equal when it
 * holds none. Every other lookup asks for one element that fits.
 */
function fits(value: unknown, lookup: Lookup, values: readonly string[]): boolean {
	if (!Array.isArray(value)) return fitsOne(textOf(value), lookup, values);
	const held = value.map(textOf);
	switch (lookup) {
		case 'eq':
		case 'in':
			return values.every((wanted) => held.includes(wanted));
		case 'ne':
		case 'not_in':
			return held.every((own) => fitsOne(own, lookup, values));
		case 'startswith':
		case 'lt':
		case 'lte':
		case 'gt':
		case 'gte':
			return held.some((own) => fitsOne(own, lookup, values));
	}
}

function fitsOne(own: string, lookup: Lookup, values: readonly string[]): boolean {
	const [wanted = ''] = values;
	switch (lookup) {
		case 'eq':
		case 'in':
			return values.includes(own);
		case 'ne':
		case 'not_in':
			return !values.includes(own);
		case 'startswith':
			return own.startsWith(wanted);
		case 'lt':
			return compare(own, wanted) < 0;
		case 'lte':
			return compare(own, wanted) <= 0;
		case 'gt':
			return compare(own, wanted) > 0;
		case 'gte':
			return compare(own, wanted) >= 0;
	}
}

/** As numbers where both are numbers; dates sort as text. */
function compare(one: string, other: string): number {
	const difference = one === '' || other === '' ? NaN : Number(one) - Number(other);
	if (!Number.isNaN(difference)) return difference;
	return one < other ? -1 : Number(one > other);
}

function textOf(value: unknown): string {
	if (typeof value === 'string') return value;
	return value === undefined || value === null ? '' : JSON.stringify(value);
}
