import { entry, type HostPart, type List } from '../../host/support/host-part';
import { byId } from '../../platforms/platform';
import type { Sandbox } from '../../sandbox';

const id = 'demoAdfox00001';
const authHeader = 'authorizationOAuth';

type Kind = 'banners' | 'campaigns' | 'places' | 'sites' | 'superCampaigns' | 'zones';

function objects(method: string, kind: Kind): List {
	return { method, truth: ({ adfox }) => adfox[kind].map(({ ID, name }) => entry(ID, name)) };
}

function dictionary(method: string, kind: 'bannerType' | 'position'): List {
	return { method, truth: ({ adfox }) => adfox.objects(kind).map(({ ID, name }) => entry(ID, name)) };
}

const wrongToken = () => ({ accessToken: 'wrong-token' });

const COLUMNS = { metrics: ['loads_commercial', 'clicks_total'], dimensions: ['date', 'campaign_id'] };

export const host: HostPart = {
	strictAccount: { authHeaders: ['Authorization'] },
	accepted: [
		{ name: 'ADFOX', id, typed: () => ({ authHeader }) },
		{ name: 'ADFOX, which finds the header', id, typed: () => ({ authHeader: 'auto' }) },
	],
	refused: [
		{
			name: 'a wrong token',
			id,
			typed: () => ({ ...wrongToken(), authHeader }),
			words: /Check the Access Token/,
		},
		{
			name: 'the wrong header',
			id,
			typed: () => ({ authHeader: 'xYandexApiKey' }),
			words: /The header X-Yandex-API-Key.*set Auth Header/,
		},
	],
	// 250 banners are three pages of ours.
	listsAccount: { advertisers: 110, campaigns: 137, banners: 250 },
	dropdowns: [
		objects('getBanners', 'banners'),
		objects('getCampaigns', 'campaigns'),
		objects('getSuperCampaigns', 'superCampaigns'),
	],
	searches: [
		{
			method: 'searchAdvertisers',
			truth: ({ adfox }: Sandbox) => adfox.advertisers.map(({ ID, account }) => entry(ID, account)),
		},
		objects('searchBanners', 'banners'),
		dictionary('searchBannerTypes', 'bannerType'),
		objects('searchCampaigns', 'campaigns'),
		objects('searchPlaces', 'places'),
		dictionary('searchPositions', 'position'),
		objects('searchSites', 'sites'),
		objects('searchSuperCampaigns', 'superCampaigns'),
		objects('searchZones', 'zones'),
	],
	otherLists: ['searchReports', 'getMetrics', 'getDimensions', 'getFilterFields'],
	searchWords: ['ADFOX', 'адфокс'],
	switches: [
		{
			parameters: { resource: 'campaign', operation: 'get', campaignId: byId('987654') },
			...{ from: 'campaignId', to: 'bannerId', choice: '987654' },
			...{ resource: 'Banner', operation: 'Delete' },
		},
	],
	loads: [
		{
			name: 'get',
			parameters: () => COLUMNS,
			truth: ({ adfox }, days) => adfox.reportRows({ ...COLUMNS, ...days }),
		},
	],
	scene: {
		parameters: { resource: 'report', operation: 'get' },
		fill: async (panel) => {
			await panel.chooseSeveral('metrics', ['Impressions (Commercial) · Показы, кампании']);
			return [];
		},
		picked: /./,
		columns: ['date', 'loads_total', 'clicks_total', 'impressions_commercial'],
	},
};
