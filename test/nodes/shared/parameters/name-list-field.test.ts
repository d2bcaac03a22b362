import { expect, it } from '@jest/globals';

import {
	labelled,
	nameListField,
	names,
	otherNamesOption,
	valuesOf,
} from '../../../../nodes/shared/parameters/name-list-field';

it('names stand in a text with blanks between them', () => {
	expect(names('\n\tclicks  shows\n\t\tspent\n')).toEqual(['clicks', 'shows', 'spent']);
});

it('names with their labels and meanings are choices in the order in which they are written', () => {
	const known = labelled({ shows: ['Impressions', 'On the page'], clicks: ['Clicks'] });
	expect(known).toEqual([
		{ name: 'Impressions', value: 'shows', description: 'On the page' },
		{ name: 'Clicks', value: 'clicks' },
	]);
	expect(valuesOf([...known, 'spent'])).toEqual(['shows', 'clicks', 'spent']);
});

it('a list offers the names that are known, and takes any other one', () => {
	const field = { displayName: 'Metrics', name: 'metrics', default: ['shows'], description: 'What to load' };
	expect(nameListField(['clicks', 'shows'], field)).toEqual({
		...field,
		type: 'multiOptions',
		allowArbitraryValues: true,
		options: [
			{ name: 'clicks', value: 'clicks' },
			{ name: 'shows', value: 'shows' },
		],
	});
	expect(otherNamesOption('Other Metrics', 'otherMetrics', 'metrics')).toEqual({
		displayName: 'Other Metrics',
		name: 'otherMetrics',
		type: 'string',
		default: '',
		description: 'More metrics under their API names, with commas between them',
	});
});
