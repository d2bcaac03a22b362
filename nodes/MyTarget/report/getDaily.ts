import type { ReportOperation } from '../../shared/operations/operation';
import { dateOptions } from '../../shared/report/date-fields';
import { addSliceColumnsOption } from '../../shared/report/slice-options';
import type { MyTargetApi } from '../api';
import { dailyFields, dailyOptions, planDaily } from './daily-plan';
import { flattened } from './metrics';
import { concurrencyOption, metricColumns, readMetricsRequest, sliceQuery } from './request';
import { runSlices } from './run-slices';

export const getDaily: ReportOperation<MyTargetApi> = {
	name: 'Get Daily Statistics',
	value: 'getDaily',
	description: 'Get one row per object and day; days without traffic come as zeros',
	action: 'Get daily statistics',
	gives: 'report',
	fields: dailyFields,
	options: [...dailyOptions, addSliceColumnsOption, concurrencyOption, ...dateOptions],
	columns: ({ parameters }) => metricColumns(parameters, ['id', 'date']),
	async *rows(run) {
		const request = readMetricsRequest(run.parameters);
		const { objects, metrics, simplify } = request;
		yield* runSlices(run, {
			operation: 'getDaily',
			request,
			slices: await planDaily(run, request),
			cuts: { days: true, ids: true },
			load: async (slice, call) => {
				const query = [...sliceQuery(slice, request), ['metrics', metrics.join(',')] as const];
				const { items } = await run.api.daily(objects.type, query, call);
				const rows = items.flatMap(({ id, rows }) =>
					rows.map(({ date, ...sets }) => ({ id, date, ...(simplify ? flattened(sets) : sets) })),
				);
				return { rows, ids: items.map(({ id }) => id) };
			},
		});
	},
};
