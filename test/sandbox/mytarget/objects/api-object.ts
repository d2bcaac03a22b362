import type { Status } from '../accounts/user';

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
