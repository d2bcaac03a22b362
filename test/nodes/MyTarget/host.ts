import { entry, pickSeveral, type HostPart, type List, type Load } from '../../host/support/host-part';
import { byId } from '../../platforms/platform';

const token = { id: 'demoMyTarget001', isTestedByN8n: true };
const client = { id: 'demoMyTargetClient1' };

const KINDS = {
	campaigns: ['campaigns', 'searchCampaigns'],
	ad_groups: ['adGroups', 'searchAdGroups'],
	ad_plans: ['adPlans', 'searchAdPlans'],
	banners: ['banners', 'searchBanners'],
} as const;

const kinds = Object.keys(KINDS) as (keyof typeof KINDS)[];

function truth(objectType: keyof typeof KINDS): List['truth'] {
	const [kind] = KINDS[objectType];
	return ({ myTarget }) => myTarget[kind].map(({ id, name }) => entry(id, name));
}

const leadForms: List['truth'] = ({ myTarget }) => myTarget.leadForms.map(({ id, name }) => entry(id, name));

const SUBJECT = { objectType: 'campaigns' } as const;

function load(name: string, truth: Load['truth']): Load {
	const asThePlatformHasThem = { simplify: false, addNames: false };
	return { name, parameters: () => ({ ...SUBJECT, objectScope: 'all', ...asThePlatformHasThem }), truth };
}

export const host: HostPart = {
	accepted: [
		{ name: 'myTarget, an access token', ...token },
		{ name: 'myTarget, an agency client', ...client },
	],
	refused: [
		{
			name: 'a wrong token',
			...token,
			typed: () => ({ accessToken: 'wrong-token' }),
			words: /does not accept the access token/,
		},
		{
			name: 'a wrong secret',
			...client,
			typed: () => ({ clientSecret: 'wrong-token' }),
			words: /invalid_client.*Check the Client ID, the Client Secret/,
		},
		{
			name: 'an agency client that is none',
			...client,
			typed: () => ({ agencyClientName: 'nobody@agency_client' }),
			words: /Check the Agency Client Name/,
		},
	],
	listsAccount: { campaigns: 130, banners: 120, adPlans: 60 },
	dropdowns: [
		...kinds.map((objectType) => ({
			method: KINDS[objectType][1].replace('search', 'get'),
			truth: truth(objectType),
		})),
		...kinds.map((objectType) => ({
			method: 'getObjects',
			of: objectType,
			parameters: () => ({ resource: 'report', operation: 'getDaily', objectScope: 'selected', objectType }),
			truth: truth(objectType),
		})),
		{
			method: 'getObjects',
			of: 'users',
			parameters: () => ({ objectType: 'users' }),
			truth: ({ myTarget }) => [entry(myTarget.userId, 'This account')],
		},
		{ method: 'getLeadForms', truth: leadForms },
	],
	searches: [
		...kinds.map((objectType) => ({ method: KINDS[objectType][1], truth: truth(objectType) })),
		{ method: 'searchParents', truth: truth('ad_groups') },
		{ method: 'searchLeadForms', truth: leadForms },
	],
	// Each is looked at in a test of the editor.
	otherLists: ['searchAgencyClients', 'searchClients', 'searchOfflineConversions', 'searchUserLists'],
	// The platform's own pages.
	pageLength: 50,
	searchWords: ['vk', 'vk реклама', 'вк реклама', 'майтаргет', 'my target', 'mytarget'],
	switches: [
		{
			parameters: { resource: 'campaign', operation: 'get', campaignId: byId('987654') },
			...{ from: 'campaignId', to: 'bannerId', choice: '987654' },
			...{ resource: 'Banner', operation: 'Delete' },
		},
	],
	loads: [
		load('getDaily', ({ myTarget }, days) => myTarget.statistics({ ...SUBJECT, ...days })),
		load('getSummary', ({ myTarget }) => myTarget.summary(SUBJECT)),
		load('getPeriod', ({ myTarget }, days) =>
			myTarget.period({ ...SUBJECT, ...days }).map((row) => ({ ...row, user_id: myTarget.userId })),
		),
		load('getFast', ({ myTarget }) => myTarget.fast(SUBJECT)),
		load('getGoals', ({ myTarget }, days) => myTarget.goals({ ...SUBJECT, ...days })),
		load('getInApp', ({ myTarget }, days) => myTarget.inApp({ ...SUBJECT, ...days })),
		load('getOfflineConversions', ({ myTarget }, days) => myTarget.offline({ ...SUBJECT, ...days })),
	],
	scene: {
		parameters: { resource: 'report', operation: 'getDaily' },
		fill: async (panel) => {
			await panel.choose('objectScope', 'From List');
			return await pickSeveral(panel, 'objectIds', 2);
		},
		picked: /./,
		columns: ['id', 'date', 'shows'],
	},
};
