import type { INodeProperties } from 'n8n-workflow';

import type { Parameters } from '../shared/parameters/parameters';
import type { Level } from './api';

export function levelField(description: string): INodeProperties {
	return {
		displayName: 'Level',
		name: 'level',
		type: 'options',
		options: [
			{ name: 'Campaigns', value: 'campaigns' },
			{ name: 'Previews', value: 'previews', description: 'Covers of publications' },
			{ name: 'Publications', value: 'publications' },
		],
		default: 'campaigns',
		description,
	};
}

export function readLevel(parameters: Parameters): Level {
	return parameters.choice('level', ['campaigns', 'publications', 'previews']);
}
