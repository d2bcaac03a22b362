import { dayText } from '../../frame/calendar';
import { textOf } from '../objects/collection';
import type { Kind, Store } from '../objects/store';

import type { Cell, Sums } from './cells';

export interface ColumnInfo {
	readonly name: string;
	readonly type: 'string' | 'integer' | 'number';
	readonly format?: string;
	readonly unit?: string;
}

export interface Dimension extends ColumnInfo {
	value(cell: Cell, store: Store): string | number;
}

export interface Metric extends ColumnInfo {
	/** null: there is nothing to divide by. */
	value(sums: Sums): number | null;
}

/** Names in snake_case; beyond those of the sheet (5.2) they are formed in the same way. */
export const DIMENSIONS: readonly Dimension[] = [
	{ name: 'date', type: 'string', value: ({ day }) => dayText(day) },
	{ name: 'month', type: 'string', value: ({ day }) => dayText(day).slice(0, 7) },
	...object('supercampaign', 'superCampaign', ({ source }) => source.superCampaign),
	...object('campaign', 'campaign', ({ source }) => source.campaign),
	...object('banner', 'banner', ({ source }) => source.banner),
	...object('site', 'website', ({ place }) => place.site),
	...object('section', 'zone', ({ place }) => place.zone),
	...object('place', 'place', ({ place }) => place.place),
	{ name: 'advertiser_id', type: 'integer', value: ({ source }) => Number(source.advertiser) },
	{
		name: 'advertiser_account',
		type: 'string',
		value: ({ source }, store) => textOf(store.advertiser.get(source.advertiser), 'account'),
	},
];

export const METRICS: readonly Metric[] = [
	count('loads_commercial', (sums) => sums.loadsCommercial),
	count('loads_default', (sums) => sums.loadsDefault),
	count('loads_total', loads),
	count('impressions_commercial', (sums) => sums.impressions),
	count('clicks_commercial', (sums) => sums.clicksCommercial),
	count('clicks_default', (sums) => sums.clicksDefault),
	count('clicks_total', clicks),
	percent('ctr', clicks, loads),
	percent(
		'ctr_commercial',
		(sums) => sums.clicksCommercial,
		(sums) => sums.loadsCommercial,
	),
];

/** Without what computes the values, as the API tells it. */
export function infoOf({ name, type, format, unit }: ColumnInfo): ColumnInfo {
	return { name, type, ...(format !== undefined && { format }), ...(unit !== undefined && { unit }) };
}

/** An id, 0 for none, and the name that the object has now. */
function object(name: string, kind: Kind, id: (cell: Cell) => string): Dimension[] {
	return [
		{ name: `${name}_id`, type: 'integer', value: (cell) => Number(id(cell)) },
		{
			name: `${name}_name`,
			type: 'string',
			value: (cell, store) => textOf(store[kind].get(id(cell)), 'name'),
		},
	];
}

function count(name: string, value: (sums: Sums) => number): Metric {
	return { name, type: 'integer', value };
}

function percent(name: string, part: (sums: Sums) => number, whole: (sums: Sums) => number): Metric {
	const value = (sums: Sums) =>
		whole(sums) === 0 ? null : Math.round((part(sums) / whole(sums)) * 10_000) / 100;
	return { name, type: 'number', format: 'float', unit: 'percent', value };
}

function loads(sums: Sums): number {
	return sums.loadsCommercial + sums.loadsDefault;
}

function clicks(sums: Sums): number {
	return sums.clicksCommercial + sums.clicksDefault;
}
