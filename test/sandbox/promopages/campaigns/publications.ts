import { below, hex, mix } from '../../frame/hash';
import { flags } from '../flags';

import type { Preview, Publication } from './record';

const HEADLINES = [
	'Как выбрать диван, если кот против',
	'«Кухня» за 3 дня: правда ли это?',
	'10 идей;\nкоторые "работают"',
	'Pioneer SDA-80TAB — обзор',
];

/** A cover that several publications of one campaign share; its id is no key either (trap 19). */
const SHARED_COVER = 0xc0;

/**
 * The publications of a campaign. Two neighbouring campaigns can have one in common, as the example and the campaign
 * before it have.
 */
export function publicationsOf(index: number, type: string, pool: number, state: number): Publication[] {
	const first = Math.floor(index / 2) * 4 + (index % 2) * 2;
	return Array.from({ length: 1 + below(3, mix(state, 1)) }, (_, position) => {
		const own = mix(pool, first + position);
		const id = `5d67${hex(20, own)}`;
		const hasTitle = below(3, mix(own, 2)) === 0;
		const hasPreviews = below(11, mix(own, 3)) > 0;
		return {
			id,
			type,
			...(hasTitle && { title: `Публикация ${first + position + 1}` }),
			...flags({
				isDisabled: below(5, mix(mix(state, 4), position)) === 0,
				isDeleted: below(9, mix(own, 5)) === 0,
			}),
			...(hasPreviews && { previews: previewsOf(id, own, mix(state, SHARED_COVER)) }),
		};
	});
}

function previewsOf(publicationId: string, own: number, shared: number): Preview[] {
	const ids = [publicationId, `5cad${hex(20, shared)}`, `5cae${hex(20, own)}`];
	return ids.slice(0, 1 + below(3, mix(own, 6))).map((id, position) => {
		const state = mix(mix(own, 7), position);
		const imageId = hex(24, mix(state, 1));
		const imageUrl = `https://avatars.example/get-zen_doc/119173/pub_${publicationId}_${imageId}/orig`;
		return {
			id,
			title: HEADLINES[below(HEADLINES.length, mix(state, 2))]!,
			...(below(4, mix(state, 3)) === 0 && { type: 'image' }),
			...(below(2, mix(state, 4)) === 0 && { imageId, imageUrl }),
			...flags({ isDisabled: below(6, mix(state, 5)) === 0, isDeleted: below(10, mix(state, 6)) === 0 }),
		};
	});
}
