import type { Project } from '../project';
import type { RawQuery } from '../truth/truth';

import type { JsonObject } from '../../frame/routes';
import { Checks, ids, integer, matching, object, oneOf, strings, windowOf, type WindowLimits } from './checks';

const MOST = Number.MAX_SAFE_INTEGER;
/** Rows of a page where none are asked for, and at the most (3.4). */
export const DEFAULT_LIMIT = 1000;
export const MOST_ROWS = 100_000;
/** Days per job (3.7). */
const DAYS_PER_JOB = 3;

/** A stretch of a report. */
export interface Stretch {
	readonly offset: number;
	readonly limit: number;
}

/** Body of POST /v1/reports/raw_reports (3.4). */
export function rawPageRequest(project: Project, body: JsonObject): RawQuery & Stretch {
	const { options, today } = project;
	const checks = new Checks();
	checks.names('', body, ['ResponseType', 'Fields', 'InteractionFilter', 'Offset', 'Limit']);
	checks.required('ResponseType', body.ResponseType, oneOf(['JSON']));
	const query = rawQuery(checks, project, body, { today, maxDays: options.maxWindowDays });
	const stretch = stretchOf(checks, body, DEFAULT_LIMIT, MOST_ROWS);
	checks.conclude();
	return { ...query!, ...stretch };
}

/** Body of POST /v2/reports/raw_reports in the documented dialect (3.7): one interaction type per job. */
export function rawJobRequest(project: Project, body: JsonObject): RawQuery & Stretch {
	const checks = new Checks();
	const known = [
		'ResponseType',
		'Fields',
		'InteractionFilter',
		'Stable',
		'ProjectId',
		'Offset',
		'Limit',
	] as const;
	checks.names('', body, known);
	checks.required('ResponseType', body.ResponseType, oneOf(['JSON']));
	checks.optional('Stable', body.Stable, integer(0, 1));
	const { projectId } = project.options;
	checks.optional('ProjectId', body.ProjectId, integer(projectId, projectId));
	const query = rawQuery(checks, project, body, jobLimits(project));
	if (query !== undefined && query.interactionTypes?.length !== 1) {
		checks.fail('InteractionFilter.InteractionType', 'len', query.interactionTypes);
	}
	const stretch = stretchOf(checks, body, MOST, MOST);
	checks.conclude();
	return { ...query!, ...stretch };
}

/** The same order in the flat dialect (T6): a scalar type, and nothing else in the body. */
export function flatRawJobRequest(project: Project, body: JsonObject): RawQuery & Stretch {
	const checks = new Checks();
	checks.names('', body, ['Fields', 'DateFrom', 'DateTo', 'InteractionType']);
	const fields = checks.required('Fields', body.Fields, strings);
	const window = windowOf(checks, '', body, jobLimits(project));
	const type = checks.required('InteractionType', body.InteractionType, matching(/\S/, 'string'));
	checks.conclude();
	return { ...window!, fields: fields!, interactionTypes: [type!], offset: 0, limit: MOST };
}

export function jobLimits(project: Project): WindowLimits {
	const { today, options } = project;
	return { today, maxDays: DAYS_PER_JOB, earliest: today - options.jobHistoryDays };
}

/** `Offset` and `Limit`. */
export function stretchOf(checks: Checks, body: JsonObject, defaultLimit: number, maxLimit: number): Stretch {
	return {
		offset: checks.optional('Offset', body.Offset, integer(0, MOST)) ?? 0,
		limit: checks.optional('Limit', body.Limit, integer(1, maxLimit)) ?? defaultLimit,
	};
}

function rawQuery(
	checks: Checks,
	project: Project,
	body: JsonObject,
	limits: WindowLimits,
): RawQuery | undefined {
	const fields = checks.required('Fields', body.Fields, strings);
	const filter = checks.required('InteractionFilter', body.InteractionFilter, object);
	checks.names('InteractionFilter', filter, ['DateFrom', 'DateTo', 'InteractionType', 'MediaCampaignId']);
	if (filter === undefined) return undefined;
	const window = windowOf(checks, 'InteractionFilter.', filter, limits);
	const types = checks.optional('InteractionFilter.InteractionType', filter.InteractionType, strings);
	const placements = placementIds(checks, project, filter, project.options.maxIds);
	if (fields === undefined || window === undefined) return undefined;
	return { ...window, fields, interactionTypes: types, numbers: project.numbersOf(placements) };
}

/** `MediaCampaignId` takes placement ids (T12). */
export function placementIds(
	checks: Checks,
	project: Project,
	filter: JsonObject | undefined,
	most: number,
): number[] | undefined {
	return checks.optional(
		'InteractionFilter.MediaCampaignId',
		filter?.MediaCampaignId,
		ids(most, project.byId),
	);
}
