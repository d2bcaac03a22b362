import { entry, pickSeveral, type HostPart } from '../../host/support/host-part';

const id = 'demoTargetAds001';

const wrongToken = () => ({ accessToken: 'wrong-token' });

export const host: HostPart = {
	accepted: [{ name: 'TargetADS', id }],
	refused: [
		{ name: 'a wrong token', id, typed: wrongToken, words: /Check the Access Token/ },
		{
			name: 'a project of others',
			id,
			typed: ({ targetAds }) => ({ projectId: String(targetAds.foreignProjectId) }),
			words: /Check the Project ID/,
		},
	],
	dropdowns: [
		{
			method: 'getCampaigns',
			truth: ({ targetAds }) =>
				targetAds.placements.map(({ placement_id, placement_name }) => entry(placement_id, placement_name)),
		},
		{
			method: 'getTargetEvents',
			truth: ({ targetAds }) => {
				const names = new Set(targetAds.targetEvents.map(({ event_name }) => event_name));
				return [...names].map((name) => ({ id: name, name }));
			},
		},
	],
	searches: [],
	scene: {
		parameters: { resource: 'report', operation: 'getRaw' },
		fill: async (panel) => {
			await panel.choose('campaignScope', 'Selected');
			return await pickSeveral(panel, 'campaignIds', 2);
		},
		picked: /\(\d+\)$/,
		columns: ['InteractionTime', 'InteractionType', 'InteractionUrlPath'],
	},
};
