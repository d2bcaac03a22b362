import { sliceItem } from '../../shared/report/failed-slice';
import type { SingleOperation } from '../../shared/operations/operation';
import { refuseSinceLastRun, withoutSinceLastRun } from '../../shared/report/date-fields';
import type { AdfoxApi } from '../api';
import { reportFields, reportOptions } from './fields';
import { planReport, reportScope } from './plan';
import { readReportRequest } from './request';

export const planSlices: SingleOperation<AdfoxApi> = {
	name: 'Plan Slices',
	value: 'planSlices',
	description: 'Get the parts that a report would be ordered in, to spread them over executions or workers',
	action: 'Plan the slices of a report',
	gives: 'items',
	fields: reportFields.map(withoutSinceLastRun),
	options: reportOptions,
	async *rows(run) {
		// A plan delivers nothing, so it must not move a cursor.
		refuseSinceLastRun(run.parameters);
		const request = readReportRequest(run.parameters);
		const scope = reportScope(request);
		yield planReport(run, request).map((slice) => sliceItem(slice, scope));
	},
};
