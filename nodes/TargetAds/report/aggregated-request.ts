import { exactNumber } from '../../../connector/rows';
import type { Slice } from '../../../connector/slices';
import { choiceField } from '../../shared/parameters/choice-field';
import type { Parameters } from '../../shared/parameters/parameters';
import { readCampaignScope, type CampaignScope } from '../campaign-scope';
import { DAY_FIELD } from '../limits';

/** Sheet 4.8. A closed list. */
export const dateGrouping = choiceField({
	displayName: 'Date Grouping',
	name: 'dateGrouping',
	type: 'options',
	options: [
		{ name: 'Day', value: 'day' },
		{ name: 'Month', value: 'month' },
		{ name: 'Quarter', value: 'quarter' },
		{ name: 'Week', value: 'week' },
		{ name: 'Year', value: 'year' },
	],
	default: 'day',
	description: 'How to group the dates; it has an effect only with the field EventDate',
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

/** Everything that an aggregated report is asked for with. */
export interface AggregatedRequest {
	readonly fields: readonly string[];
	readonly mediaMetrics: readonly string[];
	readonly targetMetrics: readonly string[];
	readonly attributionModel: string;
	readonly attributionWindow: string;
	readonly dateGrouping: string;
	readonly eventTypes: readonly string[];
	readonly campaigns: CampaignScope;
	readonly simplify: boolean;
}

/** @throws {ParameterError} */
export function readAggregatedRequest(parameters: Parameters): AggregatedRequest {
	return {
		fields: parameters.required('fields', 'otherFields'),
		mediaMetrics: parameters.list('mediaMetrics', 'otherMetrics'),
		targetMetrics: parameters.list('targetMetrics'),
		attributionModel: parameters.text('attributionModel'),
		attributionWindow: attributionWindow.read(parameters),
		dateGrouping: dateGrouping.read(parameters),
		eventTypes: parameters.list('eventTypes'),
		campaigns: readCampaignScope(parameters),
		simplify: parameters.flag('simplify'),
	};
}

/** The rows are split by date only when they carry the date (sheet T18), and reach may not be summed (T19). */
export function tellsDays(request: AggregatedRequest): 'cut' | 'whole' {
	return request.fields.includes(DAY_FIELD) && request.dateGrouping === 'day' ? 'cut' : 'whole';
}

/** Body of an aggregated report (sheet 3.5). `AttributionWindow` is text there (T17). */
export function aggregatedBody(request: AggregatedRequest, { window, ids }: Slice): object {
	const { fields, mediaMetrics, targetMetrics, attributionModel, eventTypes } = request;
	return {
		ResponseType: 'JSON',
		Fields: fields,
		...(mediaMetrics.length === 0 ? {} : { MediaMetrics: mediaMetrics }),
		...(targetMetrics.length === 0 ? {} : { TargetMetrics: targetMetrics }),
		InteractionFilter: {
			DateFrom: window?.dateFrom,
			DateTo: window?.dateTo,
			...(ids === undefined ? {} : { MediaCampaignId: ids.map(exactNumber) }),
		},
		...(eventTypes.length === 0 ? {} : { TargetFilter: { EventType: eventTypes } }),
		...(attributionModel === '' ? {} : { AttributionModel: attributionModel }),
		AttributionWindow: request.attributionWindow,
		DateGrouping: request.dateGrouping,
	};
}
