import { simplifyField } from '../../shared/parameters/simplify';
import { defineReport } from '../../shared/report/define-report';
import type { MyTargetApi } from '../api';
import { totalsObject } from '../schemas';
import { flattened, metrics } from './metrics';
import { addNamesField } from './object-names';
import { objectScopeFields } from './object-scope';
import {
	metricColumns,
	NEEDED_OBJECTS,
	oneAnswer,
	readMetricsRequest,
	sliceQuery,
	STATISTICS,
	type StatisticsRequest,
} from './statistics';

/** No dates: the platform takes them and gives lifetime totals all the same (trap 47). */
export const getSummary = defineReport<MyTargetApi, StatisticsRequest>({
	...STATISTICS,
	...NEEDED_OBJECTS,
	operation: 'getSummary',
	fields: [...objectScopeFields, metrics.field, addNamesField, simplifyField],
	options: [metrics.other],
	request: readMetricsRequest,
	columns: (request, run) => metricColumns(request, run, []),
	read: (loading, request) =>
		oneAnswer(loading, request, {
			load: async (type, slice, call) => {
				const query = [...sliceQuery(slice, request), ['metrics', request.metrics.join(',')] as const];
				return (await loading.api.summary(type, query, call)).items;
			},
			form: totalsObject,
			rowsOf: ({ total }, keys) => [request.simplify ? flattened(keys, total) : { ...keys, ...total }],
		}),
}).load({
	name: 'Get Lifetime Summary',
	description: 'Get totals of the whole life of each object; for a period use Get Period Totals',
	action: 'Get a lifetime summary',
});
