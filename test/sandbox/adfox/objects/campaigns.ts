import { dayOf, dayText } from '../../frame/calendar';
import { below, mix, pick } from '../../frame/hash';
import type { AdfoxOptions } from '../options';

import { BLANK_CAMPAIGN, BLANK_SUPER_CAMPAIGN } from './blank';
import { textOf, type StoredRow } from './row';
import type { Store } from './store';

const FIRST_DAY = dayOf('2023-01-01')!;
const TOPICS = ['Диваны, кресла', 'Кухни "под ключ"', 'Fish & Chips', 'Распродажа <50%>', 'Ёлки'] as const;

/** Two campaigns of three belong to a super campaign; every third one has no end. */
export function createCampaigns(store: Store, { seed, superCampaigns, campaigns }: AdfoxOptions): void {
	const advertisers = ids(store.advertiser.all());
	const assistants = ids(store.assistant.all());
	for (let number = 1; number <= superCampaigns; number++) {
		const state = mix(mix(seed, 0x5ca), number);
		store.superCampaign.add({
			...BLANK_SUPER_CAMPAIGN,
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
			...BLANK_CAMPAIGN,
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
