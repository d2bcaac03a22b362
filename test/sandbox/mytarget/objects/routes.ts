import { json, type Answer } from '../../frame/answer';
import { listAnswer } from '../lists/listing';
import { fieldsOf, onlyKnown, withFields } from '../lists/query';
import type { MyTargetOptions } from '../options';
import { invalidField, notFound } from '../refusal';
import { PAGE_FAULTS, route, type Call, type Route } from '../route';

import { LISTABLE, type ApiObject, type ResourceName } from './api-object';
import { massAction, remoderated, Writes } from './writes';

/** As E7 calls them. */
const NAMES: Readonly<Record<ResourceName, string>> = {
	campaigns: 'Campaign',
	ad_plans: 'AdPlan',
	ad_groups: 'AdGroup',
	banners: 'Banner',
};

const DONE: Answer = { status: 204, headers: {}, body: '' };

/** Campaigns, plans, groups and banners (3.2 to 3.6). */
export function objectRoutes(options: MyTargetOptions): Route[] {
	const writes = new Writes(options);
	const groups = (['campaigns', 'ad_groups'] as const).flatMap((resource) => [
		...commonRoutes(resource, writes),
		createRoute(resource, writes),
		deleteRoute(resource),
		route('POST', `/api/v2/${resource}/{id}/banners.json`, {
			answer: (call) => {
				onlyKnown(call.query, []);
				return json(200, writes.createBanner(call.account, objectOf(call, resource), call.body));
			},
		}),
	]);
	return [
		...groups,
		// Without DELETE: not documented (3.3).
		...commonRoutes('ad_plans', writes),
		createRoute('ad_plans', writes),
		// Without POST on the list (trap 28).
		...commonRoutes('banners', writes),
		deleteRoute('banners'),
		route('POST', '/api/v2/banners/remoderate.json', {
			answer: (call) => {
				onlyKnown(call.query, ['fields']);
				if (call.query.get('fields') !== 'id,remoderated')
					throw invalidField('fields', 'bad_value', 'Ask for id and remoderated');
				return json(200, { banners: remoderated(call.account, call.body) });
			},
		}),
	];
}

function commonRoutes(resource: ResourceName, writes: Writes): Route[] {
	const listable = LISTABLE[resource];
	return [
		route('GET', `/api/v2/${resource}.json`, {
			faults: PAGE_FAULTS,
			answer: (call) => {
				if (call.fault?.kind === 'list-changes') call.account.objects.shift(resource, call.fault.by);
				return listAnswer(call, withParents(call, resource), listable);
			},
		}),
		route('GET', `/api/v2/${resource}/{id}.json`, {
			answer: (call) => {
				onlyKnown(call.query, ['fields']);
				const fields = fieldsOf(call.query, listable.fields);
				return json(200, withFields(objectOf(call, resource), fields));
			},
		}),
		route('POST', `/api/v2/${resource}/{id}.json`, {
			answer: (call) => {
				onlyKnown(call.query, []);
				writes.update(call.account, resource, objectOf(call, resource), call.body);
				return DONE;
			},
		}),
		route('POST', `/api/v2/${resource}/mass_action.json`, {
			answer: (call) => {
				onlyKnown(call.query, []);
				massAction(call.account, resource, call.body);
				return DONE;
			},
		}),
	];
}

function createRoute(resource: 'campaigns' | 'ad_groups' | 'ad_plans', writes: Writes): Route {
	return route('POST', `/api/v2/${resource}.json`, {
		answer: (call) => {
			onlyKnown(call.query, []);
			return json(200, writes.create(call.account, resource, call.body));
		},
	});
}

/** The record stays, with another status: its statistics can still be asked for. */
function deleteRoute(resource: ResourceName): Route {
	return route('DELETE', `/api/v2/${resource}/{id}.json`, {
		answer: (call) => {
			onlyKnown(call.query, []);
			call.account.objects.change(resource, objectOf(call, resource), { status: 'deleted' });
			return DONE;
		},
	});
}

/** Errors: 404. */
function objectOf(call: Call, resource: ResourceName): ApiObject {
	const object = call.account.objects.find(resource, Number(call.parts[0]));
	if (object === undefined) throw notFound(NAMES[resource]);
	return object;
}

/** Banners with the status of their group, which they can be filtered by. */
function withParents({ account: { objects } }: Call, resource: ResourceName): readonly ApiObject[] {
	const all = objects.all(resource);
	if (resource !== 'banners') return all;
	return all.map((banner) => {
		const status = objects.find('ad_groups', banner.ad_group_id as number)?.status;
		return { ...banner, campaign_status: status, ad_group_status: status };
	});
}
