import { expect, it } from '@jest/globals';

import { campaignPage } from '../../../../nodes/YandexPromoPages/campaign/read';

const campaigns = [{ id: 'a1' }];

it.each([
	[{}, undefined],
	[{ hasNextPage: false, pageLastId: 'a1' }, undefined],
	[{ pageLastId: 'a1' }, undefined],
	[{ hasNextPage: true, pageLastId: 'b7' }, 'b7'],
])('a page with %j goes on at %p', (more, next) => {
	expect(campaignPage({ campaigns, ...more })).toEqual({ rows: campaigns, next });
});

it.each([{}, { pageLastId: '' }, { pageLastId: null }])(
	'a page that promises more with %j is no last one',
	(more) => {
		expect(() => campaignPage({ campaigns, hasNextPage: true, ...more })).toThrow(
			'Yandex PromoPages promised more campaigns without saying where they begin.',
		);
	},
);
