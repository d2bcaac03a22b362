import type { INodeProperties } from 'n8n-workflow';

import type { Look, TriggerEvent } from '../../shared/trigger/event';
import type { MyTargetApi } from '../api';
import { ObjectNames } from '../report/object-names';
import { changedObjects } from './changed-objects';
import { newestOf } from './list-look';

const FIELDS = ['status', 'moderation_status', 'moderation_reasons', 'delivery', 'issues', 'updated'];

const results: INodeProperties = {
	displayName: 'Moderation Results',
	name: 'moderationResults',
	type: 'multiOptions',
	options: [
		{ name: 'Accepted', value: 'allowed' },
		{ name: 'In Moderation', value: 'pending' },
		{ name: 'Refused', value: 'banned' },
	],
	default: ['allowed', 'banned'],
	description: 'What to start the workflow for; nothing chosen means any change',
};

const fieldsFor = ({ api }: Look<MyTargetApi>) => [
	'id',
	...new ObjectNames().fields('banners', api),
	...FIELDS,
];

export const moderationChanged: TriggerEvent<MyTargetApi> = {
	name: 'Moderation Changed',
	value: 'moderationChanged',
	description: 'When a banner was accepted or refused by moderation, with the reasons of the platform',
	fields: [results],
	none: 'None of the newest banners of the account has one of the Moderation Results. Choose others for the test.',
	watch(parameters) {
		const wanted = parameters.list(results.name);
		return {
			look: (look) => changedObjects(look, 'banners', fieldsFor(look)),
			newest: (look) =>
				newestOf(look, '/api/v2/banners.json', [['fields', fieldsFor(look).join(',')]], false),
			idOf: ({ id }) => id,
			stateOf: ({ moderation_status: status }) =>
				typeof status === 'string' ? { moderation_status: status } : undefined,
			matters: ({ moderation_status: status }) => wanted.length === 0 || wanted.includes(String(status)),
		};
	},
};
