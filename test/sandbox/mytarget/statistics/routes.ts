import { json, streamedJson, type Answer } from '../../frame/answer';
import { dayAt } from '../../frame/calendar';
import { cut } from '../lists/listing';
import type { MyTargetOptions } from '../options';
import { route, type Call, type Route } from '../route';

import { add, noTotals, setsOf, type Totals } from './sets';
import { inAppBody, offlineBody } from './conversions';
import { dayBody, fastBody, summaryBody } from './daily';
import { CONVERSION_TYPES, goalsBody } from './goals';
import { Question } from './question';
import { objectTypeOf, type ObjectType } from './truth';

/** Moscow: "today" is its date (5.4). */
export const MOSCOW_HOURS = 3;

const OBJECTS = '{banners|campaigns|ad_groups|ad_plans|users}';

/** Statistics (3.19 to 3.21, 3.24). */
export function statisticsRoutes(options: MyTargetOptions, now: () => number): Route[] {
	const today = () => dayAt(now(), MOSCOW_HOURS);
	const ask = (call: Call) => new Question(call.query, today());
	const typeOf = ({ parts }: Call) => objectTypeOf(parts[0] ?? '');
	/** What is asked of goals and of in-app events (3.21, 3.22). */
	const conversions = (call: Call) => {
		const question = ask(call);
		question.onlyKnown(['id', 'date_from', 'date_to', 'attribution', 'conversion_type']);
		const days = question.days();
		question.attribution();
		const types = question.words('conversion_type', CONVERSION_TYPES) ?? ['postclick'];
		const type = typeOf(call);
		return { type, ids: question.ids(call.account, type), days, types };
	};
	return [
		route('GET', `/api/v2/statistics/${OBJECTS}/day.json`, {
			answer: (call) => {
				const question = ask(call);
				question.onlyKnown(['id', 'date_from', 'date_to', 'metrics', 'attribution']);
				const days = question.days();
				const sets = question.sets();
				question.attribution();
				const type = typeOf(call);
				const ids = question.ids(call.account, type);
				return streamedJson(dayBody(call.account.truth, type, ids, days, sets));
			},
		}),
		route('GET', `/api/v2/statistics/${OBJECTS}/summary.json`, {
			answer: (call) => {
				const question = ask(call);
				// Dates and attribution are ignored (trap 47).
				question.onlyKnown(['id', 'metrics', 'date_from', 'date_to', 'attribution']);
				const sets = question.sets();
				const type = typeOf(call);
				const ids = question.ids(call.account, type);
				return json(200, summaryBody(call.account.truth, type, ids, today(), sets));
			},
		}),
		route('GET', `/api/v3/statistics/${OBJECTS}/day.json`, {
			faults: ['repeat-page', 'empty-page'],
			answer: (call) => periodAnswer(call, ask(call), typeOf(call), options),
		}),
		route('GET', `/api/v2/statistics/goals/${OBJECTS}/day.json`, {
			answer: (call) => {
				const { type, ids, days, types } = conversions(call);
				return json(200, goalsBody(call.account.truth, type, ids, days, types, options.seed));
			},
		}),
		route('GET', `/api/v2/statistics/inapp/${OBJECTS}/day.json`, {
			answer: (call) => {
				const { type, ids, days, types } = conversions(call);
				const { truth } = call.account;
				return json(200, inAppBody({ truth, type, ids, days, seed: options.seed }, types));
			},
		}),
		// By day alone, and not of banners (trap 52): anything else is WRONG_RESOURCE.
		route('GET', '/api/v2/statistics/offline_conversions/{campaigns|ad_groups|ad_plans|users}/day.json', {
			answer: (call) => {
				const question = ask(call);
				question.onlyKnown(['id', 'date_from', 'date_to']);
				const days = question.days();
				const type = typeOf(call);
				const ids = question.ids(call.account, type);
				const { truth } = call.account;
				return json(200, offlineBody({ truth, type, ids, days, seed: options.seed }));
			},
		}),
		// Without ad_groups (trap 51).
		route('GET', '/api/v3/statistics/faststat/{banners|campaigns|ad_plans|users}.json', {
			answer: (call) => {
				const question = ask(call);
				question.onlyKnown(['id']);
				const ids = question.ids(call.account, typeOf(call));
				return json(200, fastBody(typeOf(call), ids, now(), options.seed));
			},
		}),
	];
}

const PAGE_MAX = 250;

/** Totals of a period by object, paged (3.20): parameters have no underscore, and `fields` names sets (trap 44, 45). Errors: 400. */
export function periodAnswer(
	call: Call,
	question: Question,
	type: ObjectType,
	{ periodCount }: MyTargetOptions,
): Answer {
	// Its filters and its order are not played: the node never asks for them.
	question.onlyKnown(['date_from', 'date_to', 'id', 'fields', 'attribution', 'limit', 'offset']);
	const days = question.period();
	question.attribution(['conversion', 'impression']);
	const limit = question.whole('limit', 20, 1, PAGE_MAX);
	const offset = question.whole('offset', 0, 0, Number.MAX_SAFE_INTEGER);
	const sets = question.sets('fields');
	const { truth, user } = call.account;
	const all = noTotals();
	const items = question.ids(call.account, type, false).map((id) => {
		const totals = truth.period(type, id, days.from, days.to);
		add(all, totals);
		return { id, totals };
	});
	const told = (totals: Totals) => setsOf(sets, totals, days.to - days.from + 1);
	const page = cut(items, { limit, offset }, call.fault);
	return json(200, {
		items: page.map(({ id, totals }) => ({
			id,
			...(type !== 'users' && { user_id: user.id }),
			total: told(totals),
		})),
		total: told(all),
		limit,
		offset,
		count: periodCount === 'total' ? items.length : page.length,
	});
}
