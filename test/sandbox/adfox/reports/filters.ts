import { ReportRefusal } from './refusal';

/** A condition on a dimension. */
export interface ReportFilter {
	field: string;
	operator: string;
	value: unknown;
}

type Scalar = string | number;
/**
 * Only `eq` is known by its name, the others by what they do (sheet, 5.2); so the usual names are taken of those that a
 * saved report or a test has. Ids may be sent as text.
 */
const SCALAR: Readonly<Record<string, (cell: Scalar, value: Scalar) => boolean>> = {
	eq: (cell, value) => String(cell) === String(value),
	gt: (cell, value) => Number(cell) > Number(value),
};

const LIST: Readonly<Record<string, boolean>> = { in: true, not_in: false };

/** Whether a value passes. Errors: INVALID_FILTER. */
export function predicateOf(filter: ReportFilter, index: number): (cell: Scalar) => boolean {
	const { operator, value } = filter;
	const invalid = (what: string) => new ReportRefusal('INVALID_FILTER', `filters[${index}].${what}`);
	if (Object.hasOwn(LIST, operator)) {
		if (!Array.isArray(value) || value.length === 0 || !value.every(isScalar)) {
			throw invalid('value must be a non-empty array');
		}
		const members = new Set(value.map(String));
		return (cell) => members.has(String(cell)) === LIST[operator];
	}
	const compare = Object.hasOwn(SCALAR, operator) ? SCALAR[operator] : undefined;
	if (compare === undefined) throw invalid('operator is not supported');
	if (!isScalar(value)) throw invalid('value must be a scalar');
	return (cell) => compare(cell, value);
}

function isScalar(value: unknown): value is Scalar {
	return typeof value === 'number' || (typeof value === 'string' && value !== '');
}
