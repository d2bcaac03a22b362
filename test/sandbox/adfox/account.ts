import { dayAt, dayText, SECONDS_PER_DAY, timeText } from '../frame/calendar';

import { createStore, type Kind, type Store } from './objects/store';
import type { AdfoxOptions } from './options';
import { Placements } from './placements';
import { sourcesOf, type Source } from './reports/cells';

const MOSCOW = 3;

/** A write that was carried out. */
export interface AdfoxWrite {
	object: string;
	action: string;
	actionObject?: string;
	/** As they were sent, those that the method does not know included; lists of parameters that were repeated. */
	parameters: Readonly<Record<string, string | readonly string[]>>;
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
