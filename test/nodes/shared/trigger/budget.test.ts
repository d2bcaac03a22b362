import { describe, expect, it } from '@jest/globals';

import { RateLimitedError } from '../../../../connector/errors';
import { FakeClock } from '../../../support/fake-clock';
import { eventOf, FakeTrigger, type FakeWatch } from './fake-trigger';

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
