import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';

import { describeEvents } from '../shared/trigger/describe';
import { pollNode } from '../shared/trigger/poll';
import { targetAdsApiTest } from './methods/editor';
import { targetAds } from './platform';
import { events } from './trigger';

export class TargetAdsTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'TargetADS Trigger',
		name: 'targetAdsTrigger',
		icon: { light: 'file:targetAds.svg', dark: 'file:targetAds.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["event"] }}',
		description:
			'Starts the workflow when a token of TargetADS ends soon, or a campaign is new or has another status',
		defaults: { name: 'TargetADS Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'targetAdsApi', required: true, testedBy: 'targetAdsApiTest' }],
		properties: describeEvents(events, targetAds),
	};

	methods = { credentialTest: { targetAdsApiTest } };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return pollNode(this, targetAds, events);
	}
}
