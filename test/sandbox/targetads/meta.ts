import { json, text } from '../frame/answer';
import type { Route } from '../frame/routes';
import { utcText } from '../frame/calendar';
import { tooMany } from '../frame/faults/fault';

import type { Placement } from './placements';
import type { Project } from './project';
import { Refusal } from './refusal';
import { TARGET_EVENTS } from './target-events';

/** A placement as `/v1/meta/campaigns` gives it (3.1). */
export interface MetaPlacement {
	placement_id: number;
	placement_name: string;
	placement_created: string;
	placement_status: string;
	source_id: number;
	source_name: string;
	marketing_campaign_id: number;
	marketing_name: string;
	/** Seen under the key `meta` only. */
	landing_page?: string;
}

export function metaRoutes(project: Project): Route[] {
	return [
		{
			method: 'GET',
			path: /^\/v1\/meta\/campaigns$/,
			query: ['active'],
			faults: ['counts-more'],
			answer: ({ query, fault }) => {
				const onlyActive = flag(query, 'active', true);
				const list = [...project.placements, ...project.added]
					.filter((placement) => !onlyActive || project.isActive(placement))
					.map((placement) => metaPlacement(project, placement));
				const isDocumented = project.options.campaignsKey === 'campaigns';
				const count = list.length + tooMany(fault);
				return json(200, isDocumented ? { campaigns: list, count } : { meta: list });
			},
		},
		{
			method: 'GET',
			path: /^\/v1\/meta\/token_validate$/,
			answer: () =>
				project.options.emptyTokenBody
					? text(200, 'application/json; charset=utf-8', '')
					: json(200, {
							valid: true,
							project_id: project.options.projectId,
							is_admin: false,
							campaign_access: project.accessibleIds,
							expires_at: utcText(project.expiresAt),
						}),
		},
		{
			method: 'GET',
			path: /^\/v1\/meta\/target_event$/,
			faults: ['counts-more'],
			answer: ({ fault }) =>
				json(200, { target_events: TARGET_EVENTS, count: TARGET_EVENTS.length + tooMany(fault) }),
		},
	];
}

export function metaPlacement(project: Project, placement: Placement): MetaPlacement {
	const landing = project.options.campaignsKey === 'meta' ? { landing_page: placement.landingPage } : {};
	return {
		placement_id: placement.id,
		placement_name: placement.name,
		placement_created: placement.created,
		// The only value in the samples.
		placement_status: project.statuses.get(placement.id) ?? 'active',
		source_id: placement.sourceId,
		source_name: placement.sourceName,
		marketing_campaign_id: placement.marketingId,
		marketing_name: placement.marketingName,
		...landing,
	};
}

/** Exactly `true` or `false`: `True` is what a Python client sends by accident (S9). */
function flag(query: URLSearchParams, name: string, byDefault: boolean): boolean {
	const value = query.get(name);
	if (value === null) return byDefault;
	if (value === 'true' || value === 'false') return value === 'true';
	throw new Refusal(400, 'validate error', [
		{ Error: true, FailedField: name, Tag: 'boolean', Value: value },
	]);
}
