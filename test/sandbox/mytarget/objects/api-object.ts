export type Status = 'active' | 'blocked' | 'deleted';

/** A campaign, plan, group or banner with every field that can be asked for. */
export interface ApiObject {
	readonly id: number;
	readonly name: string;
	readonly status: Status;
	readonly [field: string]: unknown;
}

/** The lists of section 3.2 to 3.5. Campaigns and ad groups are the same records with the same ids (section 2). */
export type ResourceName = 'campaigns' | 'ad_plans' | 'ad_groups' | 'banners';

/** What is stored: each kind has ids of its own. */
export type Kind = 'plans' | 'groups' | 'banners';

export const KIND_OF: Readonly<Record<ResourceName, Kind>> = {
	campaigns: 'groups',
	ad_groups: 'groups',
	ad_plans: 'plans',
	banners: 'banners',
};

/** Moscow days on which a banner was shown. */
export interface Life {
	readonly first: number;
	/** Infinity: to this day. */
	readonly last: number;
	readonly weight: number;
}

/** Some of the open list of section 4.3. */
export const OBJECTIVES = [
	'reach',
	'traffic',
	'appinstalls',
	'videoviews',
	'storeproductssales',
	'socialengagement',
];

/** The id of a package by its place in the list of packages. */
export function packageIdOf(place: number): number {
	return 81 + place * 2;
}

const MOSCOW_MS = 3 * 3_600_000;

/** YYYY-MM-DD HH:MM:SS in Moscow (1.10). */
export function moscowText(time: number): string {
	return new Date(time + MOSCOW_MS).toISOString().slice(0, 19).replace('T', ' ');
}
