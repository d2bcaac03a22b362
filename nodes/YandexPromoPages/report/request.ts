import type { INodeProperties } from 'n8n-workflow';

import type { Slice } from '../../../connector/slices';
import { dateFields } from '../../shared/report/date-fields';
import { ParameterError } from '../../shared/parameters/parameter-error';
import type { Parameters } from '../../shared/parameters/parameters';
import { daysPerRequestOption, idsPerRequestOption } from '../../shared/report/slice-options';
import type { Level, ReportOrder } from '../api';
import { levelField, readLevel } from '../campaign/level';
import { DAYS_PER_REQUEST, IDS_PER_REQUEST } from '../limits';
import { publisherField } from '../publishers';

const TRAFFIC_SOURCES = ['total', 'ya_search', 'rsya'] as const;

/** Everything that a report is ordered with, checked before any request. */
export interface ReportRequest {
	readonly publisherId: string;
	readonly level: Level;
	/** Undefined for all campaigns of the publisher. */
	readonly campaignIds: readonly string[] | undefined;
	readonly trafficSource: (typeof TRAFFIC_SOURCES)[number];
	readonly daysPerRequest: number;
	readonly idsPerRequest: number;
}

const onlySelected = { displayOptions: { show: { campaignScope: ['selected'] } } };

export const reportFields: readonly INodeProperties[] = [
	publisherField,
	levelField('What to count, one row per day each'),
	{
		displayName: 'Campaigns',
		name: 'campaignScope',
		type: 'options',
		options: [
			{ name: 'All', value: 'all', description: 'All campaigns of the publisher, archived ones included' },
			{ name: 'Selected', value: 'selected', description: 'Only campaigns that you choose' },
		],
		default: 'all',
		description: 'Which campaigns to report on',
	},
	{
		displayName: 'Campaign Names or IDs',
		name: 'campaignIds',
		type: 'multiOptions',
		allowArbitraryValues: true,
		typeOptions: { loadOptionsMethod: 'getCampaigns', loadOptionsDependsOn: ['publisherId'] },
		default: [],
		...onlySelected,
		description:
			'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
	},
	{
		displayName: 'Campaign IDs (Text)',
		name: 'campaignIdList',
		type: 'string',
		default: '',
		placeholder: 'e.g. 5e67a3c5bf998668491f9079',
		...onlySelected,
		description: 'More campaign IDs, with commas between them',
	},
	...dateFields,
	{
		displayName: 'Traffic Source',
		name: 'trafficSource',
		type: 'options',
		options: [
			{ name: 'All Sources', value: 'total' },
			{ name: 'Yandex Advertising Network', value: 'rsya' },
			{ name: 'Yandex Search', value: 'ya_search' },
		],
		default: 'total',
		description: 'Where the impressions came from',
	},
];

export const reportOptions: readonly INodeProperties[] = [
	daysPerRequestOption(DAYS_PER_REQUEST, 'How many days to put into one report; 0 for the whole period'),
	idsPerRequestOption(IDS_PER_REQUEST, 'campaigns'),
];

/** @throws {ParameterError} */
export function readReportRequest(parameters: Parameters): ReportRequest {
	return {
		publisherId: parameters.locator('publisherId'),
		level: readLevel(parameters),
		campaignIds: readCampaignIds(parameters),
		trafficSource: parameters.choice('trafficSource', TRAFFIC_SOURCES),
		daysPerRequest: parameters.optionWholeNumber('daysPerRequest', { minimum: 0, ...DAYS_PER_REQUEST }),
		idsPerRequest: parameters.optionWholeNumber('idsPerRequest', { minimum: 1, ...IDS_PER_REQUEST }),
	};
}

/** @param slice of a plan, which always has days and ids */
export function reportOrder(
	{ publisherId, trafficSource }: ReportRequest,
	{ window, ids }: Slice,
): ReportOrder {
	return {
		publisherId,
		campaignIds: ids ?? [],
		mskDateFrom: window?.dateFrom ?? '',
		mskDateTo: window?.dateTo ?? '',
		trafficSource,
	};
}

function readCampaignIds(parameters: Parameters): readonly string[] | undefined {
	if (parameters.choice('campaignScope', ['all', 'selected']) === 'all') return undefined;
	const ids = parameters.opaqueIds('campaignIds', 'campaignIdList');
	if (ids.length > 0) return ids;
	throw new ParameterError(
		'Campaign Names or IDs',
		'Campaigns is Selected, but Campaign Names or IDs is empty.',
		'Choose campaigns, or set Campaigns to All.',
	);
}
