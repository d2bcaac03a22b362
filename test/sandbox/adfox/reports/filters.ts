import { ReportRefusal } from './refusal';

/** A condition on a dimension. */
export interface ReportFilter {
	field: string;
	operator: string;
	value: unknown;
}

type Scalar = string | number;
type Compare = (cell: Scalar, value: Scalar) => boolean;

/** Both sides as numbers where both are numbers: an id may be sent as text. */
const ordered =
	(fits: (difference: number) => boolean): Compare =>
	(cell, value) => {
		const numbers = [Number(cell), Number(value)];
		if (numbers.every((number) => !Number.isNaN(number))) return fits(numbers[0]! - numbers[1]!);
		return fits(String(cell) < String(value) ? -1 : Number(String(cell) > String(value)));
	};

/**
 * Only `eq` is known by its name, the others by what they do (equal, not equal, less, greater, pattern, in and not in a
 * list); so the usual names are taken.
 */
const SCALAR: Readonly<Record<string, Compare>> = {
	eq: (cell, value) => String(cell) === String(value),
	ne: (cell, value) => String(cell) !== String(value),
	lt: ordered((difference) => difference < 0),
	lte: ordered((difference) => difference <= 0),
	le: ordered((difference) => difference <= 0),
	gt: ordered((difference) => difference > 0),
	gte: ordered((difference) => difference >= 0),
	ge: ordered((difference) => difference >= 0),
	like: (cell, value) => String(cell).includes(String(value).replaceAll('%', '')),
	not_like: (cell, value) => !String(cell).includes(String(value).replaceAll('%', '')),
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
