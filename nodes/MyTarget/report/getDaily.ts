import type { ReadSlice } from '../../../connector/report';
import { simplifyField } from '../../shared/parameters/simplify';
import { dateFields } from '../../shared/report/date-fields';
import type { Loading } from '../../shared/report/declaration';
import { defineReport } from '../../shared/report/define-report';
import type { MyTargetApi } from '../api';
import { dailyObject } from '../schemas';
import { flattened, hasTraffic, metrics, skipEmptyDays } from './metrics';
import { addNamesField } from './object-names';
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
	fields: [...objectScopeFields, metrics.field, ...dateFields],
	options: [attribution.field, metrics.other],
	rowFields: [addNamesField, simplifyField],
	rowOptions: [skipEmptyDays],
	request: readMetricsRequest,
	columns: (request, run) => metricColumns(request, run, ['date']),
	read: readDaily,
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

/** Reads slices of statistics by day. */
export function readDaily(loading: Loading<MyTargetApi>, request: StatisticsRequest): ReadSlice {
	return oneAnswer(loading, request, {
		load: async (type, slice, call) => {
			const query = [...sliceQuery(slice, request), ['metrics', request.metrics.join(',')] as const];
			return (await loading.api.daily(type, query, call)).items;
		},
		form: dailyObject,
		*rowsOf({ rows }, keys) {
			for (const { date, ...sets } of rows)
				if (!request.skipEmptyDays || hasTraffic(sets))
					yield request.simplify ? flattened({ ...keys, date }, sets) : { ...keys, date, ...sets };
		},
	});
}
