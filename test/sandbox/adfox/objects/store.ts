import type { AdfoxOptions } from '../options';

import { createBanners, createCampaigns } from './campaigns';
import { Collection, textOf, type AdfoxRow, type StoredRow } from './collection';
import { createDictionaries, createUsers } from './dictionaries';
import { createInventory } from './inventory';

const KINDS = [
	'superCampaign',
	'campaign',
	'banner',
	'advertiser',
	'webmaster',
	'assistant',
	'website',
	'zone',
	'place',
	'position',
	'bannerType',
	'category',
	'contractor',
	'contract',
	'targetingProfile',
	'tracingPoint',
	'template',
] as const;

export type Kind = (typeof KINDS)[number];
export type Store = Readonly<Record<Kind, Collection>>;

/** The account as the seed makes it. */
export function createStore(options: AdfoxOptions): Store {
	const collections = KINDS.map((kind): [Kind, Collection] => [
		kind,
		new Collection(kind, options.seed, kind === 'template' ? 'id' : 'ID'),
	]);
	const store = Object.fromEntries(collections) as Record<Kind, Collection>;
	createUsers(store, options);
	createDictionaries(store, options);
	createInventory(store, options);
	createCampaigns(store, options);
	createBanners(store, options);
	return store;
}

/** Fields that repeat a field of another object: `[field, field with the id, kind, field there]`. */
const JOINS: Partial<Record<Kind, readonly (readonly [string, string, Kind, string])[]>> = {
	superCampaign: [
		['advertiserAccount', 'advertiserID', 'advertiser', 'account'],
		['assistantAccount', 'assistantID', 'assistant', 'account'],
	],
	campaign: [
		['superCampaignName', 'superCampaignID', 'superCampaign', 'name'],
		['advertiserAccount', 'advertiserID', 'advertiser', 'account'],
		['assistantAccount', 'assistantID', 'assistant', 'account'],
	],
	banner: [
		['campaignName', 'campaignID', 'campaign', 'name'],
		['campaignDateStart', 'campaignID', 'campaign', 'dateStart'],
		['campaignDateEnd', 'campaignID', 'campaign', 'dateEnd'],
		['bannerTypeName', 'bannerTypeID', 'bannerType', 'name'],
		['targetingProfileName', 'targetingProfileID', 'targetingProfile', 'name'],
		['templateName', 'templateID', 'template', 'name'],
	],
	website: [
		['webmasterAccount', 'webmasterID', 'webmaster', 'account'],
		['categoryName', 'categoryID', 'category', 'name'],
	],
	zone: [
		['siteName', 'siteID', 'website', 'name'],
		['categoryName', 'categoryID', 'category', 'name'],
	],
	place: [
		['positionName', 'positionID', 'position', 'name'],
		['zoneName', 'zoneID', 'zone', 'name'],
		['siteName', 'siteID', 'website', 'name'],
		['categoryName', 'categoryID', 'category', 'name'],
		['bannerTypeName', 'bannerTypeID', 'bannerType', 'name'],
	],
};

/** An object as a list gives it now. */
export function rowOf(store: Store, kind: Kind, stored: StoredRow): AdfoxRow {
	const joined: Record<string, string> = {};
	for (const [field, idField, otherKind, otherField] of JOINS[kind] ?? []) {
		joined[field] = textOf(store[otherKind].get(textOf(stored, idField)), otherField);
	}
	return { ...stored, ...joined };
}

export function rowsOf(store: Store, kind: Kind): AdfoxRow[] {
	return store[kind].all().map((stored) => rowOf(store, kind, stored));
}
