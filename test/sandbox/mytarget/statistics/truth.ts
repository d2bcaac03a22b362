import type { ObjectStore } from '../objects/object-store';

import { add, cellOf, noTotals, type Totals } from './sets';

// A global is slow to look up under jest; see `hash.ts`.
const { max, min } = Math;

/** What statistics are asked for. Campaigns and ad groups are the same records (3.17). */
export const OBJECT_TYPES = ['campaigns', 'ad_groups', 'ad_plans', 'banners', 'users'] as const;
export type ObjectType = (typeof OBJECT_TYPES)[number];

export function objectTypeOf(text: string): ObjectType {
	const found = OBJECT_TYPES.find((type) => type === text);
	if (found === undefined) throw new RangeError(`${text} is no object of statistics`);
	return found;
}

/** What is true in one account. Answers and tests read it from here and nowhere else. */
export class Truth {
	private index?: { version: number; banners: ReadonlyMap<string, readonly number[]> };
	private lifetimes?: { today: number; totals: Map<number, Totals> };
	/** Of an agency: its clients, whose accounts its token can count, too (3.19). */
	clients: (userId: number) => Truth | undefined = () => undefined;
	/** Kopecks of a banner on a day, besides those of its life. */
	private readonly more = new Map<string, number>();

	constructor(
		private readonly seed: number,
		private readonly objects: ObjectStore,
		private readonly userId: number,
	) {}

	reset(): void {
		this.more.clear();
	}

	/** The banner spends so much more on a day. */
	spend(bannerId: number, day: number, kopecks: number): void {
		const key = `${bannerId} ${day}`;
		this.more.set(key, (this.more.get(key) ?? 0) + kopecks);
	}

	/** Ids of a type in their order: deleted objects have statistics like any other. */
	ids(type: ObjectType): number[] {
		return type === 'users' ? [this.userId] : this.objects.all(type).map(({ id }) => id);
	}

	exists(type: ObjectType, id: number): boolean {
		if (type !== 'users') return this.objects.find(type, id) !== undefined;
		return id === this.userId || this.clients(id) !== undefined;
	}

	/** Sums of one object on one day; of nothing but zeros where it had no traffic. */
	day(type: ObjectType, id: number, day: number): Totals {
		const client = this.clientOf(type, id);
		if (client !== undefined) return client.day(type, id, day);
		const sums = noTotals();
		for (const bannerId of this.bannersOf(type, id)) {
			const life = this.objects.lifeOf(bannerId);
			const cell = life && cellOf(bannerId, life, day, this.seed);
			if (cell) add(sums, cell);
			sums.kopecks += this.more.get(`${bannerId} ${day}`) ?? 0;
		}
		return sums;
	}

	/** Sums of one object in a period, both ends included. */
	period(type: ObjectType, id: number, fromDay: number, toDay: number): Totals {
		const client = this.clientOf(type, id);
		if (client !== undefined) return client.period(type, id, fromDay, toDay);
		const sums = noTotals();
		for (const bannerId of this.bannersOf(type, id)) add(sums, this.bannerPeriod(bannerId, fromDay, toDay));
		return sums;
	}

	/** Sums of the whole life of an object, up to today (trap 47). */
	lifetime(type: ObjectType, id: number, today: number): Totals {
		const client = this.clientOf(type, id);
		if (client !== undefined) return client.lifetime(type, id, today);
		// A thousand days of every banner, and all levels ask for the same ones.
		if (this.lifetimes?.today !== today) this.lifetimes = { today, totals: new Map() };
		const { totals } = this.lifetimes;
		const sums = noTotals();
		for (const bannerId of this.bannersOf(type, id)) {
			const known = totals.get(bannerId) ?? this.bannerPeriod(bannerId, -Infinity, today);
			totals.set(bannerId, known);
			add(sums, known);
		}
		return sums;
	}

	private clientOf(type: ObjectType, id: number): Truth | undefined {
		return type === 'users' && id !== this.userId ? this.clients(id) : undefined;
	}

	private bannerPeriod(bannerId: number, fromDay: number, toDay: number): Totals {
		const sums = noTotals();
		const life = this.objects.lifeOf(bannerId);
		if (life === undefined) return sums;
		const last = min(toDay, life.last);
		for (let day = max(fromDay, life.first); day <= last; day++) {
			const cell = cellOf(bannerId, life, day, this.seed);
			if (cell) add(sums, cell);
		}
		return sums;
	}

	private bannersOf(type: ObjectType, id: number): readonly number[] {
		const kind = type === 'ad_groups' ? 'campaigns' : type;
		return this.banners.get(`${kind} ${id}`) ?? [];
	}

	/** Banner ids of every object. */
	private get banners(): ReadonlyMap<string, readonly number[]> {
		if (this.index?.version === this.objects.version) return this.index.banners;
		const banners = new Map<string, number[]>();
		const enter = (key: string, bannerId: number) => {
			const list = banners.get(key);
			if (list === undefined) banners.set(key, [bannerId]);
			else list.push(bannerId);
		};
		for (const { id, ad_group_id } of this.objects.all('banners')) {
			const groupId = ad_group_id as number;
			const planId = this.objects.find('ad_groups', groupId)?.ad_plan_id;
			enter(`banners ${id}`, id);
			enter(`campaigns ${groupId}`, id);
			if (typeof planId === 'number') enter(`ad_plans ${planId}`, id);
			enter(`users ${this.userId}`, id);
		}
		this.index = { version: this.objects.version, banners };
		return banners;
	}
}
