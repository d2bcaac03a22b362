import { json, type Answer } from '../../frame/answer';
import { cut } from '../lists/page';
import type { ApiObject } from '../objects/api-object';
import type { MyTargetOptions } from '../options';
import type { Call } from '../route';

import { add, noTotals, type Totals } from './cells';
import type { ObjectType } from './object-type';
import type { Question } from './question';
import { SET_NAMES, setsOf } from './sets';

const COMMON = [
	'date_from',
	'date_to',
	'id',
	'id_ne',
	'fields',
	'attribution',
	'sort_by',
	'd',
	'limit',
	'offset',
];
const STATUS_FILTERS = ['banner_status', 'campaign_status', 'ad_group_status'];
const PARENT_FILTERS = ['campaign_id', 'ad_group_id'];
const STATUSES = ['all', 'active', 'blocked', 'deleted'];

interface Item {
	readonly id: number;
	readonly totals: Totals;
}

/** Totals of a period by object, paged; parameters have no underscore (3.20, trap 45). Errors: 400. */
export function periodAnswer(
	call: Call,
	question: Question,
	type: ObjectType,
	options: MyTargetOptions,
): Answer {
	const hasParts = type !== 'users';
	const filters = [...(hasParts ? STATUS_FILTERS : []), ...(type === 'banners' ? PARENT_FILTERS : [])];
	const packages = hasParts ? ['package_id', 'package_id_ne'] : [];
	question.onlyKnown([...COMMON, ...packages, ...filters.flatMap((name) => [name, `${name}_ne`])]);
	const days = question.days(options.periodDays, false);
	question.attribution(['conversion', 'impression']);
	const limit = question.whole('limit', 20, 1, options.periodPageMax);
	const offset = question.whole('offset', 0, 0, Number.MAX_SAFE_INTEGER);
	const columns = columnsOf(question);
	const passes = filterOf(call, question, type);
	const { truth, user } = call.account;
	const items = question
		.ids(call.account, type, false)
		.filter(passes)
		.map((id) => ({ id, totals: truth.period(type, id, days.from, days.to) }));
	const count = days.to - days.from + 1;
	const shape = (totals: Totals) => chosen(setsOf([...columns.keys()], totals, count), columns);
	const page = cut(inOrder(items, question, count), { limit, offset }, call.fault);
	const all = noTotals();
	for (const { totals } of items) add(all, totals);
	return json(200, {
		items: page.map(({ id, totals }) => ({
			id,
			...(hasParts && { user_id: user.id }),
			total: shape(totals),
		})),
		total: shape(all),
		limit,
		offset,
		count: options.periodCount === 'total' ? items.length : page.length,
	});
}

/** Wanted columns by set; undefined for a whole set. `fields` names sets or `set.column` (trap 44). */
function columnsOf(question: Question): Map<string, Set<string> | undefined> {
	const known = setsOf(SET_NAMES, noTotals(), 1);
	const names = [
		'all',
		...SET_NAMES,
		...SET_NAMES.flatMap((set) => Object.keys(known[set]!).map((column) => `${set}.${column}`)),
	];
	const wanted = new Map<string, Set<string> | undefined>();
	for (const field of question.words('fields', names) ?? ['base']) {
		const [set = '', column] = field.split('.');
		if (set === 'all') for (const name of SET_NAMES) wanted.set(name, undefined);
		else if (column === undefined) wanted.set(set, undefined);
		else if (!wanted.has(set) || wanted.get(set) !== undefined)
			wanted.set(set, new Set([...(wanted.get(set) ?? []), column]));
	}
	return wanted;
}

function chosen(
	sets: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
	columns: ReadonlyMap<string, ReadonlySet<string> | undefined>,
): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(sets).map(([set, values]) => {
			const wanted = columns.get(set);
			const entries = Object.entries(values).filter(([column]) => wanted?.has(column) ?? true);
			return [set, Object.fromEntries(entries)];
		}),
	);
}

function filterOf({ account }: Call, question: Question, type: ObjectType): (id: number) => boolean {
	if (type === 'users') {
		const without = question.idSet('id_ne');
		return (id) => without?.has(id) !== true;
	}
	const banner = (object: ApiObject) =>
		type === 'banners' ? [object] : bannersOf(account.objects.all('banners'), object.id);
	const group = (object: ApiObject) =>
		type === 'banners' ? account.objects.find('ad_groups', object.ad_group_id as number) : object;
	const tests = [
		...STATUS_FILTERS.map((name) => {
			const wanted = statuses(question, name);
			const unwanted = statuses(question, `${name}_ne`);
			const of = (object: ApiObject) => (name === 'banner_status' ? banner(object) : [group(object)]);
			return (object: ApiObject) =>
				(wanted === undefined || of(object).some((part) => wanted.includes(part?.status ?? ''))) &&
				(unwanted === undefined || of(object).some((part) => !unwanted.includes(part?.status ?? '')));
		}),
		...['id', 'campaign_id', 'ad_group_id', 'package_id'].map((name) => {
			const wanted = name === 'id' ? undefined : question.idSet(name);
			const unwanted = question.idSet(`${name}_ne`);
			const of = (object: ApiObject) => Number((name === 'package_id' ? group(object) : object)?.[name]);
			return (object: ApiObject) => wanted?.has(of(object)) !== false && unwanted?.has(of(object)) !== true;
		}),
	];
	return (id) => {
		const object = account.objects.find(type, id)!;
		return tests.every((test) => test(object));
	};
}

/** Undefined for every status: `all` as an exclusion would leave nothing, so it is ignored (trap 43). */
function statuses(question: Question, name: string): readonly string[] | undefined {
	const given = question.words(name, STATUSES);
	return given?.includes('all') === true ? undefined : given;
}

function bannersOf(banners: readonly ApiObject[], groupId: number): ApiObject[] {
	return banners.filter((banner) => banner.ad_group_id === groupId);
}

function inOrder(items: readonly Item[], question: Question, days: number): readonly Item[] {
	const columns = Object.keys(setsOf(['base'], noTotals(), 1).base!)
		.filter((column) => column !== 'vk')
		.map((column) => `base.${column}`);
	const [by] = question.words('sort_by', columns) ?? [];
	const [direction] = question.words('d', ['asc', 'desc']) ?? [];
	if (by === undefined) return items;
	const value = ({ totals }: Item) => Number(setsOf(['base'], totals, days).base![by.slice('base.'.length)]);
	return [...items].sort((one, other) => (value(one) - value(other)) * (direction === 'desc' ? -1 : 1));
}
