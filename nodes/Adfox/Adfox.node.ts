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
import { adfox } from './platform';
import {
	adfoxApiTest,
	objectDropdowns,
	objectPickers,
	reportDropdowns,
	searchReports,
} from './methods/editor';

export class Adfox implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'ADFOX',
		name: 'adfox',
		icon: { light: 'file:adfox.svg', dark: 'file:adfox.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Read, create, pause and place campaigns and banners in ADFOX, the ad server of Yandex for publishers, and load its reports of loads, impressions and clicks',
		defaults: { name: 'ADFOX' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsExpression(adfox.resources),
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
		properties: [authenticationField, ...describeResources(adfox.resources, adfox.defaults)],
	};

	methods = {
		loadOptions: { ...objectDropdowns, ...reportDropdowns },
		listSearch: { ...objectPickers, searchReports },
		credentialTest: { adfoxApiTest },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return runNode(this, adfox);
	}
}
