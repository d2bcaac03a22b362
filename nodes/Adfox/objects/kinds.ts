import { kindNames, type KindNames } from '../../shared/operations/object-resource';
import { banner } from '../catalogue/banner';
import { campaign, superCampaign } from '../catalogue/campaign';
import { inventoryLists, place, site, zone } from '../catalogue/inventory';
import type { Method } from '../catalogue/method';
import { advertiser } from '../catalogue/users';

/** What the editor can list. The methods are data of the catalogue. */
export interface Listed extends KindNames {
	readonly list: Method;
}

/** A kind of object that ADFOX keeps, and what can be done with it. */
export interface ObjectKind extends Listed {
	readonly add: Method;
	readonly modify: Method;
	readonly delete?: Method;
	/** The required parameter that an optional one makes superfluous. */
	readonly inherited?: { readonly name: string; readonly from: string };
}

function kind(one: string, methods: Omit<ObjectKind, keyof KindNames>): ObjectKind {
	return { ...kindNames(one), ...methods };
}

export const kinds = {
	advertiser: kind('advertiser', advertiser),
	banner: kind('banner', banner),
	// A campaign takes its advertiser from its super campaign (sheet 2.4).
	campaign: kind('campaign', {
		...campaign,
		inherited: { name: 'advertiserID', from: 'superCampaignID' },
	}),
	place: kind('place', place),
	site: kind('site', site),
	superCampaign: kind('super campaign', superCampaign),
	zone: kind('zone', zone),
};

/** Everything that has a picker: what is no object of its own is named by the objects that it belongs to. */
export const listed: readonly Listed[] = [
	...Object.values(kinds),
	{ ...kindNames('banner type'), list: inventoryLists.bannerType },
	{ ...kindNames('position'), list: inventoryLists.position },
];
