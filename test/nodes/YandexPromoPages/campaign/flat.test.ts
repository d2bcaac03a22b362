import { describe, expect, it } from '@jest/globals';

import { flat } from '../../../../nodes/YandexPromoPages/campaign/flat';

describe('a flat campaign', () => {
	it('has strategy and targeting in columns, lists with commas, and no publications', () => {
		const campaign = {
			...{ id: 'c1', title: 'Spring', isArchived: false },
			strategy: { name: 'cpm', cpm: 77.5, reachFrequency: null },
			targeting: {
				geo: [{ id: 225, name: 'Россия' }, { id: 2, name: 'Санкт-Петербург' }, { id: 213 }],
				...{ os: ['desktop', 'ios'], gender: [], age: ['0_17'] },
			},
			publications: [{ id: 'p1' }],
		};
		expect(flat(campaign)).toStrictEqual({
			...{ id: 'c1', title: 'Spring', isArchived: false },
			...{ strategy_name: 'cpm', strategy_cpm: 77.5, strategy_reachFrequency: null },
			targeting_geo: 'Россия, Санкт-Петербург, 213',
			...{ targeting_os: 'desktop, ios', targeting_gender: '', targeting_age: '0_17' },
		});
		expect(Object.keys(flat(campaign))).toEqual([
			...['id', 'title', 'isArchived', 'strategy_name', 'strategy_cpm', 'strategy_reachFrequency'],
			...['targeting_geo', 'targeting_os', 'targeting_gender', 'targeting_age'],
		]);
	});

	it('keeps what has another form', () => {
		const odd = { id: 'c1', strategy: 'cpm', targeting: null, more: { a: [1] } };
		expect(flat(odd)).toStrictEqual(odd);
		const targeting = { geo: [{}], placements: [['a']], os: 'ios', mixed: ['a', null] };
		expect(flat({ id: 'c1', targeting })).toStrictEqual({
			id: 'c1',
			...{ targeting_geo: [{}], targeting_placements: [['a']], targeting_os: 'ios' },
			targeting_mixed: ['a', null],
		});
	});
});
