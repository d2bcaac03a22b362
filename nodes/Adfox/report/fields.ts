import type { INodeProperties } from 'n8n-workflow';

import { dateFields } from '../../shared/report/date-fields';
import { conditionsFilter, filtersField } from '../../shared/parameters/conditions';
import { locatorField } from '../../shared/parameters/locator';
import { dimensions, metrics } from './columns';
import { level } from './request';

const filters = filtersField([
	conditionsFilter('All of them have to hold', [
		{
			displayName: 'Field Name or ID',
			name: 'field',
			type: 'options',
			typeOptions: { loadOptionsMethod: 'getFilterFields' },
			default: '',
			description:
				'What to compare. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		},
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
			'A report that is saved in ADFOX. It has its own metrics, dimensions and filters: Metrics and Dimensions do not count then. Conditions take the place of its own on the same field, and are possible for custom reports only.',
	}),
	metrics.field,
	dimensions.field,
	filters,
	...dateFields,
];

export const ownerIdOption: INodeProperties = {
	displayName: 'Owner ID',
	name: 'ownerId',
	type: 'string',
	default: '',
	description: 'ID of the ADFOX account; advertisers need it',
};

export const reportOptions: readonly INodeProperties[] = [
	dimensions.other,
	metrics.other,
	{
		displayName: 'Object ID',
		name: 'objectId',
		type: 'string',
		default: '',
		description: 'ID of the object that a saved report is about, at every Level but Account',
	},
	ownerIdOption,
];
