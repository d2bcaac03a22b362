import { describe, expect, it } from '@jest/globals';

import type { YandexPromoPagesApi } from '../../../../nodes/YandexPromoPages/api';
import { campaignsOf } from '../../../../nodes/YandexPromoPages/trigger/campaigns';
import type { Look, Mark } from '../../../../nodes/shared/trigger/event';

/** Each of three publishers has one campaign. */
const api = {
	permissions: async () =>
		Promise.resolve(['c', 'a', 'b'].map((id) => ({ canRead: true, publisher: { id, name: id } }))),
	campaignsPage: async (publisherId: string) =>
		Promise.resolve({ campaigns: [{ id: `of ${publisherId}` }], hasNextPage: false }),
};

/** What one look tells. */
async function looked(mark?: Mark) {
	const told: unknown[] = [];
	const look = {
		...{ api: api as unknown as YandexPromoPagesApi, mark, observe: () => undefined },
		enter: (group: string) => told.push(['enter', group]),
		leave: (at: Mark | undefined) => told.push(['leave', at]),
		reachedEnd: (hasSeenAll: boolean) => told.push(['end', hasSeenAll]),
	} as unknown as Look<YandexPromoPagesApi>;
	for await (const page of campaignsOf(look, undefined, ({ id }) => [{ id }])) told.push(page);
	return told;
}

describe('a look at the campaigns of several publishers', () => {
	it('leaves where the next publisher begins, in an order that the next look has as well', async () => {
		expect(await looked()).toEqual([
			...[['enter', 'a'], [{ publisherId: 'a', id: 'of a' }], ['leave', { publisherId: 'b' }]],
			...[['enter', 'b'], [{ publisherId: 'b', id: 'of b' }], ['leave', { publisherId: 'c' }]],
			...[['enter', 'c'], [{ publisherId: 'c', id: 'of c' }], ['leave', undefined]],
			...[
				['leave', undefined],
				['end', true],
			],
		]);
	});

	it('goes on where the one before had to end, and has not seen all by itself then', async () => {
		const whole = await looked();
		expect(await looked({ publisherId: 'b' })).toEqual([...whole.slice(3, -1), ['end', false]]);
	});
});
