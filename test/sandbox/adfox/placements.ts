import { below, mix, mixText, pick } from '../frame/hash';

import { textOf } from './objects/collection';
import type { Store } from './objects/store';

export const LEVELS = ['website', 'zone', 'place'] as const;
export type PlacementLevel = (typeof LEVELS)[number];

/** Where a placement is governed from: the section and the site of a place, the site of a section. */
const UPPER: Readonly<Record<PlacementLevel, readonly (readonly [PlacementLevel, string])[]>> = {
	website: [],
	zone: [['website', 'siteID']],
	place: [
		['zone', 'zoneID'],
		['website', 'siteID'],
	],
};

/** What is switched on where: a campaign, or a banner of it, on sites, in sections, on placements. */
export class Placements {
	private readonly switches = new Map<string, Map<string, boolean>>();

	constructor(
		private readonly store: Store,
		private readonly seed: number,
		private readonly created: ReadonlySet<string>,
	) {}

	/** Whether a switch says on, itself or above itself. */
	isOn(owner: string, level: PlacementLevel, id: string): boolean {
		return this.isSwitchedOn(owner, level, id) || this.isPlacedUpper(owner, level, id);
	}

	/** Whether the section or the site above is switched on already: the case of code -10 (sheet, 4.2). */
	isPlacedUpper(owner: string, level: PlacementLevel, id: string): boolean {
		const object = this.store[level].get(id);
		return UPPER[level].some(([upper, field]) => this.isSwitchedOn(owner, upper, textOf(object, field)));
	}

	switch(owner: string, level: PlacementLevel, id: string, isOn: boolean): void {
		this.of(owner).set(`${level} ${id}`, isOn);
	}

	private isSwitchedOn(owner: string, level: PlacementLevel, id: string): boolean {
		return this.of(owner).get(`${level} ${id}`) ?? false;
	}

	private of(owner: string): Map<string, boolean> {
		let switches = this.switches.get(owner);
		if (switches === undefined) {
			switches = this.first(owner);
			this.switches.set(owner, switches);
		}
		return switches;
	}

	/** Objects of the seed are on one or two sites, new ones on none: they have no traffic either. */
	private first(owner: string): Map<string, boolean> {
		const switches = new Map<string, boolean>();
		const row = this.store.campaign.get(owner) ?? this.store.banner.get(owner);
		const sites = this.store.website.all();
		if (this.created.has(owner) || row === undefined || sites.length === 0) return switches;
		const state = mixText(mix(this.seed, 0x0a7), textOf(row, 'campaignID') || owner);
		for (let index = 0; index <= below(2, state); index++) {
			switches.set(`website ${textOf(pick(sites, mix(state, index)), 'ID')}`, true);
		}
		return switches;
	}
}
