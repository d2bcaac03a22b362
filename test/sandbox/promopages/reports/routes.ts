import { json, listed, streamedJson, text, type Answer } from '../../frame/answer';
import { JOB_FAULTS, jobFault, type JobFault } from '../../frame/faults/fault';
import { hex, mix } from '../../frame/hash';
import type { Route } from '../../frame/routes';
import type { Account } from '../account';
import { Refusal } from '../refusal';
import { LEVELS, REPORT_PATHS, reportType } from '../truth/cells';
import type { StatisticsQuery } from '../truth/truth';

import { orderOf } from './order';

const MS_PER_DAY = 86_400_000;
const KEPT_DAYS = 30;

/** An ordered report. */
export interface StoredReport {
	readonly id: string;
	readonly query: StatisticsQuery;
	/** Milliseconds. */
	readonly orderedAt: number;
	/** No poll is answered before. */
	readonly readyAt: number;
	/** Set when the order itself was struck. */
	readonly fault?: JobFault;
	/** How often it was asked for. */
	polls: number;
}

/** Reports live for 30 days (3.2). An order that is repeated is another report. */
export class ReportStore {
	private readonly reports = new Map<string, StoredReport>();
	private ordered = 0;

	constructor(
		private readonly seed: number,
		private readonly now: () => number,
	) {}

	order(query: StatisticsQuery, fault: JobFault | undefined, buildMs = 0): StoredReport {
		this.ordered++;
		const id = hex(24, mix(mix(this.seed, 0x4e9), this.ordered));
		const orderedAt = this.now();
		const readyAt = orderedAt + buildMs;
		const report = { id, query, orderedAt, readyAt, polls: 0, ...(fault && { fault }) };
		this.reports.set(id, report);
		return report;
	}

	find(id: string): StoredReport | undefined {
		const report = this.reports.get(id);
		const age = this.now() - (report?.orderedAt ?? 0);
		return age < KEPT_DAYS * MS_PER_DAY ? report : undefined;
	}

	clear(): void {
		this.reports.clear();
		this.ordered = 0;
	}
}

/** Orders (3.2) and polls (3.3). */
export function reportRoutes(account: Account, reports: ReportStore): Route[] {
	const orders = LEVELS.map((level): Route => ({
		method: 'POST',
		path: new RegExp(`^/reports/${REPORT_PATHS[level]}$`),
		faults: JOB_FAULTS,
		answer: ({ body, fault }) => {
			const { publisher, query } = orderOf(account, level, body);
			const report = reports.order(query, jobFault(fault), account.options.buildMs[publisher.index]);
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
			faults: JOB_FAULTS,
			answer: ({ path, query, fault }) => {
				if (query.get('format') !== 'json') throw new Refusal(400, 'format must be json');
				const report = reports.find(path.slice(path.lastIndexOf('/') + 1));
				if (report === undefined) throw new Refusal(404, 'report not found');
				return poll(account, report, jobFault(fault) ?? report.fault);
			},
		},
	];
}

/** One answer: 202 while it is being made (trap 38), the whole report afterwards. */
function poll(account: Account, report: StoredReport, fault: JobFault | undefined): Answer {
	const { reportPolls } = account.options;
	const isBuilt = account.now() >= report.readyAt;
	if (fault?.kind === 'job-status') return failure(report, fault);
	if (fault === undefined) report.polls++;
	if (fault?.kind === 'job-never-ends' || !isBuilt || report.polls <= reportPolls) {
		return text(202, 'text/plain; charset=utf-8', '');
	}
	const type = JSON.stringify(reportType(report.query.level));
	return streamedJson(listed(`{"type":${type},"statistics":[`, account.truth.rows(report.query), ']}'));
}

/**
 * No failed state is documented (3.3). A status of digits is the HTTP status of the poll, any other one comes with 200
 * and without statistics.
 */
function failure(report: StoredReport, fault: Extract<JobFault, { kind: 'job-status' }>): Answer {
	const message = fault.error_message ?? 'report failed';
	if (/^[1-5]\d\d$/.test(fault.status)) throw new Refusal(Number(fault.status), message);
	return json(200, { type: reportType(report.query.level), status: fault.status, message });
}
