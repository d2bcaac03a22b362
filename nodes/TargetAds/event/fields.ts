import type { INodeProperties } from 'n8n-workflow';

import { UPLOAD_ADDRESS, UPLOADS } from './upload-address';

const ecommerce: INodeProperties = {
	displayName: 'Order',
	name: 'ecommerce',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	description: 'The order behind a purchase',
	options: [
		{
			displayName: 'Amount',
			name: 'amount',
			type: 'number',
			typeOptions: { numberPrecision: 2 },
			default: 0,
			description: 'What was paid for the order',
		},
		{
			displayName: 'Currency',
			name: 'currency',
			type: 'string',
			default: 'RUB',
			description: 'Currency of the order',
		},
		{
			displayName: 'Order ID',
			name: 'id',
			type: 'string',
			default: '',
			description: 'Number of the order in your own system',
		},
		{
			displayName: 'Shipping',
			name: 'shipping',
			type: 'number',
			typeOptions: { numberPrecision: 2 },
			default: 0,
			description: 'What the delivery cost',
		},
		{
			displayName: 'Tax',
			name: 'tax',
			type: 'number',
			typeOptions: { numberPrecision: 2 },
			default: 0,
			description: 'Tax in the amount',
		},
	],
};

export const eventFields: INodeProperties[] = [
	{
		displayName: 'Event Name',
		name: 'eventName',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Purchase',
		description: 'Name of the event, as it stands among the target events of the project',
	},
	{
		displayName: 'User ID',
		name: 'uid',
		type: 'string',
		default: '',
		placeholder: 'e.g. 462f9a7880b4ed96ccd3159c0d0c0246',
		description: 'Who did it: the ID by which TargetADS knows the user from your site or app',
	},
	{
		displayName: 'Event Type',
		name: 'eventType',
		type: 'string',
		default: '',
		placeholder: 'e.g. ecommerce',
		description: 'Type of the target event',
	},
	{
		displayName: 'Event Category',
		name: 'eventCategory',
		type: 'string',
		default: '',
		placeholder: 'e.g. transaction',
		description: 'Category of the target event',
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Custom Parameters (JSON)',
				name: 'customParameters',
				type: 'json',
				default: '{}',
				placeholder: 'e.g. { "segment": "new" }',
				description: 'Whatever else is worth knowing, an object with names and texts',
			},
			{
				displayName: 'Event Value',
				name: 'eventValue',
				type: 'number',
				typeOptions: { numberPrecision: 2 },
				default: 0,
				description: 'What the event is worth, such as an amount of money',
			},
			ecommerce,
			{
				displayName: 'Time',
				name: 'time',
				type: 'dateTime',
				default: '',
				description:
					'When it happened; without a time zone, in Moscow time. Left out, it is the time of the upload.',
			},
		],
	},
];

/** Without expressions, since the token goes there: no data that passes through may say where. */
export const uploadAddressOption: INodeProperties = {
	displayName: UPLOAD_ADDRESS,
	name: 'uploadBaseUrl',
	type: 'string',
	noDataExpression: true,
	default: '',
	placeholder: `e.g. ${UPLOADS}`,
	description: `Where events are sent, together with the token: if empty, ${UPLOADS}, or the Base URL of a credential that is not for TargetADS' own address`,
};
