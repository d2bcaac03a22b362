import { json, type Answer } from '../../frame/answer';
import type { Filters } from '../lists/filters';
import type { ListedObject } from '../lists/listed-object';
import { listAnswer, type Listable } from '../lists/listing';
import { onlyKnown } from '../lists/parameters';
import { objectBody } from '../objects/json-body';
import type { MyTargetOptions } from '../options';
import { invalidField, notFound } from '../refusal';
import { PAGE_FAULTS, route, type Call, type Route } from '../route';
import type { TokenStore } from '../tokens/token-store';

import type { Accounts } from './accounts';
import { createRelation, type Relation } from './relation';

const userOf = (object: ListedObject) => (object as Relation).user;

const FILTERS: Filters = {
	user__id: { type: 'id', lookups: ['eq', 'in'], value: (object) => userOf(object).id },
	user__username: { type: 'text', lookups: ['eq', 'in'], value: (object) => userOf(object).username },
	user__status: { type: 'status', lookups: ['eq', 'ne', 'in'], value: (object) => userOf(object).status },
	status: { type: 'status', lookups: ['eq', 'ne', 'in'] },
	is_vkads: { type: 'text', lookups: ['eq'], value: (object) => String(object.is_vkads) },
};

const AGENCY: Listable = {
	fields: {
		all: ['access_type', 'status', 'user', 'is_vkads'],
		defaults: ['access_type', 'status', 'user'],
	},
	sortable: [],
	filters: {
		...FILTERS,
		q: {
			type: 'text',
			lookups: ['eq'],
			search: (object) => [userOf(object).username, userOf(object).additional_info.client_name!],
		},
	},
	showsLimit: true,
	hasFields: true,
};

const MANAGER: Listable = {
	...AGENCY,
	fields: { all: [...AGENCY.fields.all, 'agency'], defaults: [...AGENCY.fields.defaults, 'agency'] },
	filters: FILTERS,
};

/** The clients of an agency or a manager (3.8). */
export function agencyRoutes(options: MyTargetOptions, accounts: Accounts, tokens: TokenStore): Route[] {
	const relation = (call: Call): Relation => {
		const found = accounts.relations.find(({ user }) => user.id === Number(call.parts[0]));
		if (found === undefined || found.status === 'deleted') throw notFound('AgencyClient');
		return found;
	};
	const replace = (changed: Relation) => {
		accounts.relations = accounts.relations.map((other) =>
			other.user.id === changed.user.id ? changed : other,
		);
	};
	return [
		route('GET', '/api/v2/agency/clients.json', {
			needs: 'agency',
			faults: PAGE_FAULTS,
			answer: (call) => listAnswer(call, accounts.relations, AGENCY, options),
		}),
		route('POST', '/api/v2/agency/clients.json', {
			needs: 'agency',
			answer: (call) => attach(call, options, accounts),
		}),
		route('POST', '/api/v2/agency/clients/{id}.json', {
			needs: 'agency',
			answer: (call) => {
				onlyKnown(call.query, []);
				const found = relation(call);
				replace({ ...found, ...objectBody(call.body, ['access_type', 'status']) });
				return { status: 204, headers: {}, body: '' };
			},
		}),
		route('DELETE', '/api/v2/agency/clients/{id}.json', {
			needs: 'agency',
			answer: (call) => {
				const found = relation(call);
				replace({ ...found, status: 'deleted' });
				// The client has left the agency (1.8).
				tokens.revoke(found.user.id);
				return { status: 204, headers: {}, body: '' };
			},
		}),
		route('GET', '/api/v3/manager/clients.json', {
			needs: 'manager',
			faults: PAGE_FAULTS,
			answer: (call) => {
				const { id, username } = accounts.owner.user;
				const clients = accounts.relations.map((item) => ({ ...item, agency: { id, username } }));
				return listAnswer(call, clients, MANAGER, options);
			},
		}),
	];
}

/** With `user.id` or `user.username` of an account attaches it, else creates one. */
function attach(call: Call, options: MyTargetOptions, accounts: Accounts): Answer {
	onlyKnown(call.query, []);
	const { user } = objectBody(call.body, ['access_type', 'user']);
	const named =
		typeof user === 'object' && user !== null ? (user as { id?: unknown; username?: unknown }) : {};
	const key = named.id ?? named.username;
	const isKey = typeof key === 'number' || typeof key === 'string';
	const account = isKey ? accounts.find(key) : key === undefined ? accounts.create() : undefined;
	if (account === undefined) throw invalidField('user', 'invalid_user', 'Unknown user');
	const known = accounts.relationOf(account);
	if (known?.status === 'active')
		throw invalidField('user', 'duplicate_value', 'The client is there already');
	const relation = { ...createRelation(options.seed, account.user, accounts.relations.length) };
	accounts.relations = accounts.relations.filter((other) => other !== known);
	accounts.relations.push({ ...relation, status: 'active' });
	const { id, username } = account.user;
	return json(200, { user: { id, username } });
}
