import { json, type Answer } from '../../frame/answer';
import { listAnswer, type Listable } from '../lists/listing';
import { onlyKnown } from '../lists/parameters';
import { objectBody } from '../objects/json-body';
import type { MyTargetOptions } from '../options';
import { coded, notFound, Refusal } from '../refusal';
import { PAGE_FAULTS, route, type Call, type Route } from '../route';

const USER_LISTS = 'REMARKETINGUSERSLIST';
const DONE: Answer = { status: 204, headers: {}, body: '' };

const SEGMENT_FIELDS = ['id', 'name', 'pass_condition', 'flags', 'created', 'updated'];
const SEGMENTS: Listable = {
	fields: { all: SEGMENT_FIELDS, defaults: SEGMENT_FIELDS },
	sortable: [],
	filters: {
		id: { type: 'id', lookups: ['eq', 'in'] },
		name: { type: 'text', lookups: ['eq', 'startswith'] },
	},
	pageMax: 100,
	showsLimit: true,
	hasFields: false,
};

/** Segments, user lists, counters and events (3.12). */
export function remarketingRoutes(options: MyTargetOptions): Route[] {
	return [
		route('GET', '/api/v2/remarketing/segments.json', {
			needs: 'advert',
			faults: PAGE_FAULTS.filter((kind) => kind !== 'list-changes'),
			answer: (call) => listAnswer(call, call.account.remarketing.segments, SEGMENTS, options),
		}),
		...(['v2', 'v3'] as const).flatMap((version) => userListRoutes(version)),
		route('GET', '/api/v2/remarketing/counters.json', {
			answer: () => json(200, { items: [COUNTER] }),
		}),
		route('GET', '/api/v2/remarketing/counters/{id}/goals.json', {
			answer: ({ parts }) => {
				// By counter_id, not by id (trap 36).
				if (Number(parts[0]) !== COUNTER.counter_id) throw notFound('RemarketingCounter');
				return json(200, { items: [GOAL] });
			},
		}),
		// A bare array (3.12).
		route('GET', '/api/v2/remarketing/inapp_events.json', { answer: () => json(200, [IN_APP]) }),
		route('GET', '/api/v2/remarketing/offline_goals.json', {
			answer: () => json(200, { items: [] }),
		}),
	];
}

const COUNTER = {
	id: 8,
	counter_id: 3_100_001,
	name: 'Магазин',
	status: 'active',
	system_status: 'active',
	working: true,
	flags: [],
	created: '2023-10-01 12:00:00',
};
const GOAL = { name: 'Заказ', substr: 'uss:заказ', condition: 'uss', goal_type: 'checkout', value: null };
const IN_APP = {
	app_name: 'Игра',
	platform: 'android',
	url: 'https://play.example/game',
	url_object_id: 'com.example.game',
	rb_mobile_app_id: 461,
	status: 'active',
	created: '2024-01-10 10:00:00',
	trackers: [{ id: 1, name: 'AppsFlyer', events: [{ id: 1, name: 'af_purchase' }] }],
};

/** Unpaged, in both versions; each version has its own limits and all of them bind at once (3.1). */
function userListRoutes(version: 'v2' | 'v3'): Route[] {
	const throttled = { resource: USER_LISTS, version };
	const told = (list: object) =>
		version === 'v3' ? { ...list, has_history: false, matched_ids_count: 0 } : list;
	const path = `/api/${version}/remarketing/users_lists`;
	return [
		route('GET', `${path}.json`, {
			throttled,
			answer: ({ query, account }) => {
				onlyKnown(query, version === 'v3' ? ['_q'] : []);
				const q = query.get('_q') ?? '';
				const lists = account.remarketing.userLists.filter(({ name }) => String(name).includes(q));
				return json(200, { items: lists.map(told) });
			},
		}),
		route('POST', `${path}.json`, {
			throttled,
			body: 'text',
			// A file of thousands of lines: what comes without one is all that can be told apart here.
			answer: () => {
				if (version === 'v2') throw coded(400, 'required', 'file is required');
				throw new Refusal(400, { error: { fields: { file: 'This field is required' } } });
			},
		}),
		route('GET', `${path}/{id}.json`, {
			throttled,
			answer: (call) => json(200, told(userList(call))),
		}),
		route('POST', `${path}/{id}.json`, {
			answer: (call) => {
				const changed = { ...userList(call), ...objectBody(call.body, ['name']) };
				const { remarketing } = call.account;
				remarketing.userLists = remarketing.userLists.map((other) =>
					other.id === changed.id ? changed : other,
				);
				return DONE;
			},
		}),
		route('DELETE', `${path}/{id}.json`, {
			answer: (call) => {
				const list = userList(call);
				// While it is being mapped, it is in use.
				if (list.status !== 'ready') throw coded(409, 'in_use', 'The list is in use');
				const { remarketing } = call.account;
				remarketing.userLists = remarketing.userLists.filter((other) => other !== list);
				return DONE;
			},
		}),
	];
}

function userList({ account, parts }: Call) {
	const found = account.remarketing.userLists.find(({ id }) => id === Number(parts[0]));
	if (found === undefined) throw notFound('RemarketingUsersList');
	return found;
}
