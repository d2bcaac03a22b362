import { describe, expect, it } from '@jest/globals';

import { RateLimitedError, TemporarilyUnavailableError } from '../../../../connector/errors';
import type { Row } from '../../../../connector/rows';
import { recalled } from '../../../../nodes/shared/trigger/memory';
import { FakeClock } from '../../../support/fake-clock';
import { eventOf, FakeTrigger, whole, type FakeWatch } from './fake-trigger';

function triggerOn(objects: { list: Row[] }, watch: FakeWatch = {}): FakeTrigger {
	return new FakeTrigger(eventOf({ look: whole(() => objects.list), ...watch }));
}

const active = (id: number): Row => ({ id, name: `Name ${id}`, state: 'active' });
const blocked = (id: number): Row => ({ ...active(id), state: 'blocked' });

describe('a change', () => {
	it('is told once, with what it was before; at the first look nothing is', async () => {
		const objects = { list: [active(1), active(2)] };
		const trigger = triggerOn(objects);
		expect(await trigger.poll()).toEqual([]);
		objects.list = [active(1), blocked(2)];
		expect(await trigger.poll()).toEqual([
			{ ...blocked(2), previous: { state: 'active' }, current: { state: 'blocked' } },
		]);
		expect(await trigger.poll()).toEqual([]);
	});

	it('is told after a restart of n8n, and what was told is not', async () => {
		const objects = { list: [active(1), active(2)] };
		const trigger = triggerOn(objects);
		await trigger.poll();
		objects.list = [blocked(1), active(2)];
		await trigger.poll();
		trigger.restart();
		expect(await trigger.poll()).toEqual([]);
		objects.list = [blocked(1), blocked(2)];
		expect((await trigger.poll()).map(({ id }) => id)).toEqual([2]);
	});

	it('of an object that was gone for a while is told against what it was before', async () => {
		const objects = { list: [active(1), active(2)] };
		const trigger = triggerOn(objects);
		await trigger.poll();
		objects.list = [active(1)];
		expect(await trigger.poll()).toEqual([]);
		objects.list = [active(1), blocked(2)];
		expect((await trigger.poll()).map(({ id }) => id)).toEqual([2]);
	});

	it('to a state that does not matter is remembered and not told', async () => {
		const objects = { list: [active(1)] };
		const trigger = triggerOn(objects, { matters: ({ state }) => state === 'blocked' });
		await trigger.poll();
		objects.list = [blocked(1)];
		expect(await trigger.poll()).toHaveLength(1);
		objects.list = [active(1)];
		expect(await trigger.poll()).toEqual([]);
		objects.list = [blocked(1)];
		expect(await trigger.poll()).toHaveLength(1);
	});

	it('is no change where nothing is known at the moment', async () => {
		const objects = { list: [active(1)] };
		const trigger = triggerOn(objects);
		await trigger.poll();
		objects.list = [{ id: 1 }];
		expect(await trigger.poll()).toEqual([]);
		objects.list = [blocked(1)];
		expect((await trigger.poll())[0]).toMatchObject({ previous: { state: 'active' } });
	});

	it('of a state too long to be kept is told all the same', async () => {
		const objects = { list: [{ id: 1, state: 'a'.repeat(500) }] };
		const trigger = triggerOn(objects);
		await trigger.poll();
		expect(JSON.stringify(trigger.staticData).length).toBeLessThan(150);
		objects.list = [{ id: 1, state: 'b'.repeat(500) }];
		expect((await trigger.poll())[0]).toMatchObject({ previous: null, current: { state: 'b'.repeat(500) } });
	});
});

