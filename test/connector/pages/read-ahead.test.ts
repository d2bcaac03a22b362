import { describe, expect, it } from '@jest/globals';

import { readAhead } from '../../../connector/pages';
import type { Page } from '../../../connector/rows';
import { settle } from '../../support/fake-clock';

/** Pages of one row each; `log` tells when they are asked for. */
async function* numbered(count: number, log: string[], failsAt = Infinity): AsyncGenerator<Page> {
	for (let id = 1; id <= count; id++) {
		log.push(`ask ${id}`);
		await Promise.resolve();
		if (id === failsAt) throw new Error(`page ${id}`);
		yield [{ id }];
	}
}

describe('readAhead', () => {
	it('hands on every page in its order', async () => {
		const ids: unknown[] = [];
		for await (const page of readAhead(numbered(5, []))) ids.push(...page.map(({ id }) => id));
		expect(ids).toEqual([1, 2, 3, 4, 5]);
	});

	it('asks for one page more than was handed on, and for no further one', async () => {
		const log: string[] = [];
		const pages = readAhead(numbered(5, log));
		await settle();
		expect(log).toEqual([]);
		await pages.next();
		await settle();
		expect(log).toEqual(['ask 1', 'ask 2']);
		await pages.next();
		await settle();
		expect(log).toEqual(['ask 1', 'ask 2', 'ask 3']);
		await pages.return(undefined);
	});

	it('fails with the error of a page after the rows before it', async () => {
		const pages = readAhead(numbered(5, [], 2));
		expect(await pages.next()).toEqual({ done: false, value: [{ id: 1 }] });
		// The second page has failed by now; nobody has asked for it.
		await settle();
		await expect(pages.next()).rejects.toThrow('page 2');
	});

	it('closes its source when nobody reads on, without waiting for the page that is under way', async () => {
		let closed = false;
		let answer = (): void => {};
		async function* slow(): AsyncGenerator<Page> {
			try {
				yield [{ id: 1 }];
				await new Promise<void>((resolve) => (answer = resolve));
				yield [{ id: 2 }];
			} finally {
				closed = true;
			}
		}
		const pages = readAhead(slow());
		await pages.next();
		await pages.return(undefined);
		expect(closed).toBe(false);
		answer();
		await settle();
		expect(closed).toBe(true);
	});
});
