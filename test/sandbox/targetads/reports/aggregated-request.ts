import type { Project } from '../project';
import { DATE_GROUPINGS, type AggregatedQuery } from '../truth/aggregated-rows';

import type { JsonObject } from '../../frame/routes';
import { Checks, matching, object, oneOf, strings, windowOf } from './checks';
import { MOST_ROWS, placementIds, stretchOf, type Stretch } from './raw-request';

/** The closed list of 4.8: strings (T17). */
const WINDOWS = ['7', '15', '30', '60', '90'] as const;

/** The list of models is incomplete (4.7); that they are written in lower case here is known. */
const MODEL = matching(/^[a-z][a-z0-9_]*$/, 'lowercase');

const KNOWN = [
	'ResponseType',
	'Fields',
	'MediaMetrics',
	'TargetMetrics',
	'InteractionFilter',
	'TargetFilter',
	'AttributionModel',
	'AttributionWindow',
	'DateGrouping',
	'Offset',
	'Limit',
];

export type AggregatedRequest = Omit<AggregatedQuery, 'numbers'> & { numbers?: readonly number[] } & Stretch;

/** Body of POST /v1/reports/agg_report (3.5). No limit of days is known. */
export function aggregatedRequest(project: Project, body: JsonObject): AggregatedRequest {
	const checks = new Checks();
	checks.names('', body, KNOWN);
	checks.required('ResponseType', body.ResponseType, oneOf(['JSON']));
	const fields = checks.required('Fields', body.Fields, strings);
	const mediaMetrics = checks.optional('MediaMetrics', body.MediaMetrics, strings);
	const targetMetrics = checks.optional('TargetMetrics', body.TargetMetrics, strings);
	if (body.MediaMetrics === undefined && body.TargetMetrics === undefined) {
		checks.fail('MediaMetrics', 'required', null);
	}
	const filter = checks.required('InteractionFilter', body.InteractionFilter, object);
	checks.names('InteractionFilter', filter, ['DateFrom', 'DateTo', 'MediaCampaignId']);
	const window = filter && windowOf(checks, 'InteractionFilter.', filter, { today: project.today });
	const ids = placementIds(checks, project, filter, project.options.maxIdsAggregated);
	const targets = checks.optional('TargetFilter', body.TargetFilter, object);
	checks.names('TargetFilter', targets, ['EventType', 'EventName']);
	const eventTypes = checks.optional('TargetFilter.EventType', targets?.EventType, strings);
	const eventNames = checks.optional('TargetFilter.EventName', targets?.EventName, strings);
	const attributionModel = checks.optional('AttributionModel', body.AttributionModel, MODEL);
	const attributionWindow = checks.optional('AttributionWindow', body.AttributionWindow, oneOf(WINDOWS));
	const grouping = checks.optional('DateGrouping', body.DateGrouping, oneOf(DATE_GROUPINGS));
	const stretch = stretchOf(checks, body, Number.MAX_SAFE_INTEGER, MOST_ROWS);
	checks.conclude();
	return {
		...window!,
		...stretch,
		fields: fields!,
		metrics: [...(mediaMetrics ?? []), ...(targetMetrics ?? [])],
		numbers: project.numbersOf(ids),
		grouping: grouping ?? 'day',
		eventTypes,
		eventNames,
		attributionModel: attributionModel ?? 'mli',
		attributionWindow: attributionWindow ?? '30',
	};
}
