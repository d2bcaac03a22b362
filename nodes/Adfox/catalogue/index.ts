import { pathOf, type Navigation } from '../api';
import { banner, bannerOthers } from './banner';
import { campaign, campaignOthers, superCampaign } from './campaign';
import { contracts, dictionaries } from './dictionaries';
import { inventoryOthers, place, site, zone } from './inventory';
import type { Method } from './method';
import { targetings } from './targeting';
import { advertiser, userOthers } from './users';

export type { Method, MethodParameter } from './method';

const { placing, ...campaignMethods } = campaign;

const METHODS: ReadonlyMap<string, Method> = new Map(
	[campaignMethods, superCampaign, banner, advertiser, site, zone, place, placing, dictionaries]
		.flatMap((methods): Method[] => Object.values(methods))
		.concat(campaignOthers, bannerOthers, userOthers, inventoryOthers, contracts, targetings)
		.map((method) => [pathOf(method), method]),
);

/** Every method that the catalogue has, in the order of its files. */
export const allMethods: readonly Method[] = [...METHODS.values()];

/** @returns undefined for one that is not in the catalogue, which is not all that exists */
export function findMethod(navigation: Navigation): Method | undefined {
	return METHODS.get(pathOf(navigation));
}
