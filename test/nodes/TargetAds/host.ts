import { entry, pickSeveral, type HostPart } from '../../host/support/host-part';

const id = 'demoTargetAds001';

const wrongToken = () => ({ accessToken: 'wrong-token' });

const RAW = { fields: ['InteractionTime', 'InteractionPlacementId'], interactionTypes: ['Click'] };
const PATH = { fields: ['PathDeviceID', 'PathPosition', 'InteractionTime', 'TargetEventName'] };
const AGGREGATED = {
	dimensions: ['EventDate', 'MediaCampaign'],
	mediaMetrics: ['Impressions', 'Clicks'],
	targetMetrics: ['TargetEventCount'],
};
/** Single events and paths are too many to be loaded whole unless somebody asks for it. */
const whole = { returnAll: true };

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
				targetAds.placements.map(({ placement_id, placement_name, source_name }) =>
					entry(placement_id, `${placement_name} · ${source_name}`),
				),
		},
		{
			method: 'getEventNames',
			truth: ({ targetAds }) => {
				const names = new Set(targetAds.targetEvents.map(({ event_name }) => event_name));
				return [...names].map((name) => ({ id: name, name }));
			},
		},
		{
			method: 'getEventTypes',
			truth: ({ targetAds }) => {
				const types = new Set(targetAds.targetEvents.map(({ event_type }) => event_type));
				return [...types, 'Purchase'].map((name) => ({ id: name, name }));
			},
		},
	],
	searches: [],
	searchWords: ['targetads', 'target ads'],
	switches: [
		{
			parameters: { resource: 'report', operation: 'getRaw', fields: ['InteractionUrlPath'] },
			...{ from: 'fields', to: 'dimensions', choice: 'URL Path' },
			operation: 'Get Aggregated Data',
		},
	],
	loads: [
		{
			name: 'getRaw',
			parameters: () => ({ ...RAW, campaignScope: 'all', ...whole }),
			truth: ({ targetAds }, days) => targetAds.rawRows({ ...RAW, ...days }),
		},
		{
			name: 'getPathToConversion',
			parameters: () => ({ pathFields: PATH.fields, ...whole }),
			truth: ({ targetAds }, days) => targetAds.pathRows({ ...PATH, ...days }),
		},
		{
			name: 'getAggregated',
			parameters: () => ({ ...AGGREGATED, simplify: false }),
			truth: ({ targetAds }, days) =>
				targetAds.aggregatedRows({ ...AGGREGATED, fields: AGGREGATED.dimensions, ...days }),
		},
	],
	scene: {
		parameters: { resource: 'report', operation: 'getRaw' },
		fill: async (panel) => {
			await panel.choose('campaignScope', 'From List');
			return await pickSeveral(panel, 'campaignIds', 2);
		},
		picked: /\(\d+\)$/,
		columns: ['InteractionTime', 'InteractionType', 'InteractionUrlPath'],
	},
};
