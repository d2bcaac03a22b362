import type { INodeProperties } from 'n8n-workflow';

import { choiceField } from '../../shared/parameters/choice-field';
import type { Look, TriggerEvent } from '../../shared/trigger/event';
import type { MyTargetApi } from '../api';
import { status as statusFilter } from '../list/filters';
import { ObjectNames } from '../report/object-names';
import { changedObjects, type WatchedType } from './changed-objects';
import { newestOf } from './list-look';

const objects = choiceField<WatchedType | 'auto'>({
	displayName: 'Watch',
	name: 'watchedObjects',
	type: 'options',
	options: [
		{ name: 'Ad Groups', value: 'ad_groups', description: 'Groups («Группы») of VK Ads' },
		{
			name: 'Ad Plans (VK Ads Campaigns)',
			value: 'ad_plans',
			description: 'What VK Ads shows as campaigns («Кампании»), whatever the credential is for',
		},
		{ name: 'Banners', value: 'banners', description: 'Single ads («Объявления»)' },
		{
			name: 'Campaigns',
			value: 'auto',
			description:
				'What you see as campaigns («Кампании»): the ad plans of VK Ads, the campaigns of myTarget',
		},
		{
			name: 'Campaigns of myTarget',
			value: 'campaigns',
			description: 'Campaigns of myTarget, whatever the credential is for; on VK Ads these are its ad groups',
		},
	],
	default: 'auto',
	description: 'Whose status to watch',
});

const statuses: INodeProperties = {
	...statusFilter.field,
	displayName: 'New Status',
	name: 'newStatuses',
	description: 'What to start the workflow for; nothing chosen means any change',
};

/** What else is worth knowing of an object (sheet 3.2 to 3.5). */
const MORE: Readonly<Record<WatchedType, readonly string[]>> = {
	ad_groups: ['delivery'],
	ad_plans: ['vkads_status'],
	banners: ['moderation_status', 'delivery'],
	campaigns: ['delivery'],
};

export const statusChanged: TriggerEvent<MyTargetApi> = {
	name: 'Status Changed',
	value: 'statusChanged',
	description: 'When a campaign, an ad group or a banner was started, stopped or deleted, whoever did it',
	fields: [objects.field, statuses],
	none: 'None of the newest objects of the account has one of the statuses in New Status. Choose others for the test.',
	watch(parameters) {
		const chosen = objects.read(parameters);
		const wanted = parameters.list(statuses.name);
		const typeFor = ({ api }: Look<MyTargetApi>): WatchedType =>
			chosen === 'auto' ? (api.hasAdPlans ? 'ad_plans' : 'campaigns') : chosen;
		const fieldsFor = (look: Look<MyTargetApi>) => {
			const type = typeFor(look);
			return ['id', ...new ObjectNames().fields(type, look.api), 'status', ...MORE[type], 'updated'];
		};
		return {
			look: (look) => changedObjects(look, typeFor(look), fieldsFor(look)),
			newest: (look) => {
				const type = typeFor(look);
				const query = [['fields', fieldsFor(look).join(',')]] as const;
				return newestOf(look, `/api/v2/${type}.json`, query, type !== 'banners');
			},
			idOf: ({ id }) => id,
			stateOf: ({ status }) => (typeof status === 'string' ? { status } : undefined),
			matters: ({ status }) => wanted.length === 0 || wanted.includes(String(status)),
		};
	},
};
