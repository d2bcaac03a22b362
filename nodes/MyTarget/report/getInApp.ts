import { names } from '../../shared/parameters/name-list-field';
import { dayConversions } from './day-conversions';

/** Events of mobile apps (sheet 3.22). Dates are written as everywhere, whatever its sample shows (trap 49). */
export const getInApp = dayConversions({
	operation: 'getInApp',
	path: 'inapp',
	list: 'inapps',
	columns: names(`
		date conversion_type event app tracker count cr cpa value romi adv_cost_share
	`),
	text: {
		name: 'Get In-App Events',
		description: 'Get one row per object, day and event in a mobile app',
		action: 'Get statistics of in-app events',
	},
});
