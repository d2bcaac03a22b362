import { z } from 'zod';

import { row, type Row } from '../../../connector/rows';
import { choiceField } from '../../shared/parameters/choice-field';
import { asNumber, simplifyField } from '../../shared/parameters/simplify';
import { dateFields } from '../../shared/report/date-fields';
import type { OperationText } from '../../shared/report/declaration';
import { defineReport } from '../../shared/report/define-report';
import type { MyTargetApi } from '../api';
import { id } from '../schemas';
import { addNamesField } from './object-names';
import { objectScopeFields } from './object-scope';
import {
	attribution,
	DAILY,
	objectColumns,
	oneAnswer,
	readRequest,
	sliceQuery,
	type StatisticsRequest,
} from './statistics';

const conversionType = choiceField({
	displayName: 'Conversion Type',
	name: 'conversionType',
	type: 'options',
	options: [
		{ name: 'Postclick', value: 'postclick' },
		{ name: 'Postview', value: 'postview' },
		{ name: 'Total', value: 'total', description: 'The sum of both' },
	],
	default: 'postclick',
	description: 'Which conversions to count',
});

/** Numeric ones that come as text in the one report and as numbers in the other (trap 50). */
const NUMBERS = new Set(['cpa', 'value', 'cr', 'romi', 'adv_cost_share', 'count', 'cost']);

interface ConversionsRequest extends StatisticsRequest {
	readonly conversionType: string;
}

interface DayConversions {
	readonly operation: string;
	/** Its part of the path, and the list of a day, under which the answer has them. */
	readonly path: 'goals' | 'inapp';
	readonly list: 'goals' | 'inapps';
	readonly columns: readonly string[];
	readonly text: OperationText;
}

/** Of an object: a list for each day, empty where there was nothing (sheet 3.21, 3.22). */
function conversionsObject(list: DayConversions['list']) {
	return z.looseObject({
		id,
		rows: z.array(z.looseObject({ date: z.string(), [list]: z.array(row) })),
	});
}

/** A report with a row for each conversion of an object and day. */
export function dayConversions({ operation, path, list, columns, text }: DayConversions) {
	return defineReport<MyTargetApi, ConversionsRequest>({
		...DAILY,
		operation,
		fields: [...objectScopeFields, conversionType.field, ...dateFields, addNamesField, simplifyField],
		options: [attribution.field],
		request: (parameters) => ({
			...readRequest(parameters),
			conversionType: conversionType.read(parameters),
		}),
		identity: (request) => [DAILY.identity(request), request.conversionType],
		columns: (request, run) => ({ known: [...objectColumns(request, run), ...columns] }),
		read: (loading, request) =>
			oneAnswer(loading, request, {
				load: async (type, slice, call) => {
					const query = [...sliceQuery(slice, request), ['conversion_type', request.conversionType] as const];
					return (await loading.api.conversions(path, type, query, call)).items;
				},
				form: conversionsObject(list),
				*rowsOf({ rows }, keys) {
					for (const { date, [list]: conversions } of rows)
						for (const one of conversions as Row[])
							yield { ...keys, date, ...(request.simplify ? withNumbers(one) : one) };
				},
			}),
	}).load(text);
}

export function withNumbers(conversion: Row): Row {
	return Object.fromEntries(
		Object.entries(conversion).map(([column, value]) => [
			column,
			NUMBERS.has(column) ? asNumber(value) : value,
		]),
	);
}
