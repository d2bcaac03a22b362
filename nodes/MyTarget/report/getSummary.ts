import type { ReportOperation } from '../../shared/operations/operation';
import type { MyTargetApi } from '../api';
import { flattened, metricsField, otherMetricsOption } from './metrics';
import { objectScopeFields } from './object-scope';
import { neededObjects, planByIds } from './plan';
import {
	concurrencyOption,
	idsOption,
	metricColumns,
	readMetricsRequest,
	simplifyField,
	sliceQuery,
} from './request';
import { runSlices } from './run-slices';

/** No dates: the platform takes them and gives lifetime totals all the same (trap 47). */
export const getSummary: ReportOperation<MyTargetApi> = {
	name: 'Get Lifetime Summary',
	value: 'getSummary',
	description: 'Get totals of the whole life of each object; for a period use Get Period Totals',
	action: 'Get a lifetime summary',
	gives: 'report',
	fields: [...objectScopeFields, metricsField, simplifyField],
	options: [concurrencyOption, idsOption, otherMetricsOption],
	columns: ({ parameters }) => metricColumns(parameters, ['id']),
	async *rows(run) {
		const request = readMetricsRequest(run.parameters);
		const { objects, metrics, simplify } = request;
		yield* runSlices(run, {
			operation: 'getSummary',
			request,
			slices: await planByIds(run, request, neededObjects),
			cuts: { days: false, ids: true },
			load: async (slice, call) => {
				const query = [...sliceQuery(slice, request), ['metrics', metrics.join(',')] as const];
				const { items } = await run.api.summary(objects.type, query, call);
				const rows = items.map(({ id, total }) => ({ id, ...(simplify ? flattened(total) : total) }));
				return { rows, ids: items.map(({ id }) => id) };
			},
		});
	},
};
