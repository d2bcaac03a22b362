import { myTarget } from '../../../nodes/MyTarget/platform';
import type { PlatformUnderTest } from '../model';
import { nodeOf } from '../node-of-platform';
import { myTargetLists } from './my-target-lists';
import { myTargetReports } from './my-target-reports';

const CHANGING = 'campaigns|ad_plans|ad_groups|banners|agency/clients';
const PAGED = `${CHANGING}|remarketing/segments|billing/transaction_groups`;

export const myTargetUnderTest: PlatformUnderTest = {
	name: 'myTarget',
	node: nodeOf(myTarget),
	options: {
		myTarget: {
			campaigns: 120,
			adPlans: 110,
			banners: 130,
			agencyClients: 63,
			clientCampaigns: 1,
			segments: 210,
			transactions: 110,
			packages: 12,
			regions: 15,
			userLists: 5,
		},
	},
	credential: ({ myTarget: { accessToken, baseUrl } }) => ({
		authentication: 'accessToken',
		accessToken,
		baseUrl,
	}),
	secrets: ({ myTarget: { accessToken, clientSecret } }) => [accessToken, clientSecret],
	// Nothing is ordered there: statistics come with the answer.
	roleOf: () => 'read',
	pages: {
		path: new RegExp(`^/api/v2/(${PAGED})\\.json$|^/api/v3/statistics/\\w+/day\\.json$`),
		method: 'GET',
	},
	pageOf: ({ query }) =>
		query.limit === undefined ? undefined : Number(query.offset) > 0 ? 'later' : 'first',
	countedPages: { path: new RegExp(`^/api/v2/(${CHANGING})\\.json$`), method: 'GET' },
	hasCursors: false,
	jobStates: [],
	refusalBody: '{"error":{"code":"refused","message":"refused by the test"}}',
	operations: [...myTargetLists, ...myTargetReports],
};
