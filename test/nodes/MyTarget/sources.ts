import { ResponseInvalidError } from '../../../connector/errors';
import type { Row } from '../../../connector/rows';
import { myTarget } from '../../../nodes/MyTarget/platform';
import { events } from '../../../nodes/MyTarget/trigger';
import { readObjects, type AnsweredObject } from '../../../nodes/MyTarget/report/answered-objects';
import { keyedObject } from '../../../nodes/MyTarget/report/getFast';
import { dailyObject, totalsObject } from '../../../nodes/MyTarget/schemas';
import { Unreadable, type Decoder } from '../../fuzz/decoders/decoder';
import { envelope } from '../../fuzz/decoders/envelope';
import { count, type Fields, fields, list, objects, rows, text } from '../../fuzz/decoders/reading';
import { loadedNode, loadedTrigger } from '../../platforms/loaded-node';

export const node = loadedNode(myTarget);
export const trigger = loadedTrigger(myTarget, events);

const CALL = { signal: new AbortController().signal, canSplit: () => false };

const ITEMS = [
	{ id: 6617841, name: 'Весна', status: 'active' },
	{ id: 6617842, name: null, status: 'blocked' },
];

const DAILY = [
	{ id: 1, rows: [{ date: '2026-03-01', base: { shows: 3, spent: '1.50' } }], total: { base: {} } },
	{ id: '2', rows: [], total: { base: {} } },
];

const FAST = { '1': { timestamp: 1772355600, minutely: { shows: [1, 2, 0], clicks: [0, 0, 0] } } };

/** Whole numbers, as text too; they name objects, so nothing else will do. */
function objectId(value: unknown): void {
	const isId = typeof value === 'number' ? Number.isSafeInteger(value) : /^\d+$/.test(text(value));
	if (!isId) throw new Unreadable('no id');
}

export const decoders: readonly Decoder[] = [
	envelope(
		'myTarget list page',
		myTarget,
		[
			{ items: ITEMS, count: 2, offset: 0, limit: 50 },
			{ items: ITEMS, offset: 0 },
		],
		(api) => api.page('/api/v2/campaigns.json', []),
		(json) => {
			const answer = fields(json);
			const items = objects(answer.items);
			if (typeof answer.count === 'string') throw new Unreadable('no count');
			return { rows: items, total: count(answer.count) ?? undefined };
		},
	),
	envelope(
		'myTarget statistics by day',
		myTarget,
		[{ items: DAILY, total: { base: { shows: 3 } } }],
		async (api) =>
			withoutOdd(await api.daily('campaigns', [], CALL), ({ items }) =>
				readObjects(items, dailyObject, none, CALL.signal),
			),
		(json) => {
			const answer = fields(json);
			for (const item of rows(answer.items)) {
				objectId(item.id);
				for (const row of rows(item.rows)) text(row.date);
			}
			return withoutOddCount(answer);
		},
	),
	envelope(
		'myTarget statistics of a period',
		myTarget,
		[{ items: [{ id: 1, total: { base: { shows: 3 } } }], count: 1, limit: 20, offset: 0 }],
		async (api) =>
			withoutOdd(await api.period('campaigns', [], CALL), ({ items }) =>
				readObjects(items, totalsObject, none, CALL.signal),
			),
		(json) => {
			const answer = fields(json);
			for (const item of rows(answer.items)) {
				objectId(item.id);
				fields(item.total);
			}
			return withoutOddCount(answer);
		},
	),
	envelope(
		'myTarget fast statistics',
		myTarget,
		[{ campaigns: FAST, ad_groups: { '2': FAST['1'] } }, { campaigns: {} }],
		async (api) =>
			withoutOdd(await api.fast('ad_groups', [], CALL), (objects) => {
				const items = Object.entries(objects).map(([key, object]) => ({ id: Number(key), object }));
				return readObjects(items, keyedObject, none, CALL.signal);
			}),
		(json) => {
			const { campaigns, ad_groups: groups } = fields(json);
			const found = [campaigns, groups].filter((value) => value !== undefined && value !== null).map(fields);
			if (found.length === 0) throw new Unreadable('no objects');
			// The same records under both names: an object that is there twice counts as it came last.
			const objects = fields(merged(found));
			for (const object of Object.values(objects))
				for (const series of Object.values(fields(fields(object).minutely))) list(series);
			return objects;
		},
	),
	envelope(
		'myTarget goals',
		myTarget,
		[{ group: [{ goal: 'a', name: 'б' }], empty: [] }],
		(api) => api.goals(),
		(json) => {
			const groups = Object.entries(fields(json));
			return Object.fromEntries(groups.map(([group, goals]) => [group, objects(goals)]));
		},
	),
];

/** An answer as it came. Each object is read by itself, and an odd one fails as it does where it stops the report. */
async function withoutOdd<Answer>(
	answer: Answer,
	read: (answer: Answer) => AsyncIterable<readonly AnsweredObject[]>,
): Promise<Answer> {
	for await (const objects of read(answer))
		for (const { id, oddAt } of objects)
			if (id === undefined || oddAt !== undefined) throw new ResponseInvalidError('An odd object.');
	return answer;
}

/** What cannot be a number of rows is none. */
function withoutOddCount(answer: Fields): Fields {
	if (!('count' in answer) || answer.count === null) return answer;
	const { count: counted } = answer;
	const isCount = typeof counted === 'number' && Number.isSafeInteger(counted) && counted >= 0;
	return { ...answer, count: isCount ? counted : undefined };
}

function none(): readonly Row[] {
	return [];
}

function merged(objects: readonly Record<string, unknown>[]): unknown {
	return Object.fromEntries(objects.flatMap((each) => Object.entries(each)));
}
