import { describe, expect, it } from '@jest/globals';

import { answer, expectSameRows, jsonOf } from './harness';
import { DAILY, period, WEEK, statisticsStage } from './statistics-stage';

const stage = statisticsStage();
const { campaignIds, reports, run } = stage;

interface Item extends Record<string, unknown> {
	id: number;
}

/** What each kind of statistics gives of an object, as the platform sends it. */
const KINDS: Record<
	string,
	{ path: RegExp; good: (id: number) => Item; odd: readonly ((id: number) => unknown)[] }
> = {
	getDaily: {
		path: /v2\/statistics\/campaigns\/day/,
		good: (id) => ({ id, rows: [{ date: '2026-03-01', base: { shows: 1 } }] }),
		odd: [
			(id) => ({ id }),
			(id) => ({ id, rows: null }),
			(id) => ({ id, rows: [null] }),
			(id) => ({ id, rows: [{ date: null }] }),
		],
	},
	getSummary: {
		path: /summary/,
		good: (id) => ({ id, total: { base: { shows: 1 } } }),
		odd: [(id) => ({ id }), (id) => ({ id, total: null })],
	},
	getPeriod: {
		path: /v3\/statistics\/campaigns\/day/,
		good: (id) => ({ id, total: { base: { shows: 1 } } }),
		odd: [(id) => ({ id }), (id) => ({ id, total: [] })],
	},
	getGoals: {
		path: /goals/,
		good: (id) => ({ id, rows: [{ date: '2026-03-01', goals: [{ goal: 'g', count: 1 }] }] }),
		odd: [(id) => ({ id, rows: null }), (id) => ({ id, rows: [{ date: '2026-03-01', goals: null }] })],
	},
};
const cases = Object.entries(KINDS).flatMap(([operation, { path, good, odd }]) =>
	odd.map((oddOne) => [operation, JSON.stringify(oddOne(7)), { path, good, oddOne }] as const),
);

const ask = (operation: string, ids: number[], onSliceFailure: string) => ({
	...DAILY,
	operation,
	objectScope: 'selected',
	campaignIds: ids.map(String),
	options: { onSliceFailure },
});

