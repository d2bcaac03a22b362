import { reportPages, SLICE_COLUMNS } from '../../shared/report/report-pages';
import type { ReportOperation } from '../../shared/operations/operation';
import { dateOptions } from '../../shared/report/date-fields';
import { pollOptions, readPollPolicy } from '../../shared/report/poll-options';
import { addSliceColumnsOption, maxConcurrencyOption } from '../../shared/report/slice-options';
import type { YandexPromoPagesApi } from '../api';
import { CONCURRENCY, HOLD_ROWS, POLL } from '../limits';
import { knownColumns } from './columns';
import { planReport, reportScope } from './plan';
import { reportReader } from './read';
import { readReportRequest, reportFields, reportOptions } from './request';

export const get: ReportOperation<YandexPromoPagesApi> = {
	name: 'Get',
	value: 'get',
	description: 'Order daily statistics, wait for them and return their rows',
	action: 'Get daily statistics',
	gives: 'report',
	fields: reportFields,
	options: [
		...reportOptions,
		...dateOptions,
		addSliceColumnsOption,
		maxConcurrencyOption(CONCURRENCY),
		...pollOptions(POLL),
	],
	columns({ parameters }) {
		const { level } = readReportRequest(parameters);
		const added = parameters.optionFlag('addSliceColumns') ? SLICE_COLUMNS : [];
		return { known: [...knownColumns(level), ...added] };
	},
	async *rows(run) {
		const { parameters } = run;
		const request = readReportRequest(parameters);
		const policy = readPollPolicy(parameters, POLL);
		const maxConcurrency = parameters.optionWholeNumber('maxConcurrency', { minimum: 1, ...CONCURRENCY });
		yield* reportPages(run, {
			slices: await planReport(run, request),
			read: reportReader(run, request, policy),
			cuts: { days: true, ids: true },
			scope: reportScope(request),
			maxConcurrency,
			holdRows: HOLD_ROWS,
			addSliceColumns: parameters.optionFlag('addSliceColumns'),
		});
	},
};
