/** What statistics are asked for. Campaigns and ad groups are the same records (3.17). */
export const OBJECT_TYPES = ['campaigns', 'ad_groups', 'ad_plans', 'banners', 'users'] as const;
export type ObjectType = (typeof OBJECT_TYPES)[number];

export function objectTypeOf(text: string): ObjectType {
	const found = OBJECT_TYPES.find((type) => type === text);
	if (found === undefined) throw new RangeError(`${text} is no object of statistics`);
	return found;
}

/** Codes for ids that do not exist or are not accessible (3.17). */
export const WRONG_CODES: Readonly<Record<ObjectType, string>> = {
	campaigns: 'WRONG_CAMPAIGNS',
	ad_groups: 'WRONG_ADGROUPS',
	ad_plans: 'WRONG_ADPLANS',
	banners: 'WRONG_BANNERS',
	users: 'WRONG_USERS',
};
