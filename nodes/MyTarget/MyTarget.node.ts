import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { outputsExpression } from '../shared/operations/outputs';
import { runNode } from '../shared/execution/run-node';
import { describeResources } from '../shared/operations/describe';
import { clientPickers, getObjects, objectDropdowns, objectPickers } from './methods/editor';
import { myTarget } from './platform';

export class MyTarget implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'VK Ads (myTarget)',
		name: 'myTarget',
		icon: { light: 'file:myTarget.svg', dark: 'file:myTarget.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Load the statistics of VK Ads and myTarget, and read, create, change and stop their campaigns, ad groups and banners',
		defaults: { name: 'VK Ads (myTarget)' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsExpression(myTarget.resources),
		credentials: [{ name: 'myTargetApi', required: true }],
		properties: describeResources(myTarget.resources, myTarget.defaults),
	};

	methods = {
		loadOptions: { getObjects, ...objectDropdowns },
		listSearch: { ...objectPickers, ...clientPickers },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return runNode(this, myTarget);
	}
}
