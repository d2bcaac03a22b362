import { isDeepStrictEqual } from 'node:util';

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';

import { CancelledError } from '../../../connector/errors';
import {
	collectInTurns,
	listOf,
	mapInTurns,
	mapPagesInTurns,
	objectsOf,
	pagesInTurns,
	sortInTurns,
	Turns,
} from '../../../connector/rows';
import { collect, Source } from './chunks';

/** Turns that end by so many looks at the clock. */
function countedTurns(signal?: AbortSignal, looks = 1): Turns {
	let now = 0;
	return new Turns(signal, () => (now += 5 / looks));
}

/** How often others had a turn while the work went on. */
async function turnsOfOthers(work: () => Promise<unknown>): Promise<number> {
	let turns = 0;
	let isOver = false;
	const count = () => {
		turns += 1;
		if (!isOver) setImmediate(count);
	};
	setImmediate(count);
	await work().finally(() => {
		isOver = true;
	});
	return turns;
}

const numbers = Array.from({ length: 100 }, (_none, index) => index);

describe('work in turns', () => {
	it('maps some entries at a time, and others have their turn in between', async () => {
		const made = await collect(mapInTurns(numbers, (number) => number * 2, countedTurns(undefined, 5)));
		expect(made.flat()).toEqual(numbers.map((number) => number * 2));
		for (const some of made) expect(some).toHaveLength(5);
		const others = await turnsOfOthers(() =>
			collect(mapInTurns(numbers, String, countedTurns(undefined, 5))),
		);
		expect(others).toBeGreaterThanOrEqual(made.length - 1);
	});

	it('maps the rows of pages, a page of many in several turns', async () => {
		const rows = numbers.map((id) => ({ id }));
		const pages = new Source([rows.slice(0, 90), [], rows.slice(90)]);
		const made = await collect(mapPagesInTurns(pages, ({ id }) => [id], countedTurns(undefined, 5)));
		expect(made.flat()).toEqual(numbers.map((id) => [id]));
		expect(Math.max(...made.map(({ length }) => length))).toBe(5);
	});

	it('ends between two turns when the execution was stopped', async () => {
		const controller = new AbortController();
		const mapped = mapInTurns(numbers, String, countedTurns(controller.signal, 5));
		expect((await mapped.next()).value).toHaveLength(5);
		controller.abort();
		await expect(mapped.next()).rejects.toThrow(CancelledError);
	});

	it('has a turn for each entry that is much work', async () => {
		let now = 0;
		const work = (number: number) => {
			now += 20;
			return number;
		};
		const made = await collect(mapInTurns(numbers, work, new Turns(undefined, () => now)));
		expect(made).toEqual(numbers.map((number) => [number]));
	});

	it('collects any number of things of each entry', async () => {
		const odd = await collectInTurns(
			numbers,
			(number) => (number % 2 ? [number, -number] : []),
			countedTurns(),
		);
		expect(odd).toEqual(numbers.filter((number) => number % 2).flatMap((number) => [number, -number]));
	});

	it('hands long pages on in short ones, all rows once and in order', async () => {
		const rows = Array.from({ length: 12_345 }, (_none, id) => ({ id }));
		const pages = await collect(pagesInTurns(new Source([rows, [{ id: -1 }]]), new Turns()));
		expect(Math.max(...pages.map(({ length }) => length))).toBeLessThanOrEqual(5000);
		expect(pages.flatMap((page) => [...page])).toEqual([...rows, { id: -1 }]);
		const stopped = pagesInTurns(new Source([rows]), countedTurns(AbortSignal.abort()));
		expect((await stopped.next()).value).toHaveLength(5000);
		await expect(stopped.next()).rejects.toThrow(CancelledError);
	});

	it('sorts as a stable sort does', async () => {
		const entries = fc.array(fc.record({ key: fc.nat(50), place: fc.nat() }), {
			maxLength: 3000,
			size: 'max',
		});
		await fc.assert(
			fc.asyncProperty(entries, async (list) => {
				const byKey = (one: { key: number }, other: { key: number }) => one.key - other.key;
				expect(await sortInTurns(list, byKey, new Turns())).toEqual([...list].sort(byKey));
			}),
			{ numRuns: 30 },
		);
	});
});

describe('a list in a schema', () => {
	const schema = z.looseObject({ items: listOf(z.looseObject({ id: z.number() })) });

	it('is checked in turns', async () => {
		const items = Array.from({ length: 100_000 }, (_none, id) => ({ id }));
		let parsed: object = {};
		const turns = await turnsOfOthers(async () => {
			parsed = await schema.parseAsync({ items, count: 1 });
		});
		expect(turns).toBeGreaterThan(2);
		expect(isDeepStrictEqual(parsed, { items, count: 1 })).toBe(true);
	});

	it('names the place of what is wrong', async () => {
		const { error } = await schema.safeParseAsync({ items: [{ id: 1 }, { id: 'x' }] });
		expect(error?.issues.map(({ path }) => path)).toEqual([['items', 1, 'id']]);
		const none = await schema.safeParseAsync({ items: {} });
		expect(none.error?.issues.map(({ path }) => path)).toEqual([['items']]);
	});

	it('of objects has an empty one in the place of what is none, but needs one', async () => {
		const objects = objectsOf(z.looseObject({ id: z.number().optional() }));
		expect(await objects.parseAsync([null, { id: 1 }, 'x'])).toEqual([{}, { id: 1 }, {}]);
		expect((await objects.safeParseAsync([null, 'x'])).success).toBe(false);
		expect(await objects.parseAsync([])).toEqual([]);
	});
});
