import { choiceField } from '../shared/parameters/choice-field';
import type { Level } from './api';

export const level = choiceField<Level>({
	displayName: 'Level',
	name: 'level',
	type: 'options',
	options: [
		{ name: 'Campaigns', value: 'campaigns' },
		{ name: 'Previews', value: 'previews', description: 'Covers of publications' },
		{ name: 'Publications', value: 'publications' },
	],
	default: 'campaigns',
	description: 'What to count, one row per day each',
});
