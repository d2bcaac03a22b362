import type { ReportFilter } from './table';

export const REPORT_LEVELS = [
	'owner',
	'supercampaign',
	'campaign',
	'banner',
	'site',
	'section',
	'place',
] as const;

/** A report that is asked for by its name. */
export interface SavedReport {
	readonly name: string;
	readonly title: string;
	/** `fixed`: the platform's own, without a list of fields for the caller. */
	readonly type: 'fixed' | 'custom';
	readonly dimensions: readonly string[];
	readonly metrics: readonly string[];
	readonly filters: readonly ReportFilter[];
}

const METRICS = ['loads_commercial', 'impressions_commercial', 'clicks_commercial', 'ctr_commercial'];

const fixed = (name: string, title: string, ...dimensions: readonly string[]): SavedReport => ({
	name,
	title,
	type: 'fixed',
	dimensions,
	metrics: METRICS,
	filters: [],
});

export const SAVED_REPORTS: readonly SavedReport[] = [
	fixed('days', 'По дням', 'date'),
	fixed('campaigns', 'По кампаниям', 'campaign_id', 'campaign_name'),
	fixed('sites', 'По сайтам', 'site_id', 'site_name'),
	fixed('sections', 'По разделам', 'section_id', 'section_name'),
	fixed('places', 'По местам', 'place_id', 'place_name'),
	{
		name: 'custom_1809',
		title: 'Мой отчёт & «CTR»',
		type: 'custom',
		dimensions: ['date', 'campaign_id', 'banner_id'],
		metrics: ['loads_total', 'clicks_total', 'ctr'],
		filters: [{ field: 'campaign_id', operator: 'gt', value: '0' }],
	},
	{
		name: 'custom_7',
		title: 'Итоги месяца',
		type: 'custom',
		dimensions: ['month'],
		metrics: ['loads_total', 'clicks_total'],
		filters: [],
	},
];
