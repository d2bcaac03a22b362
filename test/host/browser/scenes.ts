import type { INodeParameters } from 'n8n-workflow';

import type { WorkflowJson } from '../../engine';
import type { FaultRule } from '../../sandbox';
import type { NodePanel } from './node-panel';

type Credential = readonly [type: string, id: string, name: string];

/** A node as it is dropped on the canvas, and what a person then does in its details before running it. */
export interface Scene {
	/** Name of the node. */
	readonly name: string;
	readonly type: string;
	readonly credential: Credential;
	readonly parameters: INodeParameters;
	/** Fills the parameters from the pickers. @returns the texts that were picked from lists of the account */
	fill(panel: NodePanel): Promise<string[]>;
}

/** One of the list's first entries of objects in the account, as a person reads it. */
async function pickSeveral(panel: NodePanel, parameter: string, count: number): Promise<string[]> {
	const entries = (await panel.entriesOf(parameter)).slice(0, count);
	await panel.chooseSeveral(parameter, entries);
	return entries;
}

export const scenes = {
	targetAds: {
		name: 'TargetADS',
		type: 'n8n-nodes-ru-ads.targetAds',
		credential: ['targetAdsApi', 'demoTargetAds001', 'TargetADS demo'],
		parameters: { resource: 'report', operation: 'getRaw' },
		fill: async (panel) => {
			await panel.choose('campaignScope', 'Selected');
			return await pickSeveral(panel, 'campaignIds', 2);
		},
	},
	yandexPromoPages: {
		name: 'Yandex PromoPages',
		type: 'n8n-nodes-ru-ads.yandexPromoPages',
		credential: ['yandexPromoPagesApi', 'demoPromoPages001', 'Yandex PromoPages demo'],
		parameters: { resource: 'report', operation: 'get' },
		fill: async (panel) => [await panel.pickFromList('publisherId', '')],
	},
	myTarget: {
		name: 'myTarget / VK Ads',
		type: 'n8n-nodes-ru-ads.myTarget',
		credential: ['myTargetApi', 'demoMyTarget001', 'myTarget demo'],
		parameters: { resource: 'report', operation: 'getDaily' },
		fill: async (panel) => {
			await panel.choose('objectScope', 'Selected');
			return await pickSeveral(panel, 'objectIds', 2);
		},
	},
	adfox: {
		name: 'ADFOX',
		type: 'n8n-nodes-ru-ads.adfox',
		credential: ['adfoxApi', 'demoAdfox00001', 'ADFOX demo'],
		parameters: { resource: 'report', operation: 'get' },
		fill: async (panel) => {
			await panel.chooseSeveral('metrics', ['loads_total', 'clicks_total']);
			return [];
		},
	},
} satisfies Record<string, Scene>;

/** A report whose second of seven days is refused. */
export const failedSliceScene = {
	...scenes.targetAds,
	parameters: {
		...scenes.targetAds.parameters,
		dateRange: 'last7Days',
		options: { daysPerRequest: 1, maxConcurrency: 1 },
	},
	fill: async (panel) => {
		const picked = await scenes.targetAds.fill(panel);
		await panel.addOption('On Slice Failure');
		await panel.choose('onSliceFailure', 'Continue (Using Failed Slices Output)');
		await panel.switchOn('returnAll');
		return picked;
	},
	fault: {
		path: /raw_reports/,
		skip: 1,
		times: 1,
		fault: { kind: 'status', status: 403 },
	},
} satisfies Scene & { fault: FaultRule };

/** A trigger with the node behind it. */
export function workflowOf({ name, type, credential, parameters }: Scene): WorkflowJson {
	const [credentialType, id, credentialName] = credential;
	return {
		name,
		nodes: [
			{
				name: 'When clicking ‘Execute workflow’',
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			{
				name,
				type,
				typeVersion: 1,
				position: [260, 0],
				parameters,
				credentials: { [credentialType]: { id, name: credentialName } },
			},
		],
		connections: {
			'When clicking ‘Execute workflow’': { main: [[{ node: name, type: 'main', index: 0 }]] },
		},
	};
}
