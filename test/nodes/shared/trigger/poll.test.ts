import { describe, expect, it } from '@jest/globals';

import { RateLimitedError, TemporarilyUnavailableError } from '../../../../connector/errors';
import type { Row } from '../../../../connector/rows';
import { eventOf, FakeTrigger, whole, type FakeWatch } from './fake-trigger';
import { active, blocked, triggerOn } from './watched-objects';

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

	it('of what has no ID is not told, and the log says so', async () => {
		const objects: { list: Row[] } = { list: [active(1), { state: 'active' }] };
		const trigger = triggerOn(objects);
		await trigger.poll();
		objects.list = [blocked(1), { state: 'blocked' }];
		expect((await trigger.poll()).map(({ id }) => id)).toEqual([1]);
		const text = 'My Node: 1 object came without an ID: what happens to it cannot be told.';
		expect(trigger.logs).toEqual([text, text]);
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

it('an event that nobody knows is named', async () => {
	const trigger = triggerOn({ list: [] });
	trigger.parameters = { event: 'other' };
	await expect(trigger.poll()).rejects.toThrow('Event is "other"');
});
