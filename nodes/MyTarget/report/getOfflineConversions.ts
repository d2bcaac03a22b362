import { ParameterError } from '../../shared/parameters/parameter-error';
import { simplifyField } from '../../shared/parameters/simplify';
import { dateFields } from '../../shared/report/date-fields';
import { defineReport } from '../../shared/report/define-report';
import type { MyTargetApi } from '../api';
import { dailyObject } from '../schemas';
import { withNumbers } from './day-conversions';
import { hasTraffic, skipEmptyDays } from './metrics';
import { addNamesField } from './object-names';
import { objectScopeFields } from './object-scope';
import {
	DAILY,
	objectColumns,
	oneAnswer,
	readRequest,
	sliceQuery,
	type StatisticsRequest,
} from './statistics';

const COLUMNS = ['date', 'offline', 'rate', 'cost'];

/** Sales and the like that were uploaded, by the day of the event (sheet 3.23); a summary does not exist (trap 52). */
export const getOfflineConversions = defineReport<MyTargetApi, StatisticsRequest>({
	...DAILY,
	operation: 'getOfflineConversions',
	fields: [...objectScopeFields, ...dateFields, addNamesField, simplifyField],
	rowOptions: [skipEmptyDays],
	request(parameters) {
		const request = readRequest(parameters);
		if (request.objects.type !== 'banners') return { ...request, attribution: '' };
		throw new ParameterError(
			'Object Type',
			'Object Type is Banners, but offline conversions are not kept for single banners.',
			'Choose ad plans, ad groups, campaigns or users.',
		);
	},
	columns: (request, run) => ({ known: [...objectColumns(request, run), ...COLUMNS] }),
	read: (loading, request) =>
		oneAnswer(loading, request, {
			load: async (type, slice, call) =>
				(await loading.api.conversions('offline_conversions', type, sliceQuery(slice, request), call)).items,
			form: dailyObject,
			*rowsOf({ rows }, keys) {
				for (const { date, ...counts } of rows)
					if (!request.skipEmptyDays || hasTraffic(counts))
						yield { ...keys, date, ...(request.simplify ? withNumbers(counts) : counts) };
			},
		}),
}).load({
	name: 'Get Offline Conversions',
	description: 'Get one row per object and day with the offline conversions that were attributed to it',
	action: 'Get statistics of offline conversions',
});
