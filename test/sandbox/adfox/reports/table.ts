import type { Account } from '../account';

import { NO_SUMS, cellsOf, type Cell, type Sums } from './cells';
import type { Dimension, Metric } from './columns';
import { ReportRefusal } from './refusal';

/** A condition on a dimension. */
export interface ReportFilter {
	field: string;
	operator: string;
	value: unknown;
}

/** An order, found to be right. */
export interface ReportQuery {
	readonly dimensions: readonly Dimension[];
	readonly metrics: readonly Metric[];
	readonly filters: readonly (ReportFilter & { readonly dimension: Dimension })[];
	readonly fromDay: number;
	readonly toDay: number;
	readonly limit: number;
}

export type ReportCell = string | number | null;

interface ReportTable {
	readonly rows: readonly (readonly ReportCell[])[];
	/** Of all rows, those beyond the limit included; by metric. */
	readonly totals: readonly ReportCell[];
}

interface Group {
	readonly key: readonly ReportCell[];
	readonly sums: Sums;
}

/** The rows in the order in which their first cell appears: by day, then by banner. */
export function tableOf(account: Account, query: ReportQuery): ReportTable {
	const { store } = account;
	const fits = query.filters.map((filter, index) => {
		const passes = predicateOf(filter, index);
		return (cell: Cell) => passes(filter.dimension.value(cell, store));
	});
	const groups = new Map<string, Group>();
	const total = { ...NO_SUMS };
	for (const cell of cellsOf(account.sources, query.fromDay, query.toDay)) {
		if (!fits.every((fit) => fit(cell))) continue;
		const key = query.dimensions.map(({ value }) => value(cell, store));
		const name = key.join('\u0001');
		let group = groups.get(name);
		if (group === undefined) {
			group = { key, sums: { ...NO_SUMS } };
			groups.set(name, group);
		}
		add(group.sums, cell);
		add(total, cell);
	}
	const kept = [...groups.values()].slice(0, query.limit);
	return {
		rows: kept.map(({ key, sums }) => [...key, ...query.metrics.map(({ value }) => value(sums))]),
		totals: query.metrics.map(({ value }) => value(total)),
	};
}

function add(sums: Sums, cell: Cell): void {
	for (const name of Object.keys(sums) as (keyof Sums)[]) sums[name] += cell[name];
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