describe('an object that appears', () => {
	const tellsNew: FakeWatch = { stateOf: () => ({}), tellsNew: true };

	it('is told once, as it is', async () => {
		const objects = { list: [active(1)] };
		const trigger = triggerOn(objects, tellsNew);
		expect(await trigger.poll()).toEqual([]);
		objects.list = [active(1), active(2), active(2)];
		expect(await trigger.poll()).toEqual([active(2)]);
		expect(await trigger.poll()).toEqual([]);
	});

	it('is not told again when a list has lost it for a moment', async () => {
		const objects = { list: [active(1), active(2)] };
		const trigger = triggerOn(objects, tellsNew);
		await trigger.poll();
		objects.list = [];
		await trigger.poll();
		objects.list = [active(1), active(2)];
		expect(await trigger.poll()).toEqual([]);
	});

	it('in a group that is met first was there before', async () => {
		let groups: Record<string, Row[]> = { one: [active(1)] };
		const trigger = new FakeTrigger(
			eventOf({
				...tellsNew,
				async *look({ enter, reachedEnd }) {
					for (const [group, objects] of Object.entries(groups)) {
						enter(group);
						yield await Promise.resolve(objects);
					}
					reachedEnd(true);
				},
			}),
		);
		await trigger.poll();
		groups = { one: [active(1), active(2)], two: [active(3)], three: [] };
		expect((await trigger.poll()).map(({ id }) => id)).toEqual([2]);
		groups = { one: [active(1), active(2)], two: [active(3), active(4)], three: [active(5)] };
		expect((await trigger.poll()).map(({ id }) => id)).toEqual([4, 5]);
	});
});

describe('a poll that fails', () => {
	it.each([
		[new TemporarilyUnavailableError('Down.'), 'temporarily-unavailable'],
		[new RateLimitedError('Too many.', { retryAfterMs: 60_000 }), 'rate-limited'],
	])('says in the words of n8n why, and no event is lost: %s', async (failure, cause) => {
		const objects = { list: [active(1)] };
		let isDown = false;
		const trigger = new FakeTrigger(
			eventOf({
				look: whole(() => {
					if (isDown) throw failure;
					return objects.list;
				}),
			}),
		);
		await trigger.poll();
		objects.list = [blocked(1)];
		isDown = true;
		await expect(trigger.poll()).rejects.toMatchObject({ failure: { cause } });
		isDown = false;
		expect(await trigger.poll()).toHaveLength(1);
	});

	it('in the middle keeps nothing of what it had read', async () => {
		let isDown = false;
		let state = 'active';
		const trigger = new FakeTrigger(
			eventOf({
				async *look({ reachedEnd }) {
					yield await Promise.resolve([{ id: 1, state }]);
					if (isDown) throw new TemporarilyUnavailableError('Down.');
					yield [{ id: 2, state }];
					reachedEnd(true);
				},
			}),
		);
		await trigger.poll();
		[isDown, state] = [true, 'blocked'];
		await expect(trigger.poll()).rejects.toThrow('Down.');
		isDown = false;
		expect((await trigger.poll()).map(({ id }) => id)).toEqual([1, 2]);
	});
});

describe('"Fetch Test Event"', () => {
	it('gives one item in the shape of production and remembers nothing', async () => {
		const objects = { list: [active(1), blocked(2), blocked(3)] };
		const trigger = triggerOn(objects, { matters: ({ state }) => state === 'blocked' });
		expect(await trigger.poll('manual')).toEqual([
			{ ...blocked(2), previous: null, current: { state: 'blocked' } },
		]);
		expect(trigger.staticData).toEqual({});
		await trigger.poll();
		const kept = JSON.stringify(trigger.staticData);
		objects.list = [blocked(1)];
		await trigger.poll('manual');
		expect(JSON.stringify(trigger.staticData)).toBe(kept);
	});

	it('says so where there is none, and what to do', async () => {
		const trigger = triggerOn({ list: [active(1)] }, { matters: () => false });
		await expect(trigger.poll('manual')).rejects.toMatchObject({
			message: expect.stringContaining('nothing to show'),
			description: 'Make it happen.',
		});
	});
});

