import type { Row } from '../../../connector/rows';
import type { ReportOperation } from '../../shared/operations/operation';
import { dateFields, dateOptions } from '../../shared/report/date-fields';
import { addSliceColumnsOption } from '../../shared/report/slice-options';
import { SLICE_COLUMNS } from '../../shared/report/report-pages';
import type { MyTargetApi } from '../api';
import { asNumber } from './metrics';
import { objectScopeFields } from './object-scope';
import { everyObject, planByDays } from './plan';
import {
	attributionOption,
	concurrencyOption,
	daysOption,
	idsOption,
	readReportRequest,
	simplifyField,
	sliceQuery,
} from './request';
import { runSlices } from './run-slices';

const CONVERSION_TYPES = ['postclick', 'postview', 'total'] as const;

/** Numeric ones that come as text (trap 50). */
const NUMBERS = new Set(['cpa', 'value', 'cr', 'romi', 'adv_cost_share', 'count']);

const COLUMNS: readonly string[] = [
	'id',
	'date',
	'conversion_type',
	'source',
	'goal',
	'counter_id',
	'count',
	'cr',
	'cpa',
	'value',
	'romi',
	'adv_cost_share',
];

export const getGoals: ReportOperation<MyTargetApi> = {
	name: 'Get Goals',
	value: 'getGoals',
	description: 'Get one row per object, day and goal that was reached',
	action: 'Get statistics of goals',
	gives: 'report',
	fields: [
		...objectScopeFields,
		{
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
		},
		...dateFields,
		simplifyField,
	],
	options: [
		addSliceColumnsOption,
		attributionOption,
		concurrencyOption,
		daysOption,
		idsOption,
		...dateOptions,
	],
	columns: ({ parameters }) => ({
		known: [...COLUMNS, ...(parameters.optionFlag('addSliceColumns') ? SLICE_COLUMNS : [])],
	}),
	async *rows(run) {
		const request = readReportRequest(run.parameters);
		const conversionType = run.parameters.choice('conversionType', CONVERSION_TYPES);
		const { objects, attribution, simplify } = request;
		yield* runSlices(run, {
			operation: 'getGoals',
			request,
			slices: await planByDays(run, request, { objects, attribution, conversionType }, everyObject),
			cuts: { days: true, ids: true },
			load: async (slice, call) => {
				const query = [...sliceQuery(slice, request), ['conversion_type', conversionType] as const];
				const { items } = await run.api.goalStatistics(objects.type, query, call);
				const rows = items.flatMap(({ id, rows }) =>
					rows.flatMap(({ date, goals }) =>
						goals.map((goal) => ({ id, date, ...(simplify ? withNumbers(goal) : goal) })),
					),
				);
				return { rows, ids: items.map(({ id }) => id) };
			},
		});
	},
};

function withNumbers(goal: Row): Row {
	return Object.fromEntries(
		Object.entries(goal).map(([column, value]) => [column, NUMBERS.has(column) ? asNumber(value) : value]),
	);
}
