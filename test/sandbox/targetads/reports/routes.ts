import { json } from '../../frame/answer';
import type { Route } from '../../frame/routes';
import type { Project } from '../project';
import { returnedName } from '../truth/aggregated-metrics';

import { aggregatedRequest } from './aggregated-request';
import { page } from './pages';
import { pathPageRequest } from './path-request';
import { rawPageRequest } from './raw-request';

/** The synchronous reports of v1. */
export function reportRoutes(project: Project): Route[] {
	const { envelope } = project.options;
	return [
		{
			method: 'POST',
			path: /^\/v1\/reports\/raw_reports$/,
			faults: ['repeat-page', 'empty-page'],
			answer: ({ body, fault }) => {
				const request = rawPageRequest(project, body);
				return page(project.truth.raw(request), request.fields, request, envelope, fault);
			},
		},
		{
			method: 'POST',
			path: /^\/v1\/reports\/path_to_conversion$/,
			faults: ['repeat-page', 'empty-page'],
			answer: ({ body, fault }) => {
				const request = pathPageRequest(project, body);
				return page(project.truth.path(request), request.fields, request, envelope, fault);
			},
		},
		{
			method: 'POST',
			path: /^\/v1\/reports\/agg_report$/,
			answer: ({ body }) => {
				const request = aggregatedRequest(project, body);
				const rows = project.truth.aggregated(request);
				return json(200, {
					Columns: [...request.fields, ...request.metrics.map(returnedName)],
					// The grand total: a Limit that cuts something off shows (3.5).
					CountRows: rows.length,
					Rows: rows.slice(request.offset, request.offset + request.limit),
				});
			},
		},
	];
}
