import { describe, expect, it } from '@jest/globals';

import { PageGuard } from '../../../connector/pages/guards';
import type { Page, Row, RowSource } from '../../../connector/rows';
import { equalRows, numbered, page } from './listing';

/** Lets the guard see pages one after the other. */
async function check(...pages: readonly Page[]): Promise<void> {
	const guard = new PageGuard();
	for (const one of pages) await guard.check(one, true);
}

const view: Row = { InteractionType: 'View' };
const click: Row = { InteractionType: 'Click' };

/** Views with one click among them. */
const rare = (rows: number): Page => equalRows(rows).with(rows / 2, click);

/** Views and clicks by turns: a bit of evidence for each row. */
const byTurns = (rows: number): Page =>
	Array.from({ length: rows }, (_, index) => (index % 2 === 0 ? click : view));

const withoutIds = (rows: Page): Page => rows.map(({ id }) => ({ position: id }));

describe('PageGuard', () => {
	it.each([
		['a hundred different rows', numbered(100)],
		['ten different rows', numbered(10)],
		['objects with ids, however few', page(1, 2)],
		['one object with an id', [{ ID: '7', name: 'Seven' }]],
		['objects of which one alone has an id', [{ name: 'One' }, { id: 2 }]],
		['objects with the id 0', [{ id: 0 }, { name: 'One' }]],
		[
			'two kinds of rows, well mixed',
			Array.from({ length: 100 }, (_, index) => (index % 3 === 0 ? click : view)),
		],
		['just enough rows of two kinds', byTurns(30)],
	])('takes the same page again for a repeat, with %s', async (_name, rows) => {
		await expect(check(rows, [...rows])).rejects.toThrow(/same page/);
	});

	it.each([
		['one value only, however many', equalRows(10_000)],
		['few rows', withoutIds(page(1, 2, 3))],
		['one row', withoutIds(page(1))],
		['just too few rows of two kinds', byTurns(28)],
		['rows whose id is empty', [{ id: null }, { ID: '' }, { id: undefined }]],
		['one value and a rare other, which falls on the same place now and then', rare(1000)],
	])('T25: takes an equal page for chance, with %s', async (_name, rows) => {
		await expect(check(rows, [...rows], [...rows])).resolves.toBeUndefined();
	});

	it.each([
		['one row differs', numbered(100), [...numbered(99), { id: 'other' }]],
		['the order differs', numbered(100), numbered(100).reverse()],
		['it is shorter', numbered(100), numbered(99)],
		['a value has another type', numbered(100), numbered(100).map(({ id }) => ({ id: String(id) }))],
	])('does not take a page for a repeat when %s', async (_name, first, second) => {
		await expect(check(first, second)).resolves.toBeUndefined();
	});

	it('refuses an empty page that promises more, and lets one pass that does not', async () => {
		await expect(new PageGuard().check([], true)).rejects.toThrow(/promised more/);
		await new PageGuard().check([], false);
	});

	it('discards the page before when it has compared it, and no other', async () => {
		const done: string[] = [];
		const source = (name: string): RowSource => ({
			isEmpty: false,
			pages: () => [[{ name }]],
			equals: async () => {
				done.push(`${name} is compared`);
				return Promise.resolve(false);
			},
			discard: () => {
				done.push(`${name} is discarded`);
			},
		});
		const guard = new PageGuard();
		for (const name of ['first', 'second', 'third']) await guard.check(source(name), true);
		expect(done).toEqual([
			'second is compared',
			'first is discarded',
			'third is compared',
			'second is discarded',
		]);
	});

	it('refuses a listing that never ends', async () => {
		const guard = new PageGuard(1000);
		// Of different lengths, which is the cheapest way to differ.
		const pages = [page(1), page(1, 2)];
		for (let read = 0; read < 1000; read++) await guard.check(pages[read % 2]!, true);
		await expect(guard.check(page(3), true)).rejects.toThrow(/never stops/);
	});
});
