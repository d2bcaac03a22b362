import type { INodeProperties } from 'n8n-workflow';

import { isRow, type Row } from '../../../connector/rows';
import { names, nameListField, otherNamesOption } from '../../shared/parameters/name-list-field';
import { asNumber } from '../../shared/parameters/simplify';

/** Sets of metrics (sheet 4.5); single columns cannot be asked for. Unknown ones are passed through. */
const SETS = names(`
	ad_offers all base carousel custom_event events playable romi social_network tps uniques
	uniques_video video
`);

export const metricsField: INodeProperties = nameListField(SETS, {
	displayName: 'Metrics',
	name: 'metrics',
	required: true,
	default: ['base'],
	description:
		'Sets of metrics to return. Uniques hold for their row only and must not be added up, neither over days nor over objects.',
});

export const otherMetricsOption = otherNamesOption('Other Metrics', 'otherMetrics', 'sets of metrics');

/** Columns of the set that stands without a prefix, in the documentation's order. */
export const BASE_COLUMNS = names('shows clicks goals spent cpm cpc cpa ctr cr vk_goals vk_cpa vk_cr');

/** Of a custom event: a text of the user's own, whatever it looks like. */
const TEXT_COLUMN = 'alias';

/**
 * Columns of a row's sets: those of `base` under their own names, others behind the name of their set, which is also that
 * of a set without columns. Money and some counts come as text (sheet 3.19).
 */
export function flattened(sets: Row): Row {
	const columns: Row = {};
	for (const [set, metrics] of Object.entries(sets))
		flattenInto(columns, set === 'base' && isRow(metrics) ? '' : set, metrics);
	return columns;
}

function flattenInto(columns: Row, prefix: string, value: unknown): void {
	if (!isRow(value)) {
		columns[prefix] = asNumber(value);
		return;
	}
	for (const [name, inner] of Object.entries(value)) {
		const column = prefix === '' ? name : `${prefix}_${name}`;
		if (name === TEXT_COLUMN) columns[column] = inner;
		else flattenInto(columns, column, inner);
	}
}
