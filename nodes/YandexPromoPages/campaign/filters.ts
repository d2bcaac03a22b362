import type { INodeProperties } from 'n8n-workflow';

import { parseMoment } from '../../shared/parameters/calendar-day';
import type { Parameters } from '../../shared/parameters/parameters';
import type { CampaignFilters } from '../api';
import { TIMEZONE } from '../limits';
import type { Campaign } from '../schemas';

/** What to keep of the campaigns; undefined keeps all. */
export interface Filters {
	readonly ids: readonly string[];
	/** As the API wants it: UTC, without milliseconds. */
	readonly startFrom: string | undefined;
	readonly types: readonly string[];
	readonly strategies: readonly string[];
	/** The API has no filter for it, so it is applied to the answer. */
	readonly archived: boolean | undefined;
}

export const filtersField: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options: [
		{
			displayName: 'Archived',
			name: 'archived',
			type: 'boolean',
			default: false,
			description: 'Whether to return only archived campaigns, or only those that are not',
		},
		{
			displayName: 'Campaign IDs (Text)',
			name: 'campaignIdList',
			type: 'string',
			default: '',
			placeholder: 'e.g. 5e67a3c5bf998668491f9079',
			description: 'More campaign IDs, with commas between them',
		},
		{
			displayName: 'Campaign Names or IDs',
			name: 'campaignIds',
			type: 'multiOptions',
			allowArbitraryValues: true,
			typeOptions: { loadOptionsMethod: 'getCampaigns', loadOptionsDependsOn: ['publisherId'] },
			default: [],
			description:
				'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		},
		{
			displayName: 'Campaign Strategies',
			name: 'campaignStrategies',
			type: 'multiOptions',
			allowArbitraryValues: true,
			options: [
				{ name: 'Clickout', value: 'clickout', description: 'Paid by external transitions' },
				{ name: 'CPM', value: 'cpm', description: 'Paid by impressions' },
				{ name: 'Daily Budget', value: 'daily_budget' },
				{ name: 'Full Read', value: 'full_read', description: 'Paid by full reads' },
				{ name: 'Full View', value: 'full_view', description: 'Paid by full views of a video' },
			],
			default: [],
			description: 'Which strategies to return',
		},
		{
			displayName: 'Campaign Types',
			name: 'campaignTypes',
			type: 'multiOptions',
			allowArbitraryValues: true,
			options: [
				{ name: 'Article', value: 'article' },
				{ name: 'Gallery', value: 'gallery' },
				{ name: 'Post', value: 'post' },
				{ name: 'Video', value: 'video' },
			],
			default: [],
			description: 'Which kinds of campaigns to return',
		},
		{
			displayName: 'Start From',
			name: 'startFrom',
			type: 'dateTime',
			default: '',
			description: 'Earliest start of the campaigns; a date without a time is midnight in Moscow',
		},
	],
};

/** @throws {ParameterError} */
export function readFilters(parameters: Parameters): Filters {
	const filters = parameters.collection('filters');
	const startFrom = filters.value('startFrom');
	return {
		ids: filters.opaqueIds('campaignIds', 'campaignIdList'),
		startFrom:
			startFrom === undefined || startFrom === ''
				? undefined
				: parseMoment(startFrom, filters.displayName('startFrom'), TIMEZONE)
						.toUTC()
						.toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'"),
		types: filters.list('campaignTypes'),
		strategies: filters.list('campaignStrategies'),
		archived: filters.value('archived') === undefined ? undefined : filters.flag('archived'),
	};
}

/** The filters that page mode sends. A list that chooses nothing stays out. */
export function pageFilters({ startFrom, types, strategies }: Filters): CampaignFilters {
	return {
		...(startFrom === undefined ? {} : { startFrom }),
		...(types.length === 0 ? {} : { campaignTypes: types.join(',') }),
		...(strategies.length === 0 ? {} : { campaignStrategies: strategies.join(',') }),
	};
}

/** Applied to what page mode gives. A missing flag counts as not archived (sheet 3.1). */
export function passesArchived({ archived }: Filters, { isArchived }: Campaign): boolean {
	return archived === undefined || (isArchived ?? false) === archived;
}

/** Applied to what id mode gives, because whether the API applies its filters there is not documented. */
export function passesAll(filters: Filters, campaign: Campaign): boolean {
	const { startFrom, types, strategies } = filters;
	if (startFrom !== undefined && !((campaign.start ?? '') >= startFrom)) return false;
	if (types.length > 0 && !types.includes(campaign.type ?? '')) return false;
	if (strategies.length > 0 && !strategies.includes(campaign.strategy?.name ?? '')) return false;
	return passesArchived(filters, campaign);
}
