import type { Account } from '../account';

import { cellsOf, type Cell } from './cells';
import type { Dimension, Metric, Sums } from './columns';
import type { ReportFilter } from './filters';
import { predicateOf } from './filters';

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
	const total = noSums();
	for (const cell of cellsOf(account.sources, query.fromDay, query.toDay)) {
		if (!fits.every((fit) => fit(cell))) continue;
		const key = query.dimensions.map(({ value }) => value(cell, store));
		const name = key.join('\u0001');
		let group = groups.get(name);
		if (group === undefined) {
			group = { key, sums: noSums() };
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

function noSums(): Sums {
	return { loadsCommercial: 0, loadsDefault: 0, impressions: 0, clicksCommercial: 0, clicksDefault: 0 };
}

function add(sums: Sums, cell: Cell): void {
	sums.loadsCommercial += cell.loadsCommercial;
	sums.loadsDefault += cell.loadsDefault;
	sums.impressions += cell.impressions;
	sums.clicksCommercial += cell.clicksCommercial;
	sums.clicksDefault += cell.clicksDefault;
}
