import type { Row } from '../../../connector/rows';
import { asNumber } from '../parameters/simplify';

/**
 * The same rows from every platform, in the words of the field's common model of ad reporting. What a platform does not
 * have is null: never 0, never an estimate. Nothing is in it that does not add up, such as reach.
 */
export const LEVELS = {
	account: { name: 'Account', columns: ['account_id', 'account_name'] },
	campaign: { name: 'Campaign', columns: ['campaign_id', 'campaign_name'] },
	ad_group: { name: 'Ad Group', columns: ['ad_group_id', 'ad_group_name'] },
	ad: { name: 'Ad', columns: ['ad_id', 'ad_name'] },
} as const;

export type PerformanceLevel = keyof typeof LEVELS;

/** From the top down. */
export const LEVELS_IN_ORDER = Object.keys(LEVELS) as PerformanceLevel[];

const COUNTS = ['impressions', 'clicks', 'spend', 'conversions'] as const;

type NameColumn = (typeof LEVELS)[PerformanceLevel]['columns'][number];

/** Those whose values the platforms have. */
export type PerformanceColumn = 'date_day' | NameColumn | (typeof COUNTS)[number] | 'currency';

/** Where a column comes from on a platform; the page about the table is compared with it. */
export interface Source {
	/** The column of the platform's own rows, or of what they were joined with; of several the first one with a value. */
	readonly from: string | readonly string[];
	/** Its unit, its zone, whether with VAT: what somebody has to know who adds it up. */
	readonly about: string;
}

/** What is absent the platform does not have. */
export type Sources = Readonly<Partial<Record<PerformanceColumn, Source>> & { date_day: Source }>;

/** How rows of a platform become rows of the table. */
export interface PerformanceColumns {
	/** As the column says it. */
	readonly platform: string;
	readonly sources: Sources;
	/**
	 * What tells an object from the others, of what its row has by itself: a look-up may fail one day, and the key of the
	 * row may not change with it.
	 */
	readonly keyOf: (row: Row) => Readonly<Partial<Record<PerformanceLevel, unknown>>>;
}

function downTo(level: PerformanceLevel): PerformanceLevel[] {
	return LEVELS_IN_ORDER.slice(0, LEVELS_IN_ORDER.indexOf(level) + 1);
}

export function performanceColumns(level: PerformanceLevel): string[] {
	const names = downTo(level).flatMap((above) => LEVELS[above].columns);
	return [
		...['date_day', 'platform', ...names],
		...['impressions', 'clicks', 'spend', 'currency', 'conversions', 'row_key'],
	];
}

/** A row of the table. `row_key` is the one column to match an upsert by. */
export function performanceRow(
	{ platform, sources, keyOf }: PerformanceColumns,
	level: PerformanceLevel,
	own: Row,
): Row {
	const valueOf = (column: PerformanceColumn) => {
		const { from = [] } = sources[column] ?? {};
		// There are millions of them, and nearly all come from one column.
		if (typeof from === 'string') return own[from];
		return from.map((name) => own[name]).find(isGiven);
	};
	const row: Row = { date_day: valueOf('date_day'), platform };
	for (const column of downTo(level).flatMap((above) => LEVELS[above].columns))
		row[column] = textOf(valueOf(column));
	row.impressions = numberOf(valueOf('impressions'));
	row.clicks = numberOf(valueOf('clicks'));
	row.spend = numberOf(valueOf('spend'));
	row.currency = textOf(valueOf('currency'));
	row.conversions = numberOf(valueOf('conversions'));
	const ids = keyOf(own);
	const key = [platform, ...downTo(level).map((above) => textOf(ids[above])), textOf(row.date_day)];
	row.row_key = key.map((part) => part ?? '').join('|');
	return row;
}

export function isEmptyDay(row: Row): boolean {
	return COUNTS.every((column) => row[column] === null || row[column] === 0);
}

/** What the columns of a platform are, as a sentence for those who read the description of the operation only. */
export function inWords(sources: Sources): string {
	const columns = [...COUNTS, 'currency'] as const;
	const told = columns.flatMap((column) => {
		const source = sources[column];
		return source === undefined ? [] : [`${column} = ${fromWords(source)} (${source.about})`];
	});
	const missing = columns.filter((column) => sources[column] === undefined);
	return `Here ${told.join('; ')}${missing.length === 0 ? '' : `; it has no ${missing.join(', ')}`}.`;
}

export function fromWords({ from }: Source): string {
	return [from].flat().join(', else ');
}

function isGiven(value: unknown): boolean {
	return value !== undefined && value !== null && value !== '';
}

function textOf(value: unknown): string | null {
	if (typeof value === 'string') return value === '' ? null : value;
	return typeof value === 'number' || typeof value === 'bigint' ? String(value) : null;
}

function numberOf(value: unknown): unknown {
	return isGiven(value) ? asNumber(value, true) : null;
}
