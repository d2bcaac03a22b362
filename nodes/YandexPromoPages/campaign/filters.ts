import { isRow } from '../../../connector/rows';
import { parseMoment } from '../../shared/parameters/calendar-day';
import { filtersField } from '../../shared/parameters/conditions';
import { nameList } from '../../shared/parameters/name-list-field';
import { idFields } from '../../shared/parameters/id-scope';
import type { Parameters } from '../../shared/parameters/parameters';
import type { CampaignFilters } from '../api';
import { TIMEZONE } from '../limits';
import { campaignIds } from '../publishers';
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

const ids = idFields({ ...campaignIds, load: 'getCampaigns', dependsOn: ['publisherId'] });

const STRATEGIES = [
	{ name: 'Clickout', value: 'clickout', description: 'Paid by external transitions' },
	{ name: 'CPM', value: 'cpm', description: 'Paid by impressions' },
	{
		name: 'Daily Budget',
		value: 'daily_budget',
		description: 'Limited by money alone, without a price of anything',
	},
	{ name: 'Full Read', value: 'full_read', description: 'Paid by full reads' },
	{ name: 'Full View', value: 'full_view', description: 'Paid by full views of a video' },
];

const TYPES = [
	{ name: 'Article', value: 'article', description: 'Campaigns of articles' },
	{ name: 'Gallery', value: 'gallery', description: 'Campaigns of galleries' },
	{ name: 'Post', value: 'post', description: 'Campaigns of posts' },
	{ name: 'Video', value: 'video', description: 'Campaigns of videos' },
];

const namesOf = (choices: readonly { readonly value: string }[]) => choices.map(({ value }) => value);

const strategies = nameList({
	displayName: 'Campaign Strategies',
	name: 'campaignStrategies',
	known: STRATEGIES,
	default: [],
	description: 'Which strategies to return',
	other: {
		displayName: 'Other Campaign Strategies',
		name: 'otherCampaignStrategies',
		what: 'strategies to return',
	},
	elsewhere: { 'a type of campaigns': namesOf(TYPES) },
});

const types = nameList({
	displayName: 'Campaign Types',
	name: 'campaignTypes',
	known: TYPES,
	default: [],
	description: 'Which kinds of campaigns to return',
	other: { displayName: 'Other Campaign Types', name: 'otherCampaignTypes', what: 'types to return' },
	elsewhere: { 'a strategy of campaigns': namesOf(STRATEGIES) },
});

/** For the Options collection. */
export const otherNames = [strategies.other, types.other];

export const filtersBox = filtersField([
	{
		displayName: 'Archived',
		name: 'archived',
		type: 'boolean',
		default: false,
		description: 'Whether to return only archived campaigns, or only those that are not',
	},
	ids.text,
	ids.list,
	strategies.field,
	types.field,
	{
		displayName: 'Start From',
		name: 'startFrom',
		type: 'dateTime',
		default: '',
		description: 'Earliest start of the campaigns; a date without a time is midnight in Moscow',
	},
]);

/** @throws {ParameterError} */
export function readFilters(parameters: Parameters): Filters {
	const given = parameters.collection('filters');
	const startFrom = given.value('startFrom');
	return {
		ids: ids.read(given),
		startFrom:
			startFrom === undefined || startFrom === ''
				? undefined
				: parseMoment(startFrom, given.displayName('startFrom'), TIMEZONE)
						.toUTC()
						.toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'"),
		types: types.read(given),
		strategies: strategies.read(given),
		archived: given.value('archived') === undefined ? undefined : given.flag('archived'),
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

/** Whether campaigns are left out of what the platform gives: page mode filters by the rest itself. */
export function leavesOut({ startFrom, types, strategies, archived }: Filters, byIds: boolean): boolean {
	if (archived !== undefined) return true;
	return byIds && (startFrom !== undefined || types.length > 0 || strategies.length > 0);
}

/** Applied to what page mode gives. A missing flag counts as not archived (sheet 3.1). */
export function passesArchived({ archived }: Filters, { isArchived }: Campaign): boolean {
	return archived === undefined || (isArchived === true) === archived;
}

/** Applied to what id mode gives, because whether the API applies its filters there is not documented. */
export function passesAll(filters: Filters, campaign: Campaign): boolean {
	const { startFrom, types, strategies } = filters;
	const { start, type, strategy } = campaign;
	const begins = typeof start === 'string' ? Date.parse(start) : NaN;
	if (startFrom !== undefined && !(begins >= Date.parse(startFrom))) return false;
	if (types.length > 0 && !types.some((wanted) => wanted === type)) return false;
	const name = isRow(strategy) ? strategy.name : undefined;
	if (strategies.length > 0 && !strategies.some((wanted) => wanted === name)) return false;
	return passesArchived(filters, campaign);
}
