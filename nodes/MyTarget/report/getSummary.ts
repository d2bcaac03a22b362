import { simplifyField } from '../../shared/parameters/simplify';
import { defineReport } from '../../shared/report/define-report';
import type { MyTargetApi } from '../api';
import { totalsObject } from '../schemas';
import { readObjects } from './answered-objects';
import { flattened, metricsField, otherMetricsOption } from './metrics';
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
	fields: [...objectScopeFields, metricsField, simplifyField],
	options: [otherMetricsOption],
	request: readMetricsRequest,
	columns: (request) => metricColumns(request, ['id']),
	read: (loading, request) =>
		oneAnswer(loading, async (slice, call) => {
			const { objects, metrics, simplify } = request;
			const query = [...sliceQuery(slice, request), ['metrics', metrics.join(',')] as const];
			const { items } = await loading.api.summary(objects.type, query, call);
			return readObjects(items, totalsObject, ({ id, total }) => [
				{ id, ...(simplify ? flattened(total) : total) },
			]);
		}),
}).load({
	name: 'Get Lifetime Summary',
	description: 'Get totals of the whole life of each object; for a period use Get Period Totals',
	action: 'Get a lifetime summary',
});
