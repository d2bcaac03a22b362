import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { TemporarilyUnavailableError } from '../../../../connector/errors';
import type { Row } from '../../../../connector/rows';
import { FakeClock } from '../../../support/fake-clock';
import { eventOf, FakeTrigger, type FakeWatch } from './fake-trigger';

const STATES = ['active', 'blocked', 'deleted'] as const;

/** What happens between two polls, and how the next one goes. */
const step = fc.record({
	/** Each sets an object's state or lets it vanish; several of one object happen one after the other. */
	happens: fc.array(
		fc.record({ id: fc.integer({ min: 1, max: 8 }), state: fc.constantFrom(...STATES, undefined) }),
		{ maxLength: 6 },
	),
	/** The page at which it fails; absent: it succeeds. */
	failsAt: fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined, freq: 3 }),
	/** n8n is started anew behind it. */
	restarts: fc.boolean(),
	minutes: fc.integer({ min: 1, max: 2000 }),
});

type Step = typeof step extends fc.Arbitrary<infer Of> ? Of : never;

const PAGE = 3;

/** Runs a history and gives what was told after each poll that succeeded, beside what was true then. */
async function play(
	history: readonly Step[],
	watch: FakeWatch,
): Promise<{ told: Row[]; before: Map<number, string>; now: Map<number, string>; isFirst: boolean }[]> {
	const objects = new Map<number, string>();
	/** What each object was when a poll last saw it. */
	const lastSeen = new Map<number, string>();
	let failsAt: number | undefined;
	const clock = new FakeClock();
	const trigger = new FakeTrigger(
		eventOf({
			...watch,
			async *look({ reachedEnd }) {
				const all = [...objects].map(([id, state]) => ({ id, state }));
				for (let page = 0; page <= Math.ceil(all.length / PAGE); page++) {
					await clock.sleep(1000);
					if (page === failsAt) throw new TemporarilyUnavailableError('Down.');
					yield all.slice(page * PAGE, (page + 1) * PAGE);
				}
				reachedEnd(true);
			},
		}),
		{ clock },
	);
	const polls = [];
	for (const { happens, failsAt: fails, restarts, minutes } of history) {
		for (const { id, state } of happens)
			if (state === undefined) objects.delete(id);
			else objects.set(id, state);
		clock.advance(minutes * 60_000);
		failsAt = fails !== undefined && fails <= Math.ceil(objects.size / PAGE) ? fails : undefined;
		if (failsAt === undefined) {
			const told = await trigger.poll();
			polls.push({ told, before: new Map(lastSeen), now: new Map(objects), isFirst: polls.length === 0 });
			for (const [id, state] of objects) lastSeen.set(id, state);
		} else await expect(trigger.poll()).rejects.toThrow('Down.');
		if (restarts) trigger.restart();
	}
	return polls;
}

const histories = fc.array(step, { minLength: 1, maxLength: 25 });

describe('whatever happens between polls, and whichever of them fail', () => {
	it('every change is told once, by the first poll that could see it', async () => {
		await fc.assert(
			fc.asyncProperty(histories, async (history) => {
				for (const { told, before, now, isFirst } of await play(history, {})) {
					const changed = [...now].filter(([id, state]) => before.has(id) && before.get(id) !== state);
					const expected = isFirst
						? []
						: changed.map(([id, state]) => ({
								id,
								state,
								previous: { state: before.get(id) },
								current: { state },
							}));
					expect(told).toEqual(expected);
				}
			}),
			{ numRuns: 300 },
		);
	});

	it('every object that appears is told once in its life', async () => {
		await fc.assert(
			fc.asyncProperty(histories, async (history) => {
				const polls = await play(history, { stateOf: () => ({}), tellsNew: true });
				for (const { told, before, now, isFirst } of polls)
					expect(told).toEqual(
						isFirst ? [] : [...now].filter(([id]) => !before.has(id)).map(([id, state]) => ({ id, state })),
					);
			}),
			{ numRuns: 300 },
		);
	});

	it('a threshold is told when it is crossed, and again only after it was left', async () => {
		await fc.assert(
			fc.asyncProperty(histories, async (history) => {
				const isOver = (state: unknown) => state === 'blocked';
				const polls = await play(history, {
					stateOf: ({ state }) => ({ isOver: isOver(state) }),
					matters: (state) => state.isOver === true,
				});
				for (const { told, before, now, isFirst } of polls) {
					const crossed = [...now].filter(
						([id, state]) => isOver(state) && before.has(id) && !isOver(before.get(id)),
					);
					expect(told.map(({ id }) => id)).toEqual(isFirst ? [] : crossed.map(([id]) => id));
				}
			}),
			{ numRuns: 300 },
		);
	});
});
