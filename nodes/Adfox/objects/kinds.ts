import { kindNames, type KindNames } from '../../shared/operations/object-resource';
import { banner } from '../catalogue/banner';
import { campaign, superCampaign } from '../catalogue/campaign';
import { inventoryLists, place, site, zone } from '../catalogue/inventory';
import type { Method } from '../catalogue/method';
import { advertiser } from '../catalogue/users';
import { names } from '../../shared/parameters/name-list-field';

/** What the editor can list. The methods are data of the catalogue. */
export interface Listed extends KindNames {
	readonly list: Method;
}

/** A kind of object that ADFOX keeps, and what can be done with it. */
export interface ObjectKind extends Listed {
	readonly add: Method;
	readonly modify: Method;
	readonly delete?: Method;
	/** What people set most, in the order of the editor. */
	readonly usual: readonly string[];
	/** What a row of it has, for people and for models that have the node as a tool. */
	readonly gives: string;
	/** "getSuperCampaigns", the node's method behind the list to choose several from. */
	readonly load: string;
	/** The required parameter that an optional one makes superfluous. */
	readonly inherited?: { readonly name: string; readonly from: string };
}

function kind(
	one: string,
	usual: string,
	own: Omit<ObjectKind, keyof KindNames | 'load' | 'usual'>,
): ObjectKind {
	const called = kindNames(one);
	return { ...called, ...own, usual: names(usual), load: called.search.replace('search', 'get') };
}

const STATUS = 'status (0 active, 1 paused, 2 completed)';
const COUNTS = 'impressions and clicks of this hour, of today and in all';

const LIMITED = 'maxImpressions maxImpressionsPerDay maxClicks maxClicksPerDay';

export const kinds = {
	advertiser: kind('advertiser', 'account eMail company firstName lastName phone', {
		...advertiser,
		gives: 'ID, account, company, first and last name, eMail, phone and address',
	}),
	banner: kind('banner', `name status dateStart dateEnd priority ${LIMITED} hitURL imageURL trackingURL`, {
		...banner,
		gives: `ID, name, campaignID, ${STATUS}, priority, dates, limits, URLs, ${COUNTS}`,
	}),
	// A campaign takes its advertiser from its super campaign (sheet 2.4).
	campaign: kind(
		'campaign',
		`name status dateStart dateEnd level priority ${LIMITED} kind_id cpm superCampaignID`,
		{
			...campaign,
			inherited: { name: 'advertiserID', from: 'superCampaignID' },
			gives: `ID, name, superCampaignID, advertiserID, ${STATUS}, level, priority, cpm, cpc, dates, limits, ${COUNTS}`,
		},
	),
	place: kind('place', 'name positionID categoryID', {
		...place,
		gives:
			'a slot for ads with its ID and name, and its position, zone, site, category and banner type, each by ID and name',
	}),
	site: kind('site', 'name url categoryID', {
		...site,
		gives: 'ID, name, URL, owner (webmaster), category, and loads, impressions and clicks of today',
	}),
	superCampaign: kind('super campaign', `name status dateStart dateEnd ${LIMITED}`, {
		...superCampaign,
		gives: `ID, name, advertiserID, ${STATUS}, dates and limits`,
	}),
	zone: kind('zone', 'name categoryID', {
		...zone,
		gives: 'a section of a site with its ID and name, and its site and category, each by ID and name',
	}),
};

/** Whether it can be started, paused and ended. */
export function hasStatus({ modify }: ObjectKind): boolean {
	return modify.parameters.some(({ name }) => name === 'status');
}

/** Everything that has a picker: what is no object of its own is named by the objects that it belongs to. */
export const listed: readonly Listed[] = [
	...Object.values(kinds),
	{ ...kindNames('banner type'), list: inventoryLists.bannerType },
	{ ...kindNames('position'), list: inventoryLists.position },
];
