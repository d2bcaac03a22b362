import { SECONDS_PER_DAY, dayAt, dayText, timeText } from '../frame/calendar';
import { below, mix, mixText, pick } from '../frame/hash';

import type { SentFile } from './classic/sent-parameters';
import { textOf } from './objects/collection';
import { createStore, type Kind, type Store } from './objects/store';
import type { AdfoxOptions } from './options';
import { sourcesOf, type Source } from './reports/cells';

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

const MOSCOW = 3;

/** A write that was carried out. */
export interface AdfoxWrite {
	object: string;
	action: string;
	actionObject?: string;
	/** As they were sent, those that the method does not know included; lists of parameters that were repeated. */
	parameters: Readonly<Record<string, string | readonly string[]>>;
	/** By the name of their part: the name of the file, its type, its bytes. */
	files?: Readonly<Record<string, SentFile>>;
	/** The objects that were created, changed or deleted. */
	ids: readonly string[];
}

/** The account of the token: its objects, and what was done to them. */
export class Account {
	/** Thousands of objects, which most tests of other platforms never look at. */
	private made: { readonly store: Store; readonly placements: Placements } | undefined;
	readonly writes: AdfoxWrite[] = [];
	private traffic: Source[] | undefined;
	/** Targeting by what it belongs to: `banner 1 targetingFrequency`. */
	readonly targetings = new Map<string, Readonly<Record<string, string>>>();
	/** The last day that reports have data for, YYYYMMDD; undefined: yesterday. */
	readyUntil: string | undefined;
	/** Objects that did not come from the seed: they are placed nowhere and have no traffic. */
	readonly created = new Set<string>();

	constructor(
		readonly options: AdfoxOptions,
		readonly now: () => number,
	) {}

	get store(): Store {
		return this.objects.store;
	}

	get placements(): Placements {
		return this.objects.placements;
	}

	/** The traffic that reports count. */
	get sources(): readonly Source[] {
		this.traffic ??= sourcesOf(this);
		return this.traffic;
	}

	/** To be called before a write: traffic is the seed's, whatever becomes of the objects. */
	fixTraffic(): void {
		this.traffic ??= sourcesOf(this);
	}

	/** As the seed has made it. The list of writes stays the same object. */
	reset(): void {
		this.made = undefined;
		this.traffic = undefined;
		this.readyUntil = undefined;
		this.created.clear();
		this.writes.length = 0;
		this.targetings.clear();
	}

	private get objects() {
		if (this.made === undefined) {
			const store = createStore(this.options);
			this.made = { store, placements: new Placements(store, this.options.seed, this.created) };
		}
		return this.made;
	}

	add(kind: Kind, fields: Parameters<Store[Kind]['add']>[0]): string {
		const id = this.store[kind].add(fields);
		this.created.add(id);
		return id;
	}

	/** Days are Moscow's (sheet, 5.2). */
	get today(): number {
		return dayAt(this.now(), MOSCOW);
	}

	/** YYYY-MM-DD HH:mm:ss in Moscow. */
	get timestamp(): string {
		const seconds = Math.floor(this.now() / 1000) + MOSCOW * 3600;
		return `${dayText(this.today)} ${timeText(seconds % SECONDS_PER_DAY)}`;
	}
}
