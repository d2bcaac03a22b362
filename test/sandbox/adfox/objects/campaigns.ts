import { dayOf, dayText } from '../../frame/calendar';
import { below, mix, pick } from '../../frame/hash';
import type { AdfoxOptions } from '../options';

import * as BLANK from './blank';
import { textOf, type AdfoxRow, type StoredRow } from './collection';
import type { Store } from './store';

const FIRST_DAY = dayOf('2023-01-01')!;
const TOPICS = ['Диваны, кресла', 'Кухни "под ключ"', 'Fish & Chips', 'Распродажа <50%>', 'Ёлки'] as const;
const FORMATS = [
	'Баннер 240x400',
	'Видео "Весна" 15"',
	'Карусель & текст',
	'Fullscreen',
	'Native <b>',
] as const;

/** Two campaigns of three belong to a super campaign; every third one has no end. */
export function createCampaigns(store: Store, { seed, superCampaigns, campaigns }: AdfoxOptions): void {
	const advertisers = ids(store.advertiser.all());
	const assistants = ids(store.assistant.all());
	for (let number = 1; number <= superCampaigns; number++) {
		const state = mix(mix(seed, 0x5ca), number);
		store.superCampaign.add({
			...BLANK.SUPER_CAMPAIGN,
			name: `Суперкампания ${number} - ${pick(TOPICS, mix(state, 1))}`,
			advertiserID: advertisers.length === 0 ? '' : pick(advertisers, mix(state, 2)),
			assistantID: number % 3 === 0 ? pick(assistants, mix(state, 3)) : '',
			status: String(below(3, mix(state, 4))),
			...period(state, number),
		});
	}
	const parents = ids(store.superCampaign.all());
	for (let number = 1; number <= campaigns; number++) {
		const state = mix(mix(seed, 0xca3), number);
		const parent = number % 3 === 0 || parents.length === 0 ? '' : pick(parents, mix(state, 5));
		const inherited = store.superCampaign.get(parent);
		const own = advertisers.length === 0 ? '' : pick(advertisers, mix(state, 2));
		store.campaign.add({
			...BLANK.CAMPAIGN,
			name: `Кампания ${number} - ${pick(TOPICS, mix(state, 1))}`,
			superCampaignID: parent,
			advertiserID: inherited === undefined ? own : textOf(inherited, 'advertiserID'),
			assistantID: textOf(inherited, 'assistantID'),
			status: String(below(3, mix(state, 4))),
			level: String(1 + below(10, mix(state, 6))),
			priority: String(1 + below(1000, mix(state, 7))),
			cpm: number % 4 === 0 ? '' : `${below(300, mix(state, 8))}.50`,
			maxImpressions: number % 5 === 0 ? '2147483647' : '',
			impressionsAll: String(below(9_000_000, mix(state, 9))),
			clicksAll: String(below(90_000, mix(state, 10))),
			...period(state, number),
			// Seen by some clients only: an element that is missing is not an empty one (3.2).
			...(number % 2 === 0 ? { outerMarkID: '0' } : {}),
		});
	}
}

function period(state: number, number: number): StoredRow {
	const start = FIRST_DAY + below(900, mix(state, 20));
	return {
		dateStart: `${dayText(start)} 00:00`,
		dateEnd: number % 3 === 0 ? '' : `${dayText(start + 200 + below(900, mix(state, 21)))} 00:00`,
		dateAdded: `${dayText(start - 5)} 11:00:00`,
	};
}

function ids(rows: readonly StoredRow[]): string[] {
	return rows.map((row) => textOf(row, 'ID'));
}

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
			...BLANK.BANNER,
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
