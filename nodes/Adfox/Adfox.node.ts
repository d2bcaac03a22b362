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
import { adfox } from './platform';
import { adfoxApiTest, objectPickers, searchReports } from './methods/editor';

export class Adfox implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'ADFOX',
		name: 'adfox',
		icon: { light: 'file:adfox.svg', dark: 'file:adfox.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Read and manage campaigns, banners and placements in ADFOX, and load its reports',
		defaults: { name: 'ADFOX' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsExpression(adfox.resources),
		credentials: [{ name: 'adfoxApi', required: true, testedBy: 'adfoxApiTest' }],
		properties: describeResources(adfox.resources, adfox.defaults),
	};

	methods = {
		listSearch: { ...objectPickers, searchReports },
		credentialTest: { adfoxApiTest },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return runNode(this, adfox);
	}
}
