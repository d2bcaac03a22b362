import { entry, pickSeveral, type HostPart, type List } from '../../host/support/host-part';

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
	],
	searches: kinds.map((objectType) => ({ method: KINDS[objectType][1], truth: truth(objectType) })),
	// The platform's own pages.
	pageLength: 50,
	scene: {
		parameters: { resource: 'report', operation: 'getDaily' },
		fill: async (panel) => {
			await panel.choose('objectScope', 'Selected');
			return await pickSeveral(panel, 'objectIds', 2);
		},
		picked: /./,
		columns: ['id', 'date', 'shows'],
	},
};
