import type { INodeProperties } from 'n8n-workflow';

import { isRow, type Row } from '../../../connector/rows';
import { names, nameList } from '../../shared/parameters/name-list-field';
import { asNumber } from '../../shared/parameters/simplify';

/** Sets of metrics (sheet 4.5); single columns cannot be asked for. Unknown ones are passed through. */
export const metrics = nameList({
	displayName: 'Metrics',
	name: 'metrics',
	required: true,
	default: ['base'],
	known: [
		{
			name: 'Ad Offers',
			value: 'ad_offers',
			description: 'Offers that were postponed, receipts that were uploaded, rewards that were earned',
		},
		{ name: 'All', value: 'all', description: 'All sets at once, which makes answers long' },
		{
			name: 'Base',
			value: 'base',
			description:
				'Impressions (shows), clicks, goals, money spent, their prices (CPM, CPC, CPA) and rates (CTR, CR)',
		},
		{ name: 'Carousel', value: 'carousel', description: 'Impressions, clicks and CTR of each slide' },
		{
			name: 'Custom Events',
			value: 'custom_event',
			description: 'Events that were set up for the account, each with its count',
		},
		{
			name: 'Events',
			value: 'events',
			description: 'What people did with a post: likes, shares, comments, joining a community',
		},
		{
			name: 'Playable Ads',
			value: 'playable',
			description: 'Games that were opened, closed or led to the call to action',
		},
		{
			name: 'Return on Investment',
			value: 'romi',
			description: 'Income, ROMI and the share of costs in the income',
		},
		{
			name: 'Social Networks',
			value: 'social_network',
			description: 'Subscriptions, joins and messages in VK, OK and Dzen',
		},
		{
			name: 'Third-Party Charges',
			value: 'tps',
			description: 'What viewability measurement (tps) and third-party data (tpd) cost',
		},
		{
			name: 'Unique Users',
			value: 'uniques',
			description: 'Reach and frequency; never add them up, neither over days nor over objects',
		},
		{
			name: 'Unique Users of Video',
			value: 'uniques_video',
			description: 'Unique viewers by how far they watched; never add them up either',
		},
		{
			name: 'Video',
			value: 'video',
			description: 'Starts, quarters watched, sound, full screen, and what each view cost',
		},
	],
	other: { displayName: 'Other Metrics', name: 'otherMetrics', what: 'sets of metrics' },
	description: 'Sets of metrics to return. Unique users must not be added up over days or objects.',
});

/** Columns of the set that stands without a prefix, in the documentation's order. `vk.result` comes live alone. */
export const BASE_COLUMNS = names(`
	shows clicks goals spent cpm cpc cpa ctr cr vk_goals vk_cpa vk_cr vk_result
`);

export const skipEmptyDays: INodeProperties = {
	displayName: 'Skip Empty Days',
	name: 'skipEmptyDays',
	type: 'boolean',
	default: false,
	description: 'Whether to leave out the days of an object on which everything asked for is zero',
};

/** Of a custom event: a text of the user's own, whatever it looks like. */
const TEXT_COLUMN = 'alias';

/** Whether a row has anything in it: the platform sends zeros for days without traffic (sheet 3.19). */
export function hasTraffic(sets: unknown): boolean {
	if (isRow(sets))
		return Object.entries(sets).some(([name, value]) => name !== TEXT_COLUMN && hasTraffic(value));
	const value = asNumber(sets);
	return typeof value === 'number' && value !== 0;
}

/**
 * Columns of a row's sets: those of `base` under their own names, others behind the name of their set, which is also that
 * of a set without columns. Money and some counts come as text (sheet 3.19).
 *
 * @param keys columns that stand before them
 */
export function flattened(keys: Row, sets: Row): Row {
	const columns = Object.entries(keys);
	for (const [set, values] of Object.entries(sets))
		flattenInto(columns, set === 'base' && isRow(values) ? '' : set, values);
	// An object into which so many columns are put one by one, or spread behind others, becomes a dictionary of five times
	// the size.
	return Object.fromEntries(columns);
}

function flattenInto(columns: [string, unknown][], prefix: string, value: unknown): void {
	if (!isRow(value)) {
		columns.push([prefix, asNumber(value)]);
		return;
	}
	for (const [name, inner] of Object.entries(value)) {
		const column = prefix === '' ? name : `${prefix}_${name}`;
		if (name === TEXT_COLUMN) columns.push([column, inner]);
		else flattenInto(columns, column, inner);
	}
}