describe('one object of many in a form that nobody knows', () => {
	it.each(cases)('%s, %s: is a failed slice of its own', async (operation, _text, { path, good, oddOne }) => {
		const ids = campaignIds().slice(0, 200);
		const odd = ids[77]!;
		const items = ids.map((id) => (id === odd ? oddOne(id) : good(id)));
		stage.sandbox.faults.add({ path, times: 1, fault: answer(200, { items }) });
		const { items: rows, failedSlices, hints } = await run(ask(operation, ids, 'continue'));
		expect(jsonOf(rows).map(({ id }) => id)).toEqual(ids.filter((id) => id !== odd));
		expect(jsonOf(failedSlices)).toEqual([
			expect.objectContaining({
				operation,
				campaignIds: [String(odd)],
				error: {
					kind: 'response-invalid',
					message: expect.stringMatching(new RegExp(`object ${odd} has an unknown form \\(at ".+"\\)`)),
				},
			}),
		]);
		expect(hints.join(' ')).toContain('1 failed slice');
		expect(hints.join(' ')).not.toContain('No answer for');
		expect(reports()).toHaveLength(1);
	});

	it.each(cases)(
		'%s, %s: is named where it stops the report',
		async (operation, _text, { path, good, oddOne }) => {
			const ids = campaignIds().slice(0, 3);
			const items = ids.map((id, index) => (index === 1 ? oddOne(id) : good(id)));
			stage.sandbox.faults.add({ path, times: 1, fault: answer(200, { items }) });
			await expect(run(ask(operation, ids, 'stop'))).rejects.toThrow(`object ${ids[1]} has an unknown form`);
			expect(reports()).toHaveLength(1);
		},
	);

	it('fast statistics: one of many, and a null beside what was asked for', async () => {
		const [first, second, third] = campaignIds() as [number, number, number];
		const good = { timestamp: 1_772_440_000, minutely: { clicks: [0], shows: [null] } };
		const campaigns = { [first]: good, [second]: null, [third]: { ...good, minutely: null } };
		stage.sandbox.faults.add({
			path: /faststat/,
			times: 1,
			fault: answer(200, { campaigns, ad_groups: null, banners: null }),
		});
		const { items, failedSlices } = await run(ask('getFast', [first, second, third], 'continue'));
		expect(jsonOf(items)).toEqual([expect.objectContaining({ id: first, clicks: 0, shows: null })]);
		expect(jsonOf(failedSlices).map(({ campaignIds }) => campaignIds)).toEqual([
			[String(second)],
			[String(third)],
		]);
	});

	it('that names no object may be any of those that did not come', async () => {
		const ids = campaignIds().slice(0, 5);
		const { path, good } = KINDS.getDaily!;
		const items = [good(ids[0]!), null, good(ids[1]!), good(ids[4]!), { rows: [] }];
		stage.sandbox.faults.add({ path, times: 1, fault: answer(200, { items }) });
		const { items: rows, failedSlices } = await run(ask('getDaily', ids, 'continue'));
		expect(jsonOf(rows).map(({ id }) => id)).toEqual([ids[0], ids[1], ids[4]]);
		expect(jsonOf(failedSlices)).toEqual([
			expect.objectContaining({ campaignIds: [String(ids[2]), String(ids[3])] }),
		]);
	});

	it('that names no object is nothing where all came that were asked for', async () => {
		const ids = campaignIds().slice(0, 2);
		const { path, good } = KINDS.getDaily!;
		stage.sandbox.faults.add({ path, times: 1, fault: answer(200, { items: [...ids.map(good), null] }) });
		const { items: rows, failedSlices } = await run(ask('getDaily', ids, 'continue'));
		expect(jsonOf(rows)).toHaveLength(2);
		expect(jsonOf(failedSlices)).toEqual([]);
	});

	it('of another id of the same slice is told once, though halves are read again', async () => {
		const ids = campaignIds().slice(0, 4);
		const dead = stage.sandbox.myTarget.deadId;
		const { path, good, odd } = KINDS.getDaily!;
		// The whole is refused for the dead id; the first half of it comes with an odd object.
		const half = ids.slice(0, 3).map((id, index) => (index === 0 ? odd[0]!(id) : good(id)));
		stage.sandbox.faults.add({ path, skip: 1, times: 1, fault: answer(200, { items: half }) });
		const { failedSlices } = await run(ask('getDaily', [...ids, dead], 'continue'));
		expect(jsonOf(failedSlices).map(({ campaignIds }) => campaignIds)).toEqual([
			[String(dead)],
			[String(ids[0])],
		]);
	});

	it('can be fed back and loaded', async () => {
		const ids = campaignIds().slice(0, 4);
		const { path, good, odd } = KINDS.getDaily!;
		const items = ids.map((id, index) => (index === 2 ? odd[0]!(id) : good(id)));
		stage.sandbox.faults.add({ path, times: 1, fault: answer(200, { items }) });
		const { failedSlices } = await run(ask('getDaily', ids, 'continue'));
		const [failed] = jsonOf(failedSlices);
		const again = await run({ ...DAILY, ...failed, simplify: false });
		expectSameRows(
			jsonOf(again.items),
			stage.sandbox.myTarget.statistics({ objectType: 'campaigns', ids: [ids[2]!], ...period(WEEK) }),
		);
	});
});

describe('the list of all objects', () => {
	it('goes on without an object that has no id, and says so', async () => {
		const [first] = campaignIds();
		const body = { items: [{ id: first }, { id: null }, {}], count: 3 };
		stage.sandbox.faults.add({ path: '/api/v2/campaigns.json', fault: answer(200, body) });
		const { items, hints } = await run();
		expect(new Set(jsonOf(items).map(({ id }) => id))).toEqual(new Set([first]));
		expect(hints.join(' ')).toContain('2 objects of the account came without an ID');
	});

	it('of which none has an id is another list', async () => {
		const body = { items: [{ ID: 1 }, { ID: 2 }], count: 2 };
		stage.sandbox.faults.add({ path: '/api/v2/campaigns.json', fault: answer(200, body) });
		await expect(run()).rejects.toThrow('of which none has an ID');
	});

	it.each([
		['campaigns', /no such objects.*The campaigns of VK Ads are its ad plans: set Object Type to Ad Plans/],
		['banners', /no such objects, so there was nothing to ask for\.$/],
	])('that is empty is told, and of %s what else they are called', async (objectType, text) => {
		const body = { items: [], count: 0 };
		stage.sandbox.faults.add({ path: `/api/v2/${objectType}.json`, fault: answer(200, body) });
		const { items, hints } = await run({ objectType });
		expect(items).toEqual([]);
		expect(hints.find((hint) => hint.includes('no such objects'))).toMatch(text);
	});
});
