import type { ILoadOptionsFunctions, INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';

import { noLimit } from '../../../connector/pages';
import type { Row } from '../../../connector/rows';
import { fromAccount } from '../../shared/editor/editor-api';
import { searchedPage } from '../../shared/editor/options';
import { adfox } from '../platform';
import type { AdfoxApi } from '../api';
import type { Method } from '../catalogue';
import { banner } from '../catalogue/banner';
import { campaign, superCampaign } from '../catalogue/campaign';
import { inventoryLists, place, site, zone } from '../catalogue/inventory';
import { advertiser } from '../catalogue/users';
import { listPages } from '../objects/list-pages';
import { PAGE_SIZE } from '../limits';

type Search = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** Lists the objects of a kind. The text is looked for here: what the platform's own search takes differs (sheet 7.3). */
function searchOf(list: Method): Search {
	return async function (filter = '', paginationToken = '0') {
		const items = await fromAccount(this, adfox, (api) => allItems(api, list));
		return searchedPage(items, filter, paginationToken);
	};
}

async function allItems(api: AdfoxApi, list: Method): Promise<INodeListSearchItems[]> {
	const reading = { pageSize: PAGE_SIZE.default, limit: noLimit(), observe: () => undefined };
	const short = list.parameters.some(({ name }) => name === 'show');
	const items: INodeListSearchItems[] = [];
	for await (const page of listPages(api, list, short ? [['show', 'common']] : [], reading))
		for (const row of page) items.push(asItem(row));
	return items;
}

function asItem({ ID, name, account }: Row): INodeListSearchItems {
	const id = String(ID);
	const title = [name, account].find((text) => typeof text === 'string' && text !== '');
	return { name: typeof title === 'string' ? `${title} (${id})` : id, value: id };
}

export const objectSearches = {
	searchAdvertisers: searchOf(advertiser.list),
	searchBanners: searchOf(banner.list),
	searchBannerTypes: searchOf(inventoryLists.bannerType),
	searchCampaigns: searchOf(campaign.list),
	searchPlaces: searchOf(place.list),
	searchPositions: searchOf(inventoryLists.position),
	searchSites: searchOf(site.list),
	searchSuperCampaigns: searchOf(superCampaign.list),
	searchZones: searchOf(zone.list),
} satisfies Record<string, Search>;
