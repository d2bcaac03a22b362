import { sliceItem } from '../../shared/report/failed-slice';
import type { SingleOperation } from '../../shared/operations/operation';
import { refuseSinceLastRun, timezoneOption, withoutSinceLastRun } from '../../shared/report/date-fields';
import type { YandexPromoPagesApi } from '../api';
import { planReport, reportScope } from './plan';
import { readReportRequest, reportFields, reportOptions, reportOrder } from './request';

export const create: SingleOperation<YandexPromoPagesApi> = {
	name: 'Create',
	value: 'create',
	description: 'Order daily statistics without waiting, to fetch them later by their report ID',
	action: 'Order daily statistics',
	gives: 'items',
	fields: reportFields.map(withoutSinceLastRun),
	options: [...reportOptions, timezoneOption],
	async *rows(run) {
		refuseSinceLastRun(run.parameters);
		const request = readReportRequest(run.parameters);
		const scope = reportScope(request);
		const ordered: string[] = [];
		for (const slice of await planReport(run, request)) {
			try {
				const reportId = await run.api.orderReport(request.level, reportOrder(request, slice), run.signal);
				ordered.push(reportId);
				yield [{ reportId, ...sliceItem(slice, scope) }];
			} catch (error) {
				// The orders before this one stand, and their ids would be lost with the error.
				if (error instanceof Error && ordered.length > 0)
					error.message += ` Reports that had been ordered before: ${ordered.join(', ')}.`;
				throw error;
			}
		}
	},
};
