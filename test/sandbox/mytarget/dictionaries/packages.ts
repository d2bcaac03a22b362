import { below, mix, pick } from '../../frame/hash';
import { OBJECTIVES, packageIdOf } from '../objects/vocabulary';

/** Items of GET packages.json: all of them at once, no `count` (3.7). */
export function createPackages(count: number, seed: number): Record<string, unknown>[] {
	return Array.from({ length: count }, (_, place) => {
		const state = mix(mix(seed, 0x9ac), place);
		return {
			id: packageIdOf(place),
			name: `Пакет ${place + 1}: ${pick(['баннер', 'видео', 'карусель'], state)}`,
			description: 'Показы в соцсетях и проектах',
			status: place % 9 === 8 ? 'blocked' : 'active',
			created: '2019-02-01 12:00:00',
			updated: '2024-05-20 15:30:00',
			banner_format_id: 1 + below(40, mix(state, 1)),
			pads_tree_id: below(4, mix(state, 2)) * 131,
			price: '1.5',
			max_price_per_unit: '1000',
			max_uniq_shows_limit: 255,
			paid_event_type: pick([0, 1, 7], mix(state, 3)),
			priced_event_type: pick([0, 1, 1013], mix(state, 4)),
			objective: place % 7 === 6 ? [] : [pick(OBJECTIVES, mix(state, 5))],
			related_package_ids: [],
			url_types: { primary: [['external']] },
			flags: [],
		};
	});
}
