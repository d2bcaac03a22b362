import type { Observe } from '../../../connector/events';
import type { Slice } from '../../../connector/slices';
import { ParameterError } from '../../shared/parameters/parameter-error';
import type { Parameters } from '../../shared/parameters/parameters';
import { readCampaignScope, type CampaignScope } from '../campaign-scope';
import { attributionWindows, dateGroupings } from '../fields';
import { AGGREGATED_IDS, AGGREGATED_PAGE_SIZE, DAYS_PER_REQUEST, DAY_FIELD } from '../limits';
import { readReportSettings, type ReportSettings } from './settings';

/** Everything that an aggregated report is asked for with, checked before any request. */
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
	readonly settings: ReportSettings;
	/** Each row is of one day, so the report may be cut between days. */
	readonly cutsByDays: boolean;
}

/** @throws {ParameterError} */
export function readAggregatedRequest(parameters: Parameters): AggregatedRequest {
	const fields = parameters.required('fields', 'otherFields');
	const dateGrouping = parameters.choice('dateGrouping', dateGroupings);
	// The rows are split by date only when they carry the date (sheet T18), and reach may not be summed (T19).
	const cutsByDays = fields.includes(DAY_FIELD) && dateGrouping === 'day';
	const settings = readReportSettings(parameters, {
		pageSize: AGGREGATED_PAGE_SIZE,
		days: cutsByDays ? DAYS_PER_REQUEST.direct : 0,
	});
	if (!cutsByDays && settings.daysPerRequest !== 0)
		throw new ParameterError(
			'Days per Request',
			'Days per Request is set, but this report cannot be cut by days: its rows would be sums over parts of the period.',
			`Remove the option, or add the field ${DAY_FIELD} and set Date Grouping to Day.`,
		);
	return {
		fields,
		mediaMetrics: parameters.list('mediaMetrics', 'otherMetrics'),
		targetMetrics: parameters.list('targetMetrics'),
		attributionModel: parameters.text('attributionModel'),
		attributionWindow: parameters.choice('attributionWindow', attributionWindows),
		dateGrouping,
		eventTypes: parameters.list('eventTypes'),
		campaigns: readCampaignScope(parameters),
		simplify: parameters.flag('simplify'),
		settings,
		cutsByDays,
	};
}

/** What makes it another report: everything that its rows depend on, besides the dates. */
export function reportIdentity(request: AggregatedRequest): object {
	const { simplify: _simplify, settings: _settings, cutsByDays: _cutsByDays, ...identity } = request;
	return identity;
}

/** Body of an aggregated report (sheet 3.5). `AttributionWindow` is text there (T17). */
export function aggregatedBody(request: AggregatedRequest, { window, ids }: Slice): object {
	const {
		fields,
		mediaMetrics,
		targetMetrics,
		attributionModel,
		attributionWindow,
		dateGrouping,
		eventTypes,
	} = request;
	return {
		ResponseType: 'JSON',
		Fields: fields,
		...(mediaMetrics.length === 0 ? {} : { MediaMetrics: mediaMetrics }),
		...(targetMetrics.length === 0 ? {} : { TargetMetrics: targetMetrics }),
		InteractionFilter: {
			DateFrom: window?.dateFrom,
			DateTo: window?.dateTo,
			...(ids === undefined ? {} : { MediaCampaignId: ids.map(Number) }),
		},
		...(eventTypes.length === 0 ? {} : { TargetFilter: { EventType: eventTypes } }),
		...(attributionModel === '' ? {} : { AttributionModel: attributionModel }),
		AttributionWindow: attributionWindow,
		DateGrouping: dateGrouping,
	};
}

/** What a user should know about the settings although they are sent as they are. */
export function remarkOnAggregated(
	{ fields, dateGrouping }: AggregatedRequest,
	ids: readonly string[] | undefined,
	observe: Observe,
): void {
	if (dateGrouping !== 'day' && !fields.includes(DAY_FIELD))
		observe({ type: 'remark', text: `Date Grouping has no effect without the field ${DAY_FIELD}.` });
	if (ids !== undefined && ids.length > AGGREGATED_IDS)
		observe({
			type: 'remark',
			text: `The report asked for ${ids.length} campaigns in one request; TargetADS is known to take ${AGGREGATED_IDS}. Campaigns set to All has no such limit.`,
		});
}