describe('what is remembered', () => {
	it.each([
		['unreadable', { memory: 'nonsense' }],
		['of another version', { memory: { version: 99, watch: 'x', seen: [] } }],
		['cut off', { memory: { version: 1, watch: 'x', seen: [['{}', 'abc']] } }],
	])('is begun anew without old events where it is %s', async (_what, staticData) => {
		const trigger = triggerOn({ list: [active(1)] }, { tellsNew: true });
		trigger.staticData = staticData;
		expect(await trigger.poll()).toEqual([]);
		expect(await trigger.poll()).toEqual([]);
	});

	it.each([
		['another parameter', (trigger: FakeTrigger) => (trigger.parameters = { of: 'others' })],
		['another credential', (trigger: FakeTrigger) => (trigger.credentialId = 'c2')],
	])('is begun anew for %s', async (_what, change) => {
		const objects = { list: [active(1)] };
		const trigger = triggerOn(objects, { tellsNew: true });
		await trigger.poll();
		objects.list = [active(7), active(8)];
		change(trigger);
		expect(await trigger.poll()).toEqual([]);
	});

	it('holds neither an ID nor a name', async () => {
		const trigger = triggerOn({ list: [{ id: 'secret-id', name: 'Anna', state: 'active' }] });
		await trigger.poll();
		expect(JSON.stringify(trigger.staticData)).not.toMatch(/secret-id|Anna/);
	});

	it('stays under 10 KB for 1,000 objects, whatever comes and goes', async () => {
		const objects = { list: [] as Row[] };
		const trigger = triggerOn(objects, { tellsNew: true });
		for (let round = 0; round < 20; round++) {
			objects.list = Array.from({ length: 1000 }, (_, index) => active(round * 300 + index));
			await trigger.poll();
			expect(JSON.stringify(trigger.staticData).length).toBeLessThan(10_000);
		}
	});

	it('reads as it was written', () => {
		expect(
			recalled({ version: 1, watch: 'w', mark: { a: 1 }, seen: [['{"s":1}', '1234567abcdefg']] }, 'w'),
		).toEqual({
			seen: new Map([
				['1234567', '{"s":1}'],
				['abcdefg', '{"s":1}'],
			]),
			mark: { a: 1 },
			isUnfinished: false,
		});
	});
});

describe('the time that n8n gives a poll', () => {
	/** 50 pages of 10 objects, each of which takes 10 s. */
	function slow(clock: FakeClock, states: { of: (id: number) => string }): FakeWatch {
		return {
			tellsNew: true,
			async *look({ mark, leave, reachedEnd }) {
				const start = Number(mark?.offset ?? 0);
				for (let offset = start; offset < 500; offset += 10) {
					await clock.sleep(10_000);
					leave({ offset: offset + 10 });
					yield Array.from({ length: 10 }, (_, index) => ({
						id: offset + index,
						state: states.of(offset + index),
					}));
				}
				leave(undefined);
				reachedEnd(start === 0);
			},
		};
	}

	it('is kept: what is not reached is reached by the next poll, and nothing old is told meanwhile', async () => {
		const clock = new FakeClock();
		let changed = -1;
		const states = { of: (id: number) => (id === changed ? 'blocked' : 'active') };
		const trigger = new FakeTrigger(eventOf(slow(clock, states)), { clock });
		// 60 % of 300 s are 18 pages.
		for (let poll = 0; poll < 3; poll++) expect(await trigger.poll()).toEqual([]);
		changed = 490;
		const told = [];
		for (let poll = 0; poll < 3; poll++) told.push(...(await trigger.poll()));
		expect(told).toEqual([{ id: 490, state: 'blocked' }]);
	});

	it('is that of n8n where it says one', async () => {
		const clock = new FakeClock();
		const states = { of: () => 'active' };
		const trigger = new FakeTrigger(eventOf(slow(clock, states)), { clock, budgetMs: 36_000 });
		const before = clock.uptime();
		await trigger.poll();
		expect(clock.uptime() - before).toBe(30_000);
	});

	it('ends at the rest of a long list for which there are no requests left, and goes on there', async () => {
		const clock = new FakeClock();
		let isBudgetOver = false;
		let state = 'active';
		const trigger = new FakeTrigger(
			eventOf({
				async *look({ mark, leave, reachedEnd }) {
					const isRest = mark !== undefined;
					if (!isRest) {
						leave({ offset: 1 });
						yield await Promise.resolve([{ id: 1, state }]);
						if (isBudgetOver) throw new RateLimitedError('Wait.', { tooLongWait: true });
					}
					leave(undefined);
					yield [{ id: 2, state }];
					reachedEnd(!isRest);
				},
			}),
			{ clock },
		);
		await trigger.poll();
		[isBudgetOver, state] = [true, 'blocked'];
		expect((await trigger.poll()).map(({ id }) => id)).toEqual([1]);
		expect((await trigger.poll()).map(({ id }) => id)).toEqual([2]);
	});
});

it('an event that nobody knows is named', async () => {
	const trigger = triggerOn({ list: [] });
	trigger.parameters = { event: 'other' };
	await expect(trigger.poll()).rejects.toThrow('Event is "other"');
});
