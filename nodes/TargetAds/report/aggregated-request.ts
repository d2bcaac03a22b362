import type { INodeProperties } from 'n8n-workflow';

import { exactNumber } from '../../../connector/rows';
import type { Slice } from '../../../connector/slices';
import { choiceField } from '../../shared/parameters/choice-field';
import type { Parameters } from '../../shared/parameters/parameters';
import { readCampaignScope, type CampaignScope } from '../campaign-scope';
import { DAY_FIELD } from '../limits';
import { attributionModels } from '../names/columns';
import { dimensions, eventTypeList, mediaMetricList, targetMetricList } from '../names/lists';
import { readExtraFilters, sentFilters, type Filters, type OwnFilters } from './extra-filters';

/** Sheet 4.8. A closed list. */
export const dateGrouping = choiceField({
	displayName: 'Date Grouping',
	name: 'dateGrouping',
	type: 'options',
	options: (['Day', 'Week', 'Month', 'Quarter', 'Year'] as const).map((name) => ({
		name,
		value: name.toLowerCase() as Lowercase<typeof name>,
	})),
	default: 'day',
	description: 'How to group the dates; it has an effect only with Date among the Dimensions',
});

/** Sheet 4.8, in days. A closed list. */
export const attributionWindow = choiceField({
	displayName: 'Attribution Window',
	name: 'attributionWindow',
	type: 'options',
	options: (['7', '15', '30', '60', '90'] as const).map((days) => ({ name: `${days} Days`, value: days })),
	default: '30',
	description: 'How long after an interaction a target event counts',
});

const otherAttributionModel: INodeProperties = {
	displayName: 'Other Attribution Model',
	name: 'otherAttributionModel',
	type: 'string',
	default: '',
	placeholder: 'e.g. mfi',
	description: 'A model that the list lacks, under its API name; it takes the place of Attribution Model',
};

/** The list of models is not complete, so an expression may give another one, too. */
export const attributionModel = {
	field: {
		displayName: 'Attribution Model',
		name: 'attributionModel',
		type: 'options',
		options: attributionModels,
		default: 'mli',
		description:
			'How target events are attributed to the media. More go into Options > Other Attribution Model.',
	} satisfies INodeProperties,
	other: otherAttributionModel,
	read: (parameters: Parameters) =>
		parameters.optionText('otherAttributionModel') || parameters.text('attributionModel'),
};

/** Everything that an aggregated report is asked for with. */
export interface AggregatedRequest {
	readonly dimensions: readonly string[];
	readonly mediaMetrics: readonly string[];
	readonly targetMetrics: readonly string[];
	readonly attributionModel: string;
	readonly attributionWindow: string;
	readonly dateGrouping: string;
	readonly eventTypes: readonly string[];
	readonly campaigns: CampaignScope;
	readonly extraFilters: Filters;
	readonly simplify: boolean;
}

const OWN_FILTERS: OwnFilters = {
	InteractionFilter: { DateFrom: 'Date Range', DateTo: 'Date Range', MediaCampaignId: 'Campaigns' },
	TargetFilter: { EventType: 'Event Type Names or IDs' },
};

/** @throws {ParameterError} */
export function readAggregatedRequest(parameters: Parameters): AggregatedRequest {
	return {
		dimensions: dimensions.read(parameters),
		mediaMetrics: mediaMetricList.read(parameters),
		targetMetrics: targetMetricList.read(parameters),
		attributionModel: attributionModel.read(parameters),
		attributionWindow: attributionWindow.read(parameters),
		dateGrouping: dateGrouping.read(parameters),
		eventTypes: eventTypeList.read(parameters),
		campaigns: readCampaignScope(parameters),
		extraFilters: readExtraFilters(parameters, OWN_FILTERS),
		simplify: parameters.flag('simplify'),
	};
}

/** The rows are split by date only when they carry the date (sheet T18), and reach may not be summed (T19). */
export function tellsDays(request: AggregatedRequest): 'cut' | 'whole' {
	return request.dimensions.includes(DAY_FIELD) && request.dateGrouping === 'day' ? 'cut' : 'whole';
}

/** Body of an aggregated report (sheet 3.5). `AttributionWindow` is text there (T17). */
export function aggregatedBody(request: AggregatedRequest, { window, ids }: Slice): object {
	const { dimensions, mediaMetrics, targetMetrics, attributionModel, eventTypes, extraFilters } = request;
	const InteractionFilter = {
		DateFrom: window?.dateFrom,
		DateTo: window?.dateTo,
		...(ids === undefined ? {} : { MediaCampaignId: ids.map(exactNumber) }),
	};
	const TargetFilter = eventTypes.length === 0 ? {} : { EventType: eventTypes };
	return {
		ResponseType: 'JSON',
		Fields: dimensions,
		...(mediaMetrics.length === 0 ? {} : { MediaMetrics: mediaMetrics }),
		...(targetMetrics.length === 0 ? {} : { TargetMetrics: targetMetrics }),
		...sentFilters({ InteractionFilter, TargetFilter }, extraFilters),
		...(attributionModel === '' ? {} : { AttributionModel: attributionModel }),
		AttributionWindow: request.attributionWindow,
		DateGrouping: request.dateGrouping,
	};
}
