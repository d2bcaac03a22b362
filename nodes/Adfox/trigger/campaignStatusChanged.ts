import type { INodeProperties } from 'n8n-workflow';

import type { TriggerEvent } from '../../shared/trigger/event';
import type { AdfoxApi } from '../api';
import { STATUS } from '../catalogue/values';
import { campaigns } from './campaigns';

const statuses: INodeProperties = {
	displayName: 'New Status',
	name: 'newStatuses',
	type: 'multiOptions',
	options: STATUS.map(({ name, value }) => ({ name, value: String(value) })),
	default: [],
	description: 'What to start the workflow for; nothing chosen means any change',
};

export const campaignStatusChanged: TriggerEvent<AdfoxApi> = {
	name: 'Campaign Status Changed',
	value: 'campaignStatusChanged',
	description: 'When a campaign was started, paused or completed, whoever did it',
	fields: [statuses],
	none: 'The account has no campaign with one of the statuses in New Status. Choose others for the test.',
	watch(parameters) {
		const wanted = parameters.list(statuses.name);
		return {
			...campaigns,
			stateOf: ({ status }) => (status === undefined || status === '' ? undefined : { status }),
			matters: ({ status }) => wanted.length === 0 || wanted.includes(String(status)),
		};
	},
};
