import type { Project } from '../project';
import type { PathQuery } from '../truth/truth';

import type { JsonObject } from '../../frame/routes';
import { Checks, object, oneOf, strings, windowOf, type WindowLimits } from './checks';
import { DEFAULT_LIMIT, MOST_ROWS, jobLimits, placementIds, stretchOf, type Stretch } from './raw-request';

const KNOWN = ['ResponseType', 'Fields', 'InteractionFilter', 'TargetFilter', 'Offset', 'Limit'];
const TARGET_NAMES = ['DateFrom', 'DateTo', 'EventType', 'EventName', 'EcomItemCategory1'];
const TOUCH_NAMES = ['DateFrom', 'DateTo', 'InteractionType', 'MediaCampaignId'];
const MOST = Number.MAX_SAFE_INTEGER;

/** Body of POST /v1/reports/path_to_conversion (3.6). */
export function pathPageRequest(project: Project, body: JsonObject): PathQuery & Stretch {
	const { options, today } = project;
	const limits = { today, maxDays: options.maxWindowDays };
	return pathRequest(project, body, limits, DEFAULT_LIMIT, MOST_ROWS);
}

/** Body of POST /v2/reports/path_to_conversion (3.8). */
export function pathJobRequest(project: Project, body: JsonObject): PathQuery & Stretch {
	return pathRequest(project, body, jobLimits(project), MOST, MOST);
}

/** The dates of `TargetFilter` bound the target events, those of `InteractionFilter`, if any, the touchpoints. */
function pathRequest(
	project: Project,
	body: JsonObject,
	limits: WindowLimits,
	defaultLimit: number,
	maxLimit: number,
): PathQuery & Stretch {
	const checks = new Checks();
	checks.names('', body, KNOWN);
	checks.required('ResponseType', body.ResponseType, oneOf(['JSON']));
	const fields = checks.required('Fields', body.Fields, strings);
	const targets = checks.required('TargetFilter', body.TargetFilter, object);
	checks.names('TargetFilter', targets, TARGET_NAMES);
	const window = targets && windowOf(checks, 'TargetFilter.', targets, limits);
	const eventTypes = checks.optional('TargetFilter.EventType', targets?.EventType, strings);
	const eventNames = checks.optional('TargetFilter.EventName', targets?.EventName, strings);
	const itemCategories = checks.optional(
		'TargetFilter.EcomItemCategory1',
		targets?.EcomItemCategory1,
		strings,
	);
	const touches = checks.optional('InteractionFilter', body.InteractionFilter, object);
	checks.names('InteractionFilter', touches, TOUCH_NAMES);
	const touchTypes = checks.optional('InteractionFilter.InteractionType', touches?.InteractionType, strings);
	const hasDates = touches?.DateFrom !== undefined || touches?.DateTo !== undefined;
	const touched =
		touches && hasDates ? windowOf(checks, 'InteractionFilter.', touches, limitless(limits)) : undefined;
	const numbers = project.numbersOf(placementIds(checks, project, touches, project.options.maxIds));
	const stretch = stretchOf(checks, body, defaultLimit, maxLimit);
	checks.conclude();
	return {
		...window!,
		...stretch,
		fields: fields!,
		eventTypes,
		eventNames,
		itemCategories,
		touchFrom: touched?.fromDay,
		touchTo: touched?.toDay,
		touchTypes,
		numbers: numbers && new Set(numbers),
	};
}

/** Paths begin long before their events, so the limits of length and depth are not theirs. */
function limitless({ today }: WindowLimits): WindowLimits {
	return { today };
}
