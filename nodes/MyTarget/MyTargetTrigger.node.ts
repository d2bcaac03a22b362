import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { describeEvents } from '../shared/trigger/describe';
import { pollNode } from '../shared/trigger/poll';
import { agencyClientPicker, getObjects, leadFormDropdown } from './methods/editor';
import { myTarget } from './platform';
import { events } from './trigger';
import { isWebhook, receiveLead, subscriptionMethods } from './trigger/lead-webhook';

const IS_WEBHOOK = '$parameter["event"] === "newLead" && $parameter["delivery"] === "webhook"';

export class MyTargetTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'VK Ads (myTarget) Trigger',
		name: 'myTargetTrigger',
		icon: { light: 'file:myTarget.svg', dark: 'file:myTarget.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["event"] }}',
		description:
			'Starts the workflow when a lead comes, a balance is low, a banner is refused, something is stopped or too much is spent in VK Ads or myTarget',
		defaults: { name: 'VK Ads (myTarget) Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'myTargetApi', required: true }],
		webhooks: [
			{
				name: 'default',
				// Without a method n8n leaves it out, and nobody is shown an address that nothing is sent to.
				httpMethod: `={{ ${IS_WEBHOOK} ? "POST" : "" }}`,
				responseMode: 'onReceived',
				path: 'webhook',
				ndvHideUrl: `={{ !(${IS_WEBHOOK}) }}`,
			},
		],
		properties: describeEvents(events, myTarget),
	};

	methods = { loadOptions: { getObjects, ...leadFormDropdown }, listSearch: { ...agencyClientPicker } };

	webhookMethods = { default: subscriptionMethods() };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return isWebhook(this) ? null : pollNode(this, myTarget, events);
	}

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return receiveLead(this);
	}
}
