import { RequestInvalidError } from '../../../connector/errors';
import { runJob } from '../../../connector/job';
import type { ReadSlice } from '../../../connector/report';
import { Turns, type Page } from '../../../connector/rows';
import { addDays, daysBetween, type DateWindow, type Day } from '../../../connector/slices';
import { ParameterError } from '../../shared/parameters/parameter-error';
import { plural } from '../../shared/parameters/shown';
import type { Run } from '../../shared/operations/run';
import { simplifyField } from '../../shared/parameters/simplify';
import { today, yearsBefore } from '../../shared/parameters/calendar-day';
import { refuseBefore, type AskedWindow } from '../../shared/report/period';
import type { Loading } from '../../shared/report/declaration';
import { defineReport } from '../../shared/report/define-report';
import type { AdfoxApi } from '../api';
import {
	CONCURRENCY,
	DAY_DIMENSION,
	DAYS_PER_REQUEST,
	HISTORY_YEARS,
	HOLD_ROWS,
	POLL,
	REPORT_ROWS,
	TIMEZONE,
} from '../limits';
import { reportFields, reportOptions } from './fields';
import {
	readReportRequest,
	reportIdentity,
	reportOrder,
	savedReportOrder,
	type ReportRequest,
} from './request';
import { isFinished, rowsOf } from './result';
import { withConditions } from './saved-filters';

/** What reports by day have in common. */
export const DAILY_REPORT = {
	limits: {
		days: [
			{
				...DAYS_PER_REQUEST,
				description:
					'How many days to put into one report where "date" is among the dimensions; 0 for as many as ADFOX takes',
			},
		],
		mostDays: DAYS_PER_REQUEST.maximum,
		concurrency: CONCURRENCY,
		polling: POLL,
		holdRows: HOLD_ROWS,
	},
	daysOverOnly:
		'ADFOX answers the same order with the report that it made before, so a day that is not over would stay as it was',
	refuse(window: AskedWindow, _request: ReportRequest, { clock }: Run<AdfoxApi>): void {
		refuseOutside(window, today(clock, TIMEZONE));
	},
};

/** Reports v2 (sheet 5.2): ordered, waited for, and taken as a whole. */
const statistics = defineReport<AdfoxApi, ReportRequest>({
	...DAILY_REPORT,
	operation: 'get',
	fields: reportFields,
	options: reportOptions,
	rowFields: [simplifyField],
	limits: {
		...DAILY_REPORT.limits,
		toCutDays: `Remove the option, or use Metrics and Dimensions with "${DAY_DIMENSION}" among them.`,
	},
	dates: tellsDays,
	request: readReportRequest,
	identity: reportIdentity,
	refuse(window, request, run) {
		DAILY_REPORT.refuse(window, request, run);
		if (tellsDays(request) === 'whole') refuseUncut(window, request);
	},
	scope: (_slice, { level, reportName }) => ({ level, ...(reportName === '' ? {} : { reportName }) }),
	// A saved report has its own columns, whatever Metrics and Dimensions say.
	columns: ({ reportName, dimensions, metrics }) => ({
		known: reportName === '' ? [...dimensions, ...metrics] : [],
	}),
	read: reader,
});

export const get = statistics.load({
	name: 'Get',
	description:
		'Order a report, wait until it is made (seconds to minutes) and return its rows: a column for each dimension (such as date, campaign_id, campaign_name) and each metric (such as loads_total, clicks_total), one row for each day with Date among the dimensions',
	action: 'Get a report',
});

export const planSlices = statistics.plan({
	description: 'Get the parts that a report would be ordered in, to spread them over executions or workers',
	action: 'Plan the slices of a report',
});

/** The columns of a saved report are its own, so whether its rows tell their days is not known. */
function tellsDays({ reportName, dimensions }: ReportRequest): 'cut' | 'whole' {
	return reportName === '' && dimensions.includes(DAY_DIMENSION) ? 'cut' : 'whole';
}

export async function reader(
	{ api, limit, polling, clock, observe, signal: whole }: Loading<AdfoxApi>,
	asked: ReportRequest,
): Promise<ReadSlice> {
	const isFiltered = asked.reportName !== '' && asked.filters.length > 0;
	const request = isFiltered ? await withConditions(api, asked, whole) : asked;
	const { reportName, simplify } = request;
	return async function* (slice, signal, _canSplit, ordered) {
		const wanted = Math.min(limit.remaining, REPORT_ROWS);
		const pages = runJob(
			{
				order: async () =>
					reportName === ''
						? api.orderReport(reportOrder(request, slice, wanted), signal)
						: api.orderSavedReport(reportName, savedReportOrder(request, slice), signal),
				poll: (id) => api.task(id, signal),
				resultOf: isFinished,
				async *fetch(_finished, id) {
					yield* rowsOf(await api.result(id, signal), simplify, new Turns(signal));
				},
				wholeIn: 'fetch',
			},
			polling,
			{ clock, observe, signal, ordered },
		);
		// Whether a report is complete shows in the number of its rows, so nothing is handed on before they all are there.
		const held: Page[] = [];
		let rows = 0;
		for await (const page of pages) {
			held.push(page);
			rows += page.length;
		}
		if (rows >= REPORT_ROWS && limit.remaining > wanted)
			throw new RequestInvalidError(
				`The report has ${plural(REPORT_ROWS, 'row')}, the most that ADFOX gives at once, so some are missing. Use fewer dimensions or more filters.`,
				{ splittable: true },
			);
		if (rows >= wanted) limit.noteMore();
		yield* held;
	};
}

function refuseOutside(window: AskedWindow, currentDay: Day): void {
	// An identical order gives the old task (sheet 5.2), so a day that is not over would stay as it was first read. All
	// ranges but Custom hold days only that are over.
	if (window.dateTo >= currentDay)
		throw new ParameterError(
			'Date To',
			`Date To is later than ${addDays(currentDay, -1)}, the last day that is over in Moscow.`,
			'Choose days that are over: ADFOX answers the same order with the report that it made before.',
		);
	const first = yearsBefore(currentDay, HISTORY_YEARS);
	refuseBefore(first, window, {
		reach: `ADFOX keeps report data for ${HISTORY_YEARS} years, since ${first}`,
		advice: 'Choose a later day.',
	});
}

/** Without its day a row is a sum over the whole period, and sums of parts would be other rows. */
function refuseUncut({ dateFrom, dateTo }: DateWindow, { reportName }: ReportRequest): void {
	const days = daysBetween(dateFrom, dateTo);
	if (days <= DAYS_PER_REQUEST.maximum) return;
	if (reportName !== '')
		throw new ParameterError(
			'Saved Report',
			`The period has ${days} days and ADFOX takes ${DAYS_PER_REQUEST.maximum} in one report; a saved report cannot be loaded in parts, since whether its rows tell their days is not known.`,
			'Choose a shorter period, or use Metrics and Dimensions instead of a Saved Report.',
		);
	throw new ParameterError(
		'Dimensions',
		`The period has ${days} days and ADFOX takes ${DAYS_PER_REQUEST.maximum} in one report, but Dimensions lacks "${DAY_DIMENSION}", so it cannot be loaded in parts.`,
		`Add "${DAY_DIMENSION}" to Dimensions, or choose a shorter period.`,
	);
}
