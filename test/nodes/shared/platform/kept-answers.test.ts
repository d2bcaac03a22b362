import { expect, it } from '@jest/globals';

import { KeptAnswers } from '../../../../nodes/shared/platform/kept-answers';

function asking() {
	let now = 0;
	let asked = 0;
	const kept = new KeptAnswers<number>(1000, { now: () => now });
	return {
		at: async (time: number, account: string, failure?: Error) => {
			now = time;
			return kept.get([account], async () => {
				asked++;
				return failure === undefined ? Promise.resolve(asked) : Promise.reject(failure);
			});
		},
		asked: () => asked,
	};
}

it('an answer is kept for its time, each account has its own', async () => {
	const { at } = asking();
	expect([await at(0, 'a'), await at(1, 'b'), await at(999, 'a')]).toEqual([1, 2, 1]);
	expect([await at(1000, 'a'), await at(1000, 'b'), await at(1001, 'b')]).toEqual([3, 2, 4]);
});

it('is asked for once by those who ask at the same time', async () => {
	const { at, asked } = asking();
	expect(await Promise.all([at(0, 'a'), at(0, 'a')])).toEqual([1, 1]);
	expect(asked()).toBe(1);
});

it('a failure is not kept', async () => {
	const { at } = asking();
	await expect(at(0, 'a', new Error('no'))).rejects.toThrow('no');
	expect(await at(0, 'a')).toBe(2);
});

it('of more than a hundred accounts the one asked longest ago is forgotten', async () => {
	const { at, asked } = asking();
	for (let account = 0; account < 100; account++) await at(0, String(account));
	await at(0, '0');
	expect(asked()).toBe(100);
	await at(0, 'another');
	await at(0, '1');
	expect(asked()).toBe(101);
	await at(0, '0');
	expect(asked()).toBe(102);
});
