import { simplifyField } from '../../shared/parameters/simplify';
import { dateFields } from '../../shared/report/date-fields';
import { defineReport } from '../../shared/report/define-report';
import type { MyTargetApi } from '../api';
import { dailyObject } from '../schemas';
import { readObjects } from './answered-objects';
import { flattened, metricsField, otherMetricsOption } from './metrics';
import { objectScopeFields } from './object-scope';
import {
	attribution,
	DAILY,
	metricColumns,
	NEEDED_OBJECTS,
	oneAnswer,
	readMetricsRequest,
	sliceQuery,
	type StatisticsRequest,
} from './statistics';

const daily = defineReport<MyTargetApi, StatisticsRequest>({
	...DAILY,
	...NEEDED_OBJECTS,
	operation: 'getDaily',
	fields: [...objectScopeFields, metricsField, ...dateFields],
	options: [attribution.field, otherMetricsOption],
	rowFields: [simplifyField],
	request: readMetricsRequest,
	columns: (request) => metricColumns(request, ['id', 'date']),
	read: (loading, request) =>
		oneAnswer(loading, async (slice, call) => {
			const { objects, metrics, simplify } = request;
			const query = [...sliceQuery(slice, request), ['metrics', metrics.join(',')] as const];
			const { items } = await loading.api.daily(objects.type, query, call);
			return readObjects(items, dailyObject, ({ id, rows }) =>
				rows.map(({ date, ...sets }) => ({ id, date, ...(simplify ? flattened(sets) : sets) })),
			);
		}),
});

export const getDaily = daily.load({
	name: 'Get Daily Statistics',
	description: 'Get one row per object and day; days without traffic come as zeros',
	action: 'Get daily statistics',
});

export const planSlices = daily.plan({
	description:
		'Get the parts that daily statistics would be loaded in, to spread them over executions or workers',
	action: 'Plan the slices of daily statistics',
});
