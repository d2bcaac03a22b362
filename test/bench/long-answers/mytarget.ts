import type { IDataObject } from 'n8n-workflow';

import { myTarget } from '../../platforms/mytarget';
import { setsOf } from '../../sandbox/mytarget/statistics/sets';
import { ago, listOf, type LongAnswer } from './long-answer';

/** The most of one request (fact sheet 3.17). */
const IDS = 200;
const FIRST_ID = 6_000_000;

const platform = {
	platform: myTarget,
	credential: { platform: 'other', authentication: 'accessToken', accessToken: 'bench' },
};

interface Daily {
	readonly items: readonly {
		readonly id: number;
		readonly rows: readonly { readonly date: string; readonly [set: string]: unknown }[];
	}[];
}

/** The sets of one row each in one row, as the node has them unless it shall not simplify. */
function flat(sets: object): object {
	const row: Record<string, unknown> = {};
	for (const [set, columns] of Object.entries(sets))
		for (const [name, value] of Object.entries(columns as object)) row[`${set}_${name}`] = value;
	return row;
}

function daily(name: string, sets: readonly string[], days: number): LongAnswer {
	const shape = (rows: number) => {
		const ids = Math.min(rows, IDS);
		return { ids, days: Math.ceil(rows / ids) };
	};
	return {
		...platform,
		name: `mytarget-${name}`,
		title: `myTarget, daily statistics, ${sets.join(' + ')}`,
		parameters: (rows) => {
			const { ids, days } = shape(rows);
			const parameters: IDataObject = {
				resource: 'report',
				operation: 'getDaily',
				objectType: 'campaigns',
				objectScope: 'byId',
				campaignIdList: Array.from({ length: ids }, (_none, index) => FIRST_ID + index).join(','),
				metrics: [...sets],
				dateRange: 'custom',
				dateFrom: ago(days),
				dateTo: ago(1),
				returnAll: true,
				addNames: false,
				options: { daysPerRequest: days },
			};
			return parameters;
		},
		sizes: [IDS * days],
		text: (rows) => {
			const { ids, days } = shape(rows);
			const dayText = (index: number) => {
				const shows = 800 + ((index * 7919) % 500);
				const totals = {
					shows,
					clicks: index % 90,
					goals: index % 7,
					vkGoals: index % 5,
					kopecks: shows * 30,
				};
				const date = ago(days - (index % days));
				return JSON.stringify({ date, ...setsOf(sets, totals, 1) });
			};
			const object = (id: number) =>
				`{"id":${FIRST_ID + id},"rows":[${listOf(days, (day) => dayText(id * days + day))}],"total":{}}`;
			return `{"items":[${listOf(ids, object)}],"total":{}}`;
		},
		rowsOf: (text) =>
			(JSON.parse(text) as Daily).items.flatMap(({ id, rows }) =>
				rows.map(({ date, ...columns }) => ({ id, date, ...flat(columns) })),
			),
	};
}

const userLists: LongAnswer = {
	...platform,
	name: 'mytarget-lists',
	title: 'myTarget, user lists',
	parameters: () => ({ resource: 'userList', operation: 'getAll', returnAll: true }),
	sizes: [20_000, 250_000],
	text: (rows) => {
		const list = (index: number) =>
			JSON.stringify({
				id: FIRST_ID + index,
				name: `Покупатели ${index}`,
				entries_count: index * 31,
				status: 'ready',
				type: index % 2 === 0 ? 'positive' : 'negative',
				created: '2026-02-01 12:30:00',
				shared_users: [index % 900, index % 800],
				params: { source: 'file', lines: index },
			});
		return `{"items":[${listOf(rows, list)}],"count":${rows}}`;
	},
	rowsOf: (text) => (JSON.parse(text) as { items: unknown[] }).items,
};

/** 92 days is what the node asks for by itself. */
export const myTargetAnswers: readonly LongAnswer[] = [
	daily('daily', ['base', 'events', 'uniques'], 92),
	daily('daily-long', ['base', 'events', 'video'], 300),
	userLists,
];
