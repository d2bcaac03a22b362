import { z } from 'zod';

import type { Row } from '../../../connector/rows';
import { asNumber, simplifyField } from '../../shared/parameters/simplify';
import { defineReport } from '../../shared/report/define-report';
import type { MyTargetApi } from '../api';
import { MOSCOW_OFFSET_MS } from '../limits';
import { fastObject, id as objectId, type FastObject } from '../schemas';
import { objectScopeFields } from './object-scope';
import { addNamesField } from './object-names';
import {
	objectColumns,
	oneAnswer,
	readRequest,
	sliceQuery,
	STATISTICS,
	type StatisticsRequest,
} from './statistics';

/** An object with the key that it stands under. */
export const keyedObject = z.object({ id: objectId, object: fastObject });

export const getFast = defineReport<MyTargetApi, StatisticsRequest>({
	...STATISTICS,
	operation: 'getFast',
	fields: [...objectScopeFields, addNamesField, simplifyField],
	request: readRequest,
	columns: (request, run) => ({
		known: [
			...objectColumns(request, run),
			...(request.simplify ? ['minute', 'timestamp', 'clicks', 'shows'] : ['timestamp', 'minutely']),
		],
	}),
	read: (loading, request) =>
		oneAnswer(loading, request, {
			load: async (type, slice, call) => {
				const answer = await loading.api.fast(type, sliceQuery(slice, request), call);
				// As in other statistics an id is a number, although it is a key here.
				return Object.entries(answer).map(([key, object]) => ({ id: asNumber(key), object }));
			},
			form: keyedObject,
			rowsOf: ({ object }, keys) => (request.simplify ? minuteRows(keys, object) : [{ ...keys, ...object }]),
		}),
}).load({
	name: 'Get Fast Statistics',
	description:
		'Get clicks and shows of the last 60 minutes; unfiltered, so final numbers may differ strongly',
	action: 'Get fast statistics',
});

/** The last entry of each series is the minute of `timestamp` (in seconds); `minute` is Moscow time, as elsewhere. */
export function minuteRows(keys: Row, { timestamp, minutely }: FastObject): Row[] {
	const length = Math.max(0, ...Object.values(minutely).map((series) => series.length));
	return Array.from({ length }, (_none, index) => {
		const back = length - 1 - index;
		const seconds = timestamp - back * 60;
		const counts = Object.entries(minutely).map(([name, series]) => [name, series.at(-1 - back) ?? null]);
		return {
			...keys,
			minute: new Date(seconds * 1000 + MOSCOW_OFFSET_MS).toISOString().slice(0, 19).replace('T', ' '),
			timestamp: seconds,
			...Object.fromEntries(counts),
		} as Row;
	});
}
