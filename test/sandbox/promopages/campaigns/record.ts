/** A campaign as GET /campaigns gives it (3.1). Booleans are missing where they are not true. */
export interface Campaign {
	id: string;
	title: string;
	type: string;
	strategy: Strategy;
	targeting: Targeting;
	/** YYYY-MM-DDThh:mm:ssZ, like `end`. */
	start?: string;
	end?: string;
	isArchived?: boolean;
	publications: Publication[];
}

export interface Strategy {
	name: string;
	maxDailyMoney?: number;
	maxMoney?: number;
	fullReadCost?: number;
	fullViewCost?: number;
	impressionCost?: number;
	cpm?: number;
	clickoutCost?: number;
	reachFrequency?: number;
}

export interface Targeting {
	geo?: { id: number; name: string }[];
	os?: string[];
	gender?: string[];
	age?: string[];
	/** Undocumented (trap 43). */
	placements?: string[];
}

export interface Publication {
	id: string;
	type: string;
	title?: string;
	isDisabled?: boolean;
	isDeleted?: boolean;
	previews?: Preview[];
}

export interface Preview {
	/** Often that of the publication, or of a cover of another publication (trap 19). */
	id: string;
	title: string;
	type?: string;
	imageId?: string;
	imageUrl?: string;
	isDisabled?: boolean;
	isDeleted?: boolean;
}

/** A campaign with what its rows are made from. */
export interface CampaignRecord {
	/** Different for every campaign of the account. */
	readonly number: number;
	readonly campaign: Campaign;
	/** In milliseconds: `start` is this without them; of a campaign that never started, when it was made. */
	readonly startedAt: number;
	/** Moscow days that can have rows; undefined for a campaign that has none. */
	readonly days?: { readonly first: number; readonly last: number };
	/** Traffic against the average of 1. */
	readonly weight: number;
}

/** Closed lists of section 4. */
export const CAMPAIGN_TYPES = ['article', 'video', 'post', 'gallery'] as const;
export const STRATEGIES = ['cpm', 'full_read', 'full_view', 'clickout', 'daily_budget'] as const;
export const DEVICES = ['desktop', 'ios', 'android'] as const;
export const GENDERS = ['m', 'f'] as const;
export const AGES = ['0_17', '18_24', '25_34', '35_44', '45_54', '55_99'] as const;

/** Booleans as they are sent: true ones, the others are missing (3.1, conclusion). */
export function flags<Name extends string>(
	values: Readonly<Record<Name, boolean>>,
): Partial<Record<Name, true>> {
	const sent: Partial<Record<Name, true>> = {};
	for (const name of Object.keys(values) as Name[]) if (values[name]) sent[name] = true;
	return sent;
}
