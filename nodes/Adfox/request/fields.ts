import type { INodeProperties } from 'n8n-workflow';

export const sendFields: readonly INodeProperties[] = [
	{
		displayName: 'Object',
		name: 'object',
		type: 'string',
		required: true,
		default: 'account',
		placeholder: 'e.g. account',
		description: 'The context of the action; upper and lower case matter',
	},
	{
		displayName: 'Action',
		name: 'action',
		type: 'string',
		required: true,
		default: 'list',
		placeholder: 'e.g. list',
		description:
			'What to do. The actions list, info, utility, listValues, listActiveBanners, auth and report read; all others change something.',
	},
	{
		displayName: 'Action Object',
		name: 'actionObject',
		type: 'string',
		default: '',
		placeholder: 'e.g. position',
		description: 'Name of the object acted upon; empty for methods that have none',
	},
	{
		displayName: 'Parameters',
		name: 'parameters',
		type: 'json',
		default: '{}',
		description:
			'JSON: an object of names and values, or a list of {"name": ..., "value": ...} where a name may come more than once',
	},
];
