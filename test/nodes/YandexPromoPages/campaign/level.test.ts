import { describe, expect, it } from '@jest/globals';

import { levelRows, withFlags } from '../../../../nodes/YandexPromoPages/campaign/level';

const campaign = {
	id: 'c1',
	title: 'Spring',
	publications: [
		{ id: 'p1', title: 'Text', isDeleted: true, previews: [{ id: 'p1', title: 'Cover' }, { id: 'p2' }] },
		{ id: 'p3', isDisabled: true, previews: null },
	],
};

describe('the rows of a campaign', () => {
	it('are itself, its publications or their previews', () => {
		expect(levelRows(campaign, 'campaigns')).toEqual([campaign]);
		expect(levelRows(campaign, 'publications')).toStrictEqual([
			{ campaignId: 'c1', campaignTitle: 'Spring', id: 'p1', title: 'Text', isDeleted: true },
			{ campaignId: 'c1', campaignTitle: 'Spring', id: 'p3', isDisabled: true },
		]);
		const keys = { campaignId: 'c1', campaignTitle: 'Spring', publicationId: 'p1', publicationTitle: 'Text' };
		expect(levelRows(campaign, 'previews')).toStrictEqual([
			{ ...keys, id: 'p1', title: 'Cover' },
			{ ...keys, id: 'p2' },
		]);
	});

	it('have a title where nobody gave one, and are none where it has none', () => {
		const bare = { id: 'c1', publications: [{ id: 'p1', previews: [{ id: 'p1' }] }] };
		expect(levelRows(bare, 'previews')).toStrictEqual([
			{ campaignId: 'c1', campaignTitle: null, publicationId: 'p1', publicationTitle: null, id: 'p1' },
		]);
		for (const publications of [undefined, null, []])
			for (const level of ['publications', 'previews'] as const)
				expect(levelRows({ id: 'c1', publications }, level)).toEqual([]);
	});
});

it('what the platform leaves out is false, at all levels', () => {
	const flags = { isDisabled: false, isDeleted: false };
	expect(withFlags(campaign)).toStrictEqual({
		...campaign,
		isArchived: false,
		publications: [
			{
				...{ id: 'p1', title: 'Text', isDisabled: false, isDeleted: true },
				previews: [
					{ id: 'p1', title: 'Cover', ...flags },
					{ id: 'p2', ...flags },
				],
			},
			{ id: 'p3', isDisabled: true, isDeleted: false, previews: undefined },
		],
	});
	expect(withFlags({ id: 'c1', isArchived: true, publications: null })).toStrictEqual({
		...{ id: 'c1', isArchived: true, publications: undefined },
	});
});
