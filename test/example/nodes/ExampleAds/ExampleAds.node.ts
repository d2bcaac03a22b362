import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { runNode } from '../shared/execution/run-node';
import { describeResources } from '../shared/operations/describe';
import { outputsExpression } from '../shared/operations/outputs';
import { exampleAdsApiTest, getCampaigns, searchCampaigns } from './methods/editor';
import { exampleAds } from './platform';

export class ExampleAds implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Example Ads',
		name: 'exampleAds',
		icon: { light: 'file:exampleAds.svg', dark: 'file:exampleAds.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Load campaigns and daily statistics from Example Ads',
		defaults: { name: 'Example Ads' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsExpression(exampleAds.resources),
		credentials: [{ name: 'exampleAdsApi', required: true, testedBy: 'exampleAdsApiTest' }],
		properties: describeResources(exampleAds.resources, exampleAds.defaults),
	};

	methods = {
		loadOptions: { getCampaigns },
		listSearch: { searchCampaigns },
		credentialTest: { exampleAdsApiTest },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return runNode(this, exampleAds);
	}
}
