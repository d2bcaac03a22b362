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
import { getObjects, objectPickers } from './methods/editor';
import { myTarget } from './platform';

export class MyTarget implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'myTarget / VK Ads',
		name: 'myTarget',
		icon: { light: 'file:myTarget.svg', dark: 'file:myTarget.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Load and manage campaigns, banners and statistics of myTarget and VK Ads',
		defaults: { name: 'myTarget / VK Ads' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsExpression(myTarget.resources),
		credentials: [{ name: 'myTargetApi', required: true }],
		properties: describeResources(myTarget.resources, myTarget.defaults),
	};

	methods = {
		loadOptions: { getObjects },
		listSearch: objectPickers,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return runNode(this, myTarget);
	}
}
