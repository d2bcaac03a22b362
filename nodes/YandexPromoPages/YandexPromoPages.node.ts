import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { authenticationField } from '../shared/platform/authentication';
import { outputsExpression } from '../shared/operations/outputs';
import { runNode } from '../shared/execution/run-node';
import { describeResources } from '../shared/operations/describe';
import {
	getCampaigns,
	getPublishers,
	getReportCampaigns,
	searchPublishers,
	yandexPromoPagesApiTest,
} from './methods/editor';
import { yandexPromoPages } from './platform';

export class YandexPromoPages implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Yandex PromoPages',
		name: 'yandexPromoPages',
		icon: { light: 'file:yandexPromoPages.svg', dark: 'file:yandexPromoPages.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Load campaigns, daily statistics and balances from Yandex PromoPages',
		defaults: { name: 'Yandex PromoPages' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsExpression(yandexPromoPages.resources),
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
		properties: [
			authenticationField,
			...describeResources(yandexPromoPages.resources, yandexPromoPages.defaults),
		],
	};

	methods = {
		loadOptions: { getCampaigns, getPublishers, getReportCampaigns },
		listSearch: { searchPublishers },
		credentialTest: { yandexPromoPagesApiTest },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return runNode(this, yandexPromoPages);
	}
}
