import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { runNode } from '../shared/execution/run-node';
import { outputsExpression } from '../shared/operations/outputs';
import { describeResources } from '../shared/operations/describe';
import { getCampaigns, getEventNames, getEventTypes, targetAdsApiTest } from './methods/editor';
import { targetAds } from './platform';

export class TargetAds implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'TargetADS',
		name: 'targetAds',
		icon: { light: 'file:targetAds.svg', dark: 'file:targetAds.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Load raw data, attribution and campaign reports from TargetADS',
		defaults: { name: 'TargetADS' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsExpression(targetAds.resources),
		credentials: [{ name: 'targetAdsApi', required: true, testedBy: 'targetAdsApiTest' }],
		properties: describeResources(targetAds.resources, targetAds.defaults),
	};

	methods = {
		loadOptions: { getCampaigns, getEventNames, getEventTypes },
		credentialTest: { targetAdsApiTest },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return runNode(this, targetAds);
	}
}
