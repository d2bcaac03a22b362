import { json, type Answer } from '../../frame/answer';
import { cut } from '../lists/listing';
import type { MyTargetOptions } from '../options';
import type { Call } from '../route';

import { add, noTotals, type Totals } from './cells';
import type { ObjectType } from './truth';
import type { Question } from './question';
import { setsOf } from './sets';

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
