import { dayOf, dayText, timeText, SECONDS_PER_DAY } from '../frame/calendar';
import { below, fraction, mix, pick } from '../frame/hash';

/** A placement with what its rows are made from. */
export interface Placement {
	/** 1, 2, ...; number 0 stands for "no placement" in rows. */
	readonly number: number;
	readonly id: number;
	readonly name: string;
	/** YYYY-MM-DD HH:MM:SS */
	readonly created: string;
	/** The first day that can have rows. */
	readonly firstDay: number;
	readonly sourceId: number;
	readonly sourceName: string;
	readonly marketingId: number;
	readonly marketingName: string;
	readonly landingPage: string;
	/** Traffic against the average of 1. */
	readonly weight: number;
	/** Days of a cycle with impressions and its length; undefined for a placement that always runs. */
	readonly flight?: { readonly phase: number; readonly on: number; readonly cycle: number };
	/** The second creative of some placements has no id and no name (3.5: `MediaCreative` can be empty). */
	readonly creatives: readonly [Creative, Creative];
}

export interface Creative {
	readonly id: number;
	readonly name: string;
}

const SOURCES = [
	'Яндекс Директ',
	'VK Реклама',
	'Google Ads',
	'MTS Ads',
	'Между нами, медиа',
	'Telegram Ads',
] as const;
const FORMATS = [
	'Баннер 240x400',
	'Видео "Весна" 15"',
	'Карусель, мобильная',
	'Fullscreen',
	'Native',
] as const;
const TOPICS = ['Диваны, кресла', 'Кухни', 'ООО "Ромашка"', 'Распродажа', 'Brand'] as const;

/** Names and ids are invented; ids have gaps, so that a guessed id is usually wrong. */
export function createPlacements(count: number, seed: number): Placement[] {
	const earliest = dayOf('2022-01-01')!;
	return Array.from({ length: count }, (_, index) => {
		const state = mix(mix(seed, 0x91ace), index);
		const number = index + 1;
		const id = 12_345 + index * 3 + below(3, mix(state, 1));
		const firstDay = earliest + below(700, mix(state, 2));
		const source = below(SOURCES.length, mix(state, 3));
		const marketing = Math.floor(index / 12);
		return {
			number,
			id,
			name: `${pick(FORMATS, mix(state, 4))} / ${pick(TOPICS, mix(state, 5))} №${number}`,
			created: `${dayText(firstDay)} ${timeText(below(SECONDS_PER_DAY, mix(state, 6)))}`,
			firstDay,
			sourceId: source + 1,
			sourceName: SOURCES[source]!,
			marketingId: 678 + marketing,
			marketingName: `Кампания ${marketing + 1}`,
			landingPage: `https://shop.example/landing/${number}`,
			weight: 0.4 + 1.2 * fraction(mix(state, 7)),
			// Every third placement pauses for weeks: that is what `active` leaves out.
			...(index % 3 === 2 ? { flight: { phase: below(40, mix(state, 8)), on: 16, cycle: 40 } } : {}),
			creatives: [
				{ id: id * 10 + 1, name: `Креатив ${number}-1` },
				index % 5 === 4 ? { id: 0, name: '' } : { id: id * 10 + 2, name: `Креатив ${number}-2` },
			],
		};
	});
}

/** Whether a placement has impressions on a day. */
export function runsOn(placement: Placement, day: number): boolean {
	if (day < placement.firstDay) return false;
	const { flight } = placement;
	return flight === undefined || (day + flight.phase) % flight.cycle < flight.on;
}
