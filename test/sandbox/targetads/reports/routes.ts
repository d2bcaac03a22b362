import { json, listed, streamedJson, type Answer } from '../../frame/answer';
import { tooMany, type PlatformFault } from '../../frame/faults/fault';
import type { Route } from '../../frame/routes';
import type { Project } from '../project';
import { returnedName } from '../truth/aggregated-rows';
import type { Row } from '../truth/columns';
import type { Report } from '../truth/truth';

import { aggregatedRequest } from './aggregated-request';
import { pathPageRequest } from './path-request';
import { rawPageRequest, type Stretch } from './raw-request';

const PAGE_FAULTS: readonly PlatformFault['kind'][] = [
	'repeat-page',
	'empty-page',
	'counts-more',
	'count-taken-back',
];

/** The synchronous reports of v1. */
export function reportRoutes(project: Project): Route[] {
	const { envelope } = project.options;
	return [
		{
			method: 'POST',
			path: /^\/v1\/reports\/raw_reports$/,
			faults: PAGE_FAULTS,
			answer: ({ body, fault }) => {
				const request = rawPageRequest(project, body);
				return page(project.truth.raw(request), request.fields, request, envelope, fault);
			},
		},
		{
			method: 'POST',
			path: /^\/v1\/reports\/path_to_conversion$/,
			faults: PAGE_FAULTS,
			answer: ({ body, fault }) => {
				const request = pathPageRequest(project, body);
				return page(project.truth.path(request), request.fields, request, envelope, fault);
			},
		},
		{
			method: 'POST',
			path: /^\/v1\/reports\/agg_report$/,
			faults: ['counts-more'],
			answer: ({ body, fault }) => {
				const request = aggregatedRequest(project, body);
				const rows = project.truth.aggregated(request);
				return json(200, {
					Columns: [...request.fields, ...request.metrics.map(returnedName)],
					// The grand total: a Limit that cuts something off shows (3.5).
					CountRows: rows.length + tooMany(fault),
					Rows: rows.slice(request.offset, request.offset + request.limit),
				});
			},
		},
	];
}

/** One page of a v1 report in either envelope (T3). `count` is the number of rows in it (3.4). */
export function page(
	report: Report,
	fields: readonly string[],
	asked: Stretch,
	envelope: 'data' | 'Rows',
	fault?: PlatformFault,
): Answer {
	if (fault?.kind === 'empty-page') return pageOf([], 0, true, fields, envelope);
	const isTakenBack = fault?.kind === 'count-taken-back';
	if (isTakenBack && asked.offset > 0) return pageOf([], 0, false, fields, envelope);
	const isRepeated = fault?.kind === 'repeat-page';
	const offset = isRepeated ? Math.max(0, asked.offset - asked.limit) : asked.offset;
	const count = Math.max(0, Math.min(asked.limit, report.total - offset));
	const named = fault?.kind === 'counts-more' || isTakenBack ? report.total + tooMany(fault) : count;
	return pageOf(report.read(offset, count), named, offset + count < report.total, fields, envelope);
}

function pageOf(
	rows: Iterable<Row>,
	count: number,
	hasMore: boolean,
	fields: readonly string[],
	envelope: 'data' | 'Rows',
): Answer {
	if (envelope === 'data') {
		return streamedJson(listed('{"data":[', rows, `],"count":${count},"has_more":${String(hasMore)}}`));
	}
	const head = `{"Columns":${JSON.stringify(fields.map(returnedName))},"CountRows":${count},"Rows":[`;
	return streamedJson(listed(head, rows, ']}'));
}
