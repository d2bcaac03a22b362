import type { ReadSlice } from '../../../connector/report';
import type { Page, Row } from '../../../connector/rows';
import type { Run } from '../../shared/operations/run';
import { nameListField, otherNamesOption } from '../../shared/parameters/name-list-field';
import { asNumber, simplifyField } from '../../shared/parameters/simplify';
import { dateFields } from '../../shared/report/date-fields';
import { defineReport } from '../../shared/report/define-report';
import type { TargetAdsApi } from '../api';
import { campaignIdsOf, campaignScopeFields, campaignsOfSlice } from '../campaign-scope';
import { attributionModels, groupingFields, mediaMetrics, targetMetrics } from '../fields';
import {
	AGGREGATED_IDS,
	AGGREGATED_PAGE_SIZE,
	ANSWERED_AS,
	CONCURRENCY,
	DAY_FIELD,
	DAYS_PER_REQUEST,
	HOLD_ROWS,
} from '../limits';
import {
	aggregatedBody,
	attributionWindow,
	dateGrouping,
	readAggregatedRequest,
	tellsDays,
	type AggregatedRequest,
} from './aggregated-request';
import { directReader, moreByCount } from './direct';
import { eventTypesField } from './event-fields';

export const getAggregated = defineReport<TargetAdsApi, AggregatedRequest>({
	operation: 'getAggregated',
	fields: [
		nameListField(groupingFields, {
			displayName: 'Fields',
			name: 'fields',
			required: true,
			default: ['EventDate', 'MediaCampaign'],
			description: 'What to group by. Rows are split by date only with EventDate.',
		}),
		nameListField(mediaMetrics, {
			displayName: 'Media Metrics',
			name: 'mediaMetrics',
			default: ['Impressions', 'Clicks'],
			description:
				'Metrics of the media. Reach, Frequency, CTR and PartOfGIVT hold for their row only and must not be added up.',
		}),
		nameListField(targetMetrics, {
			displayName: 'Target Metrics',
			name: 'targetMetrics',
			default: [],
			description: 'Metrics of the target events that are attributed to the media',
		}),
		eventTypesField,
		...campaignScopeFields,
		...dateFields,
		dateGrouping.field,
		{
			displayName: 'Attribution Model',
			name: 'attributionModel',
			type: 'options',
			options: attributionModels.map((model) => ({ name: model.toUpperCase(), value: model })),
			default: 'mli',
			description: 'How target events are attributed. Other models can be set with an expression.',
		},
		attributionWindow.field,
		simplifyField,
	],
	options: [
		otherNamesOption('Other Fields', 'otherFields', 'columns'),
		otherNamesOption('Other Metrics', 'otherMetrics', 'media metrics'),
	],
	limits: {
		days: [
			{
				default: DAYS_PER_REQUEST.direct,
				maximum: DAYS_PER_REQUEST.maximum,
				description:
					'How many days to ask for at once, where each row has its own day: with the field EventDate and Date Grouping set to Day',
			},
		],
		toCutDays: `Remove the option, or add the field ${DAY_FIELD} and set Date Grouping to Day.`,
		concurrency: CONCURRENCY,
		pageSize: AGGREGATED_PAGE_SIZE,
		holdRows: HOLD_ROWS,
	},
	dates: tellsDays,
	request: readAggregatedRequest,
	identity: ({ simplify: _looks, ...request }) => request,
	ids: campaignIds,
	scope: campaignsOfSlice,
	columns: ({ fields, mediaMetrics, targetMetrics }) => ({
		requested: [...fields, ...mediaMetrics, ...targetMetrics].map((name) => ANSWERED_AS[name] ?? name),
	}),
	read(loading, request) {
		const { simplify, mediaMetrics, targetMetrics } = request;
		const read = directReader(loading, {
			path: 'agg_report',
			body: (slice) => aggregatedBody(request, slice),
			hasMore: moreByCount,
		});
		return simplify ? withMetricNumbers(read, [...mediaMetrics, ...targetMetrics]) : read;
	},
}).load({
	name: 'Get Aggregated Data',
	description: 'Get media and target metrics, grouped by date, campaign or source',
	action: 'Get aggregated data',
});

/** Those of the scope, with what a user should know about them although they are sent as they are. */
async function campaignIds(
	run: Run<TargetAdsApi>,
	{ campaigns, fields, ...request }: AggregatedRequest,
): Promise<readonly string[] | undefined> {
	const ids = await campaignIdsOf(campaigns, run);
	if (request.dateGrouping !== 'day' && !fields.includes(DAY_FIELD))
		run.observe({ type: 'remark', text: `Date Grouping has no effect without the field ${DAY_FIELD}.` });
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
	return async function* (...slice): AsyncGenerator<Page> {
		for await (const page of read(...slice)) yield page.map((row) => withNumbers(row, wanted));
	};
}

function withNumbers(row: Row, wanted: ReadonlySet<string>): Row {
	const converted: Row = {};
	for (const [column, value] of Object.entries(row))
		converted[column] = wanted.has(column.toLowerCase()) ? asNumber(value, true) : value;
	return converted;
}
