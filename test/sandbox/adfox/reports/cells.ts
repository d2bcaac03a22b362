import { dayOf } from '../../frame/calendar';
import { below, fraction, mix, mixText, pick } from '../../frame/hash';
import type { Account } from '../account';
import { textOf } from '../objects/collection';

// A global is slow to look up under jest; see `hash.ts`.
const { floor } = Math;

/** Days with traffic in a hundred, per banner. */
const TRAFFIC_PERCENT = 12;

/** A banner of the seed with what its traffic is made from. */
export interface Source {
	readonly banner: string;
	readonly campaign: string;
	readonly superCampaign: string;
	readonly advertiser: string;
	/** Where the banner is served. */
	readonly places: readonly { readonly place: string; readonly zone: string; readonly site: string }[];
	readonly firstDay: number;
	readonly lastDay: number;
	readonly state: number;
}

export const NO_SUMS = {
	loadsCommercial: 0,
	loadsDefault: 0,
	impressions: 0,
	clicksCommercial: 0,
	clicksDefault: 0,
};

/** Sums over the cells of a row. */
export type Sums = Record<keyof typeof NO_SUMS, number>;

/** What a banner got on a day, on one placement. */
export interface Cell extends Readonly<Sums> {
	readonly day: number;
	readonly source: Source;
	readonly place: Source['places'][number];
}

/** Objects that were created later have no traffic; what was renamed or deleted keeps it. */
export function sourcesOf(account: Account): Source[] {
	const { store, options } = account;
	const places = new Map<string, Source['places']>();
	for (const campaign of store.campaign.all()) {
		const id = textOf(campaign, 'ID');
		const served = store.place
			.all()
			.filter((place) => account.placements.isOn(id, 'place', textOf(place, 'ID')))
			.map((place) => ({
				place: textOf(place, 'ID'),
				zone: textOf(place, 'zoneID'),
				site: textOf(place, 'siteID'),
			}));
		places.set(id, served);
	}
	return store.banner
		.all()
		.map((banner) => {
			const campaign = store.campaign.get(textOf(banner, 'campaignID'));
			const id = textOf(campaign, 'ID');
			return {
				banner: textOf(banner, 'ID'),
				campaign: id,
				superCampaign: textOf(campaign, 'superCampaignID'),
				advertiser: textOf(campaign, 'advertiserID'),
				places: places.get(id) ?? [],
				firstDay: dayOf(textOf(banner, 'dateStart').slice(0, 10)) ?? 0,
				lastDay: dayOf(textOf(banner, 'dateEnd').slice(0, 10)) ?? Infinity,
				state: mixText(mix(options.seed, 0x7ac), textOf(banner, 'ID')),
			};
		})
		.filter((source) => source.places.length > 0);
}

/** By day, and in a day by banner. */
export function* cellsOf(sources: readonly Source[], fromDay: number, toDay: number): Generator<Cell, void> {
	for (let day = fromDay; day <= toDay; day++) {
		for (const source of sources) {
			if (day < source.firstDay || day > source.lastDay) continue;
			const state = mix(source.state, day);
			if (fraction(state) * 100 < TRAFFIC_PERCENT) yield cell(source, day, state);
		}
	}
}

function cell(source: Source, day: number, state: number): Cell {
	const loadsCommercial = 1 + below(5000, mix(state, 1));
	const impressions = floor(loadsCommercial * (0.7 + 0.3 * fraction(mix(state, 2))));
	const loadsDefault = below(40, mix(state, 3));
	return {
		day,
		source,
		place: pick(source.places, mix(state, 4)),
		loadsCommercial,
		loadsDefault,
		impressions,
		clicksCommercial: floor(impressions * 0.02 * fraction(mix(state, 5))),
		clicksDefault: floor(loadsDefault * 0.1 * fraction(mix(state, 6))),
	};
}
