import type { ListedObject } from '../lists/listed-object';
import { listAnswer, type Listable } from '../lists/listing';
import { PAGE_FAULTS, route, type Route } from '../route';

import type { Accounts } from './accounts';
import type { Relation } from './relation';

const userOf = (object: ListedObject) => (object as Relation).user;

const CLIENTS: Listable = {
	fields: {
		all: ['access_type', 'status', 'user', 'is_vkads'],
		defaults: ['access_type', 'status', 'user'],
	},
	sortable: [],
	filters: {
		user__id: { type: 'id', lookups: ['eq', 'in'], value: (object) => userOf(object).id },
		user__username: { type: 'text', lookups: ['eq', 'in'], value: (object) => userOf(object).username },
		user__status: { type: 'status', lookups: ['eq', 'ne', 'in'], value: (object) => userOf(object).status },
		status: { type: 'status', lookups: ['eq', 'ne', 'in'] },
		is_vkads: { type: 'text', lookups: ['eq'], value: (object) => String(object.is_vkads) },
		q: {
			type: 'text',
			lookups: ['eq'],
			search: (object) => [userOf(object).username, userOf(object).additional_info.client_name!],
		},
	},
	showsLimit: true,
	hasFields: true,
};

/** The clients of an agency (3.8). */
export function agencyRoute(accounts: Accounts): Route {
	return route('GET', '/api/v2/agency/clients.json', {
		needs: 'agency',
		faults: PAGE_FAULTS,
		answer: (call) => listAnswer(call, accounts.relations, CLIENTS),
	});
}
