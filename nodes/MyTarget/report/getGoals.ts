import { names } from '../../shared/parameters/name-list-field';
import { dayConversions } from './day-conversions';

export const getGoals = dayConversions({
	operation: 'getGoals',
	path: 'goals',
	list: 'goals',
	columns: names(`
		date conversion_type source goal counter_id count cr cpa value romi adv_cost_share
	`),
	text: {
		name: 'Get Goals',
		description: 'Get one row per object, day and goal that was reached',
		action: 'Get statistics of goals',
	},
});
