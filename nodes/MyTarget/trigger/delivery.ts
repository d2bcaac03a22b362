import { choiceField } from '../../shared/parameters/choice-field';

/** How leads get here. */
export const delivery = choiceField({
	displayName: 'Delivery',
	name: 'delivery',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Polling',
			value: 'polling',
			description: 'The node looks for leads at the Poll Times; works on every n8n',
		},
		{
			name: 'Webhook',
			value: 'webhook',
			description:
				'VK Ads tells of each lead within seconds; needs an n8n that the internet reaches by https. Poll Times mean nothing then.',
		},
	],
	default: 'polling',
	description: 'How the node learns of leads',
});

export const deliveryField = delivery.field;
