import { reportPages, SLICE_COLUMNS } from '../../shared/report/report-pages';
import type { ReportOperation } from '../../shared/operations/operation';
import { pollOptions, readPollPolicy } from '../../shared/report/poll-options';
import { addSliceColumnsOption, maxConcurrencyOption } from '../../shared/report/slice-options';
import type { AdfoxApi } from '../api';
import { CONCURRENCY, HOLD_ROWS, POLL } from '../limits';
import { reportFields, reportOptions } from './fields';
import { planReport, reportScope } from './plan';
import { reportReader } from './read';
import { readReportRequest } from './request';

export const get: ReportOperation<AdfoxApi> = {
	name: 'Get',
	value: 'get',
	description: 'Order a report, wait for it and return its rows',
	action: 'Get a report',
	gives: 'report',
	fields: reportFields,
	options: [...reportOptions, addSliceColumnsOption, maxConcurrencyOption(CONCURRENCY), ...pollOptions(POLL)],
	columns({ parameters }) {
		const { dimensions, metrics, reportName } = readReportRequest(parameters);
		const added = parameters.optionFlag('addSliceColumns') ? SLICE_COLUMNS : [];
		// A saved report has its own columns, whatever Metrics and Dimensions say.
		return { known: reportName === '' ? [...dimensions, ...metrics, ...added] : added };
	},
	async *rows(run) {
		const { parameters } = run;
		const request = readReportRequest(parameters);
		const policy = readPollPolicy(parameters, POLL);
		const maxConcurrency = parameters.optionWholeNumber('maxConcurrency', { minimum: 1, ...CONCURRENCY });
		yield* reportPages(run, {
			slices: planReport(run, request),
			read: reportReader(run, request, policy),
			cuts: { days: request.daysPerRequest > 0, ids: false },
			scope: reportScope(request),
			maxConcurrency,
			holdRows: HOLD_ROWS,
			addSliceColumns: parameters.optionFlag('addSliceColumns'),
		});
	},
};
