import { names } from '../../shared/parameters/name-list-field';
import type { Row } from '../../../connector/rows';
import { choiceField } from '../../shared/parameters/choice-field';
import { asNumber, simplifyField } from '../../shared/parameters/simplify';
import { dateFields } from '../../shared/report/date-fields';
import { defineReport } from '../../shared/report/define-report';
import type { MyTargetApi } from '../api';
import { goalsObject } from '../schemas';
import { readObjects } from './answered-objects';
import { objectScopeFields } from './object-scope';
import { attribution, DAILY, oneAnswer, readRequest, sliceQuery, type StatisticsRequest } from './statistics';

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

/** Numeric ones that come as text (trap 50). */
const NUMBERS = new Set(['cpa', 'value', 'cr', 'romi', 'adv_cost_share', 'count']);

const COLUMNS = names(`
	id date conversion_type source goal counter_id count cr cpa value romi adv_cost_share
`);

interface GoalsRequest extends StatisticsRequest {
	readonly conversionType: string;
}

export const getGoals = defineReport<MyTargetApi, GoalsRequest>({
	...DAILY,
	operation: 'getGoals',
	fields: [...objectScopeFields, conversionType.field, ...dateFields, simplifyField],
	options: [attribution.field],
	request: (parameters) => ({
		...readRequest(parameters),
		conversionType: conversionType.read(parameters),
	}),
	columns: () => ({ known: COLUMNS }),
	read: (loading, request) =>
		oneAnswer(loading, async (slice, call) => {
			const { objects, simplify } = request;
			const query = [...sliceQuery(slice, request), ['conversion_type', request.conversionType] as const];
			const { items } = await loading.api.goalStatistics(objects.type, query, call);
			return readObjects(items, goalsObject, ({ id, rows }) =>
				rows.flatMap(({ date, goals }) =>
					goals.map((goal) => ({ id, date, ...(simplify ? withNumbers(goal) : goal) })),
				),
			);
		}),
}).load({
	name: 'Get Goals',
	description: 'Get one row per object, day and goal that was reached',
	action: 'Get statistics of goals',
});

function withNumbers(goal: Row): Row {
	return Object.fromEntries(
		Object.entries(goal).map(([column, value]) => [column, NUMBERS.has(column) ? asNumber(value) : value]),
	);
}
