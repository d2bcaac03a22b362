import type { INodeProperties } from 'n8n-workflow';

import { dateFields } from '../../shared/report/date-fields';
import { conditionsFilter, filtersField } from '../../shared/parameters/conditions';
import { locatorField } from '../../shared/parameters/locator';
import { names, nameListField, otherNamesOption } from '../../shared/parameters/name-list-field';
import { level } from './request';

/** Seen in the documentation's examples; the account's own list has more. */
const METRICS = names(`
	clicks_commercial clicks_default clicks_total ctr ctr_commercial impressions_commercial
	loads_commercial loads_default loads_total
`);
const DIMENSIONS = ['campaign_id', 'campaign_name', 'date'];

const filters = filtersField([
	conditionsFilter('All of them have to hold', [
		{ displayName: 'Field', name: 'field', type: 'string', default: '', placeholder: 'e.g. campaign_id' },
		{
			displayName: 'Operator',
			name: 'operator',
			type: 'string',
			default: 'eq',
			description: 'As the ADFOX API calls it, for example eq for equal',
		},
		{
			displayName: 'Value',
			name: 'value',
			type: 'string',
			default: '',
			description: 'A text, or a JSON list such as [1, 2] for operators that take several values',
		},
	]),
]);

export const reportFields: readonly INodeProperties[] = [
	level.field,
	locatorField({
		displayName: 'Saved Report',
		name: 'reportName',
		search: 'searchReports',
		placeholder: 'Choose a report...',
		typed: 'Name',
		example: 'custom_1',
		description:
			'A report that is saved in ADFOX, with its own metrics, dimensions and filters; leave out the conditions below then',
	}),
	nameListField(METRICS, {
		displayName: 'Metrics',
		name: 'metrics',
		default: [],
		description: 'What to count; at most 10. Names that are not in the list can be typed in.',
	}),
	nameListField(DIMENSIONS, {
		displayName: 'Dimensions',
		name: 'dimensions',
		default: ['date'],
		description:
			'What to count by; at most 10. Only with "date" can a report be loaded in parts: over more than 365 days, or with more than 1,000,000 rows.',
	}),
	filters,
	...dateFields,
];

export const reportOptions: readonly INodeProperties[] = [
	otherNamesOption('Other Dimensions', 'otherDimensions', 'dimensions'),
	otherNamesOption('Other Metrics', 'otherMetrics', 'metrics'),
	{
		displayName: 'Object ID',
		name: 'objectId',
		type: 'string',
		default: '',
		description: 'ID of the object that a saved report is about, at every Level but Account',
	},
	{
		displayName: 'Owner ID',
		name: 'ownerId',
		type: 'string',
		default: '',
		description: 'ID of the ADFOX account; advertisers need it',
	},
];
