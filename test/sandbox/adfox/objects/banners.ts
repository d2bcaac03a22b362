import { below, mix, pick } from '../../frame/hash';
import type { AdfoxOptions } from '../options';

import { BLANK_BANNER } from './blank';
import { textOf, type AdfoxRow, type StoredRow } from './row';
import type { Store } from './store';

const FORMATS = [
	'Баннер 240x400',
	'Видео "Весна" 15"',
	'Карусель & текст',
	'Fullscreen',
	'Native <b>',
] as const;

export function createBanners(store: Store, { seed, banners }: AdfoxOptions): void {
	const campaigns = store.campaign.all();
	const templates = store.template.all();
	const bannerTypes = store.bannerType.all();
	if (campaigns.length === 0) return;
	for (let number = 1; number <= banners; number++) {
		const state = mix(mix(seed, 0xba), number);
		const campaign = campaigns[(number - 1) % campaigns.length]!;
		const template = pick(templates, mix(state, 1));
		store.banner.add({
			...BLANK_BANNER,
			name: `${pick(FORMATS, mix(state, 2))} №${number}`,
			campaignID: textOf(campaign, 'ID'),
			bannerTypeID: textOf(pick(bannerTypes, mix(state, 3)), 'ID'),
			status: String(below(3, mix(state, 4))),
			isUnplaced: String(Number(number % 11 === 0)),
			priority: String(1 + below(1000, mix(state, 5))),
			impressions: String(below(900_000, mix(state, 6))),
			clicks: String(below(9000, mix(state, 7))),
			templateID: textOf(template, 'id'),
			hitURL: `https://shop.example/?banner=${number}&from=adfox`,
			impressionCode: number % 7 === 0 ? '<VAST version="3.0"><Ad id="1"/></VAST>' : '',
			dateStart: textOf(campaign, 'dateStart'),
			dateEnd: textOf(campaign, 'dateEnd'),
			dateAdded: textOf(campaign, 'dateAdded'),
			...templateParameters(template, (index) => (index % 2 === 0 ? `значение ${index}` : '')),
		});
	}
}

/**
 * The variables of a template: `parameterN` and its name, N counted from 1; those that the template does not have are
 * missing (sheet, 3.2).
 */
export function templateParameters(
	template: AdfoxRow | undefined,
	value: (index: number) => string = () => '',
): StoredRow {
	const parameters = template?.userParameters;
	const fields: StoredRow = {};
	if (!Array.isArray(parameters)) return fields;
	for (const [index, parameter] of (parameters as readonly AdfoxRow[]).entries()) {
		fields[`parameter${index + 1}`] = value(index);
		fields[`parameter${index + 1}Name`] = textOf(parameter, 'name');
	}
	return fields;
}
