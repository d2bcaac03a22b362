import type { INodeProperties } from 'n8n-workflow';

import type { Parameters } from '../../shared/parameters/parameters';

/** Levels of detail (sheet 5.1, 5.2). */
export const LEVELS = ['banner', 'campaign', 'owner', 'place', 'section', 'site', 'supercampaign'] as const;

export type Level = (typeof LEVELS)[number];

export function levelField(description: string): INodeProperties {
	return {
		displayName: 'Level',
		name: 'level',
		type: 'options',
		options: [
			{ name: 'Account', value: 'owner' },
			{ name: 'Banner', value: 'banner' },
			{ name: 'Campaign', value: 'campaign' },
			{ name: 'Place', value: 'place' },
			{ name: 'Section', value: 'section' },
			{ name: 'Site', value: 'site' },
			{ name: 'Super Campaign', value: 'supercampaign' },
		],
		default: 'owner',
		description,
	};
}

export function readLevel(parameters: Parameters): Level {
	return parameters.choice('level', LEVELS);
}
