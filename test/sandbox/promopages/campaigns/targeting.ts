import { below, mix } from '../../frame/hash';

import { AGES, DEVICES, GENDERS } from './enumerations';
import type { Targeting } from './record';

const REGIONS = [
	{ id: 225, name: 'Россия' },
	{ id: 213, name: 'Москва' },
	{ id: 2, name: 'Санкт-Петербург' },
	{ id: 10_174, name: 'Санкт-Петербург и Ленинградская область' },
];

/** Any part of it can be missing, all of them too; what that means is not said (section "Unknown"). */
export function targetingOf(state: number, undocumented: boolean): Targeting {
	const has = (part: number) => below(5, mix(state, part)) > 0;
	const some = <T>(list: readonly T[], part: number) => list.slice(below(list.length, mix(state, part)));
	if (below(12, mix(state, 10)) === 0) return {};
	return {
		...(has(1) && { geo: some(REGIONS, 5).map((region) => ({ ...region })) }),
		...(has(2) && { os: some(DEVICES, 6) }),
		...(has(3) && { gender: some(GENDERS, 7) }),
		...(has(4) && { age: some(AGES, 8) }),
		...(undocumented && below(9, mix(state, 9)) === 0 && { placements: ['zen', 'rsya'] }),
	};
}
