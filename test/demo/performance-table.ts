import type { IDataObject } from 'n8n-workflow';

import { table } from './table';
import { counted } from './text';

/** Of each platform; the names are those of Get Ad Performance. */
const shownRows = 3;
const shownColumns = [
	'date_day',
	'platform',
	'campaign_name',
	'impressions',
	'clicks',
	'spend',
	'conversions',
];
const counts = ['impressions', 'clicks', 'spend', 'conversions'] as const;

/** Whether these are rows of Get Ad Performance, of whatever platform. */
export function isPerformance([first]: readonly IDataObject[]): boolean {
	return typeof first?.row_key === 'string' && typeof first.platform === 'string';
}

/** A few rows of each platform, and the sums of each below: what a platform does not have stays empty. */
export function performanceTable(rows: readonly IDataObject[], width: number): string[] {
	const platforms = [...new Set(rows.map(({ platform }) => platform))];
	const ofEach = platforms.map((platform) => rows.filter((row) => row.platform === platform));
	const shown = ofEach
		.flatMap((own) => own.slice(0, shownRows))
		.map((row) => Object.fromEntries(shownColumns.map((column) => [column, row[column]])));
	const more = rows.length - shown.length;
	const totals = ofEach.map((own) => ({
		platform: own[0]!.platform,
		rows: own.length,
		...Object.fromEntries(counts.map((column) => [column, total(own, column)])),
		currency: own[0]!.currency,
	}));
	return [
		...table(shown, width),
		...(more > 0 ? [`... and ${counted(more, 'more row', 'more rows')}`] : []),
		'',
		...table(totals, width),
	];
}

function total(rows: readonly IDataObject[], column: string): number | null {
	const values = rows.map((row) => row[column]).filter((value) => typeof value === 'number');
	if (values.length === 0) return null;
	return Math.round(values.reduce((sum, value) => sum + value, 0) * 100) / 100;
}
