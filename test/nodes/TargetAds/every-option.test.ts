import { expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { Harness, runOnFakeClock } from './harness';

const harness = Harness.ofFile({
	now: () => Date.parse('2026-03-02T09:00:00Z'),
	targetAds: { placements: 5, jobPolls: 0 },
});

const placements = () => harness.sandbox.targetAds.placements.map(({ placement_id }) => placement_id);
const DAYS = { DateFrom: '2026-02-27', DateTo: '2026-02-28' };
const PAGE = { Offset: 0, Limit: 500 };
const RAW = {
	...{ operation: 'getRaw', fields: ['InteractionTime'], interactionTypes: ['Click'] },
	options: {
		otherFields: 'InteractionCity',
		otherInteractionTypes: 'Session',
		extraFilters: '{"InteractionFilter": {"Region": [12345678901234567890]}}',
		pageSize: 500,
	},
};
const AGGREGATED = {
	...{ operation: 'getAggregated', dimensions: ['EventDate'], mediaMetrics: ['Clicks'] },
	...{ targetMetrics: ['TargetEventCount'], eventTypes: ['Purchase'], attributionModel: 'fl' },
	...{ attributionWindow: '7', dateGrouping: 'week' },
	options: {
		otherDimensions: 'MediaCampaign',
		otherMediaMetrics: 'Reach',
		otherTargetMetrics: 'Revenue',
		otherEventTypes: 'Session',
		otherAttributionModel: 'mfi',
		extraFilters: '{"TargetFilter": {"EventName": ["Order"]}}',
		pageSize: 500,
	},
};
const PATH = {
	...{ operation: 'getPathToConversion', pathFields: ['InteractionTime'] },
	...{ eventTypes: ['Purchase'], eventNames: ['Order'], pathInteractionTypes: ['Click'] },
	options: {
		otherPathFields: 'PathLength',
		otherEventTypes: 'Session',
		otherEventNames: 'Call',
		otherPathInteractionTypes: 'Session',
		itemCategories: 'Sofas, Armchairs',
		extraFilters: { InteractionFilter: { UtmSource: ['vk'] } },
		interactionDateFrom: '2026-01-05',
		interactionDateTo: '2026-02-20',
		pageSize: 500,
	},
};
const job = ({ options, ...report }: INodeParameters, more: INodeParameters = {}) => ({
	...report,
	delivery: 'job',
	options: { ...(options as object), ...more },
});

const rawBody = (types: readonly string[]) => ({
	ResponseType: 'JSON',
	Fields: ['InteractionTime', 'InteractionCity', 'InteractionPlacementId'],
	InteractionFilter: {
		...DAYS,
		InteractionType: types,
		MediaCampaignId: placements().slice(0, 2),
		Region: [12_345_678_901_234_567_890],
	},
});
const pathBody = () => ({
	ResponseType: 'JSON',
	Fields: ['InteractionTime', 'PathLength'],
	InteractionFilter: {
		...{ DateFrom: '2026-01-05', DateTo: '2026-02-20', InteractionType: ['Click', 'Session'] },
		...{ MediaCampaignId: placements().slice(0, 2), UtmSource: ['vk'] },
	},
	TargetFilter: {
		...{ ...DAYS, EventType: ['Purchase', 'Session'], EventName: ['Order', 'Call'] },
		EcomItemCategory1: ['Sofas', 'Armchairs'],
	},
});
const names = (report: INodeParameters): INodeParameters => ({
	...report,
	addNames: true,
});

it.each<[string, INodeParameters, string, () => object]>([
	['Raw Data', names(RAW), '/v1/reports/raw_reports', () => ({ ...rawBody(['Click', 'Session']), ...PAGE })],
	[
		'Raw Data by job',
		names(job(RAW)),
		'/v2/reports/raw_reports',
		() => ({ ...rawBody(['Click']), Stable: 1 }),
	],
	[
		'Raw Data by flat job',
		{ ...job(RAW, { jobFormat: 'flat', extraFilters: '' }), campaignScope: 'all' },
		'/v2/reports/raw_reports',
		() => ({ Fields: ['InteractionTime', 'InteractionCity'], ...DAYS, InteractionType: 'Click' }),
	],
	[
		'Aggregated Data',
		AGGREGATED,
		'/v1/reports/agg_report',
		() => ({
			ResponseType: 'JSON',
			Fields: ['EventDate', 'MediaCampaign'],
			MediaMetrics: ['Clicks', 'Reach'],
			TargetMetrics: ['TargetEventCount', 'Revenue'],
			InteractionFilter: { ...DAYS, MediaCampaignId: placements().slice(0, 2) },
			TargetFilter: { EventType: ['Purchase', 'Session'], EventName: ['Order'] },
			AttributionModel: 'mfi',
			AttributionWindow: '7',
			DateGrouping: 'week',
			...PAGE,
		}),
	],
	['Path to Conversion', PATH, '/v1/reports/path_to_conversion', () => ({ ...pathBody(), ...PAGE })],
	['Path to Conversion by job', job(PATH), '/v2/reports/path_to_conversion', pathBody],
])('%s goes out whole with every option set', async (_name, report, path, body) => {
	const days = { dateRange: 'custom', dateFrom: DAYS.DateFrom, dateTo: DAYS.DateTo, returnAll: true };
	const scope = { campaignScope: 'selected', campaignIds: placements().slice(0, 2).map(String) };
	// What comes back is another matter; not all of these names are the sandbox's.
	await runOnFakeClock(harness.sandbox, { resource: 'report', ...days, ...scope, ...report }).catch(
		() => undefined,
	);
	const [first] = harness.sandbox.requests.filter(({ method }) => method === 'POST');
	expect({ path: first?.path, body: first?.body }).toEqual({ path, body: body() });
});
