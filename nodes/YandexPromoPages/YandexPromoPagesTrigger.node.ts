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
import { getPublishers, yandexPromoPagesApiTest } from './methods/editor';
import { yandexPromoPages } from './platform';
import { events } from './trigger';

export class YandexPromoPagesTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Yandex PromoPages Trigger',
		name: 'yandexPromoPagesTrigger',
		icon: { light: 'file:yandexPromoPages.svg', dark: 'file:yandexPromoPages.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["event"] }}',
		description:
			'Starts the workflow when a balance in Yandex PromoPages is low, or a campaign is new or was changed',
		defaults: { name: 'Yandex PromoPages Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'yandexPromoPagesApi',
				required: true,
				testedBy: 'yandexPromoPagesApiTest',
				displayOptions: { show: { authentication: ['accessToken'] } },
			},
			{
				name: 'yandexPromoPagesOAuth2Api',
				required: true,
				displayOptions: { show: { authentication: ['oAuth2'] } },
			},
		],
		properties: [authenticationField, ...describeEvents(events, yandexPromoPages)],
	};

	methods = { loadOptions: { getPublishers }, credentialTest: { yandexPromoPagesApiTest } };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return pollNode(this, yandexPromoPages, events);
	}
}
