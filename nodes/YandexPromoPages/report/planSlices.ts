import { sliceItem } from '../../shared/report/failed-slice';
import type { SingleOperation } from '../../shared/operations/operation';
import { refuseSinceLastRun, timezoneOption, withoutSinceLastRun } from '../../shared/report/date-fields';
import type { YandexPromoPagesApi } from '../api';
import { planReport, reportScope } from './plan';
import { readReportRequest, reportFields, reportOptions } from './request';

export const planSlices: SingleOperation<YandexPromoPagesApi> = {
	name: 'Plan Slices',
	value: 'planSlices',
	description:
		'Get the parts that daily statistics would be ordered in, to spread them over executions or workers',
	action: 'Plan the slices of daily statistics',
	gives: 'items',
	fields: reportFields.map(withoutSinceLastRun),
	options: [...reportOptions, timezoneOption],
	async *rows(run) {
		// A plan delivers nothing, so it must not move a cursor.
		refuseSinceLastRun(run.parameters);
		const request = readReportRequest(run.parameters);
		const scope = reportScope(request);
		yield (await planReport(run, request)).map((slice) => sliceItem(slice, scope));
	},
};
