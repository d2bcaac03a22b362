import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';

import { authenticationField } from '../shared/platform/authentication';
import { describeEvents } from '../shared/trigger/describe';
import { pollNode } from '../shared/trigger/poll';
import { adfoxApiTest } from './methods/editor';
import { adfox } from './platform';
import { events } from './trigger';

export class AdfoxTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'ADFOX Trigger',
		name: 'adfoxTrigger',
		icon: { light: 'file:adfox.svg', dark: 'file:adfox.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["event"] }}',
		description:
			'Starts the workflow when the data of one more day are ready in ADFOX, or a campaign is new or has another status',
		defaults: { name: 'ADFOX Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'adfoxApi',
				required: true,
				testedBy: 'adfoxApiTest',
				displayOptions: { show: { authentication: ['accessToken'] } },
			},
			{
				name: 'adfoxOAuth2Api',
				required: true,
				displayOptions: { show: { authentication: ['oAuth2'] } },
			},
		],
		properties: [authenticationField, ...describeEvents(events, adfox)],
	};

	methods = { credentialTest: { adfoxApiTest } };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return pollNode(this, adfox, events);
	}
}
