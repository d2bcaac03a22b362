import { nameList, valuesOf } from '../../shared/parameters/name-list-field';

/**
 * Of both lists: the documentation's examples name these (sheet 5.1, 5.2). What an account has besides, it tells the editor
 * itself.
 */
export const METRICS = [
	{
		name: 'Loads (Total)',
		value: 'loads_total',
		description: 'Of campaigns and of default banners together',
	},
	{ name: 'Loads (Commercial)', value: 'loads_commercial', description: 'Of banners of campaigns' },
	{
		name: 'Loads (Default)',
		value: 'loads_default',
		description: 'Of default banners, which are served where no campaign can be',
	},
	{
		name: 'Impressions (Commercial)',
		value: 'impressions_commercial',
		description: 'Of banners of campaigns',
	},
	{
		name: 'Clicks (Total)',
		value: 'clicks_total',
		description: 'Of campaigns and of default banners together',
	},
	{ name: 'Clicks (Commercial)', value: 'clicks_commercial', description: 'Of banners of campaigns' },
	{ name: 'Clicks (Default)', value: 'clicks_default', description: 'Of default banners' },
	{ name: 'CTR', value: 'ctr', description: 'In percent' },
	{ name: 'CTR (Commercial)', value: 'ctr_commercial', description: 'Of banners of campaigns, in percent' },
];

export const DIMENSIONS = [
	{
		name: 'Date',
		value: 'date',
		description: 'One row for each day of Moscow; without it a row sums up the whole period',
	},
	{ name: 'Campaign Name', value: 'campaign_name' },
	{ name: 'Campaign ID', value: 'campaign_id' },
];

export const metrics = nameList({
	displayName: 'Metrics',
	name: 'metrics',
	known: METRICS,
	load: 'getMetrics',
	default: ['loads_total', 'clicks_total'],
	description: 'What to count, at most 10',
	other: { displayName: 'Other Metrics', name: 'otherMetrics', what: 'metrics' },
	elsewhere: { 'a dimension': valuesOf(DIMENSIONS) },
});

export const dimensions = nameList({
	displayName: 'Dimensions',
	name: 'dimensions',
	known: DIMENSIONS,
	load: 'getDimensions',
	default: ['date'],
	description:
		'What to count by, at most 10. Only with Date can a report be loaded in parts: over more than 365 days, or with more than 1,000,000 rows',
	other: { displayName: 'Other Dimensions', name: 'otherDimensions', what: 'dimensions' },
	elsewhere: { 'a metric': valuesOf(METRICS) },
});
