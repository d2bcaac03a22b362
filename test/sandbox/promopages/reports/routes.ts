import { json, streamedJson, text, type Answer } from '../../frame/answer';
import type { PlatformFault } from '../../frame/faults/fault';
import type { Route } from '../../frame/routes';
import type { Account } from '../account';
import { Refusal } from '../refusal';
import { LEVELS, REPORT_PATHS, reportType } from '../truth/levels';
import type { StatisticsRow } from '../truth/row';

import { orderOf } from './order';
import type { ReportFault, ReportStore, StoredReport } from './report-store';

const REPORT_FAULTS = ['job-status', 'job-never-ends'] as const;
const ROWS_PER_CHUNK = 500;

/** Orders (3.2) and polls (3.3). */
export function reportRoutes(account: Account, reports: ReportStore): Route[] {
	const orders = LEVELS.map((level): Route => ({
		method: 'POST',
		path: new RegExp(`^/reports/${REPORT_PATHS[level]}$`),
		faults: REPORT_FAULTS,
		answer: ({ body, fault }) => {
			const report = reports.order(orderOf(account, level, body), reportFault(fault));
			return json(200, { reportId: report.id });
		},
	}));
	return [
		...orders,
		{
			method: 'GET',
			// The names of the report kinds are no ids: a GET there is the wrong method.
			path: new RegExp(`^/reports/(?!(${Object.values(REPORT_PATHS).join('|')})$)[^/]+$`),
			query: ['format'],
			faults: REPORT_FAULTS,
			answer: ({ path, query, fault }) => {
				if (query.get('format') !== 'json') throw new Refusal(400, 'format must be json');
				const report = reports.find(path.slice(path.lastIndexOf('/') + 1));
				if (report === undefined) throw new Refusal(404, 'report not found');
				return poll(account, report, reportFault(fault) ?? report.fault);
			},
		},
	];
}

/** One answer: 202 while it is being made (trap 38), the whole report afterwards. */
function poll(account: Account, report: StoredReport, fault: ReportFault | undefined): Answer {
	const { reportPolls } = account.options;
	if (fault?.kind === 'job-status') return failure(report, fault);
	if (fault === undefined) report.polls++;
	if (fault?.kind === 'job-never-ends' || report.polls <= reportPolls) {
		return text(202, 'text/plain; charset=utf-8', '');
	}
	return streamedJson(content(reportType(report.query.level), account.truth.rows(report.query)));
}

/**
 * No failed state is documented (3.3). A status of digits is the HTTP status of the poll, any other one comes with 200
 * and without statistics.
 */
function failure(report: StoredReport, fault: Extract<ReportFault, { kind: 'job-status' }>): Answer {
	const message = fault.error_message ?? 'report failed';
	if (/^[1-5]\d\d$/.test(fault.status)) throw new Refusal(Number(fault.status), message);
	return json(200, { type: reportType(report.query.level), status: fault.status, message });
}

function* content(type: string, rows: Iterable<StatisticsRow>): Generator<string, void> {
	let chunk = `{"type":${JSON.stringify(type)},"statistics":[`;
	let written = 0;
	for (const row of rows) {
		chunk += (written > 0 ? ',' : '') + JSON.stringify(row);
		written++;
		if (written % ROWS_PER_CHUNK === 0) {
			yield chunk;
			chunk = '';
		}
	}
	yield `${chunk}]}`;
}

function reportFault(fault: PlatformFault | undefined): ReportFault | undefined {
	return fault?.kind === 'job-status' || fault?.kind === 'job-never-ends' ? fault : undefined;
}
