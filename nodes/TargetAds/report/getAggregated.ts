import type { ReadSlice } from '../../../connector/report';
import { mapPagesInTurns, Turns, type Row } from '../../../connector/rows';
import type { Run } from '../../shared/operations/run';
import { asNumber, simplifyField } from '../../shared/parameters/simplify';
import { dateFields } from '../../shared/report/date-fields';
import type { Loading } from '../../shared/report/declaration';
import { defineReport } from '../../shared/report/define-report';
import type { TargetAdsApi } from '../api';
import { campaignIdsOf, campaignScopeFields, campaignsOfSlice } from '../campaign-scope';
import {
	AGGREGATED_IDS,
	AGGREGATED_PAGE_SIZE,
	ANSWERED_AS,
	CONCURRENCY,
	DAY_FIELD,
	DAYS_PER_REQUEST,
	HOLD_ROWS,
} from '../limits';
import { dimensions, eventTypeList, mediaMetricList, targetMetricList } from '../names/lists';
import {
	aggregatedBody,
	attributionModel,
	attributionWindow,
	dateGrouping,
	readAggregatedRequest,
	tellsDays,
	type AggregatedRequest,
} from './aggregated-request';
import { directReader, moreByCount } from './direct';
import { extraFiltersOption } from './extra-filters';

export const AGGREGATED_LIMITS = {
	days: [
		{
			default: DAYS_PER_REQUEST.direct,
			maximum: DAYS_PER_REQUEST.maximum,
			description:
				'How many days to ask for at once, where each row has its own day: with Date among the Dimensions and Date Grouping set to Day',
		},
	],
	concurrency: CONCURRENCY,
	pageSize: AGGREGATED_PAGE_SIZE,
	holdRows: HOLD_ROWS,
};

export const getAggregated = defineReport<TargetAdsApi, AggregatedRequest>({
	operation: 'getAggregated',
	fields: [
		dimensions.field,
		mediaMetricList.field,
		targetMetricList.field,
		eventTypeList.field,
		...campaignScopeFields,
		...dateFields,
		dateGrouping.field,
		attributionModel.field,
		attributionWindow.field,
		simplifyField,
	],
	options: [
		dimensions.other,
		mediaMetricList.other,
		targetMetricList.other,
		eventTypeList.other,
		attributionModel.other,
		extraFiltersOption,
	],
	limits: {
		...AGGREGATED_LIMITS,
		toCutDays: `Remove the option, or add Date (${DAY_FIELD}) to Dimensions and set Date Grouping to Day.`,
	},
	dates: tellsDays,
	request: readAggregatedRequest,
	identity: ({ simplify: _looks, ...request }) => request,
	ids: campaignIds,
	scope: campaignsOfSlice,
	columns: ({ dimensions, mediaMetrics, targetMetrics }) => ({
		requested: [...dimensions, ...mediaMetrics, ...targetMetrics].map((name) => ANSWERED_AS[name] ?? name),
	}),
	read: readAggregated,
}).load({
	name: 'Get Aggregated Data',
	description:
		'Get media and target metrics (impressions, clicks, target events) by day, campaign or source: one row for each combination, in the columns that are named as the chosen Dimensions and Metrics. Reach, frequency and shares must not be added up over rows.',
	action: 'Get aggregated data',
});

/** Reads slices, metrics as numbers where rows are simplified. */
export function readAggregated(loading: Loading<TargetAdsApi>, request: AggregatedRequest): ReadSlice {
	const { simplify, mediaMetrics, targetMetrics } = request;
	const read = directReader(loading, {
		path: 'agg_report',
		body: (slice) => aggregatedBody(request, slice),
		hasMore: moreByCount,
	});
	return simplify ? withMetricNumbers(read, [...mediaMetrics, ...targetMetrics]) : read;
}

/** Those of the scope, with what a user should know about them although they are sent as they are. */
export async function campaignIds(
	run: Run<TargetAdsApi>,
	{ campaigns, dimensions, dateGrouping }: AggregatedRequest,
): Promise<readonly string[] | undefined> {
	const ids = await campaignIdsOf(campaigns, run);
	if (dateGrouping !== 'day' && !dimensions.includes(DAY_FIELD))
		run.observe({
			type: 'remark',
			text: `Date Grouping has no effect without Date (${DAY_FIELD}) among the Dimensions.`,
		});
	if (ids !== undefined && ids.length > AGGREGATED_IDS)
		run.observe({
			type: 'remark',
			text: `The report asked for ${ids.length} campaigns in one request; TargetADS is known to take ${AGGREGATED_IDS}. Campaigns set to All has no such limit.`,
		});
	return ids;
}

/**
 * Turns metrics, which the platform writes as text (sheet T4), into numbers. Columns are found whatever their case,
 * because answers differ from requests in it. What is no number, or too long for one, stays as it is.
 */
function withMetricNumbers(read: ReadSlice, metrics: readonly string[]): ReadSlice {
	const wanted = new Set(metrics.map((metric) => metric.toLowerCase()));
	return (slice, signal, ...rest) =>
		mapPagesInTurns(read(slice, signal, ...rest), (row) => withNumbers(row, wanted), new Turns(signal));
}

function withNumbers(row: Row, wanted: ReadonlySet<string>): Row {
	const converted: Row = {};
	for (const [column, value] of Object.entries(row))
		converted[column] = wanted.has(column.toLowerCase()) ? asNumber(value, true) : value;
	return converted;
}
