import type { INodeProperties } from 'n8n-workflow';

import { choiceField } from '../parameters/choice-field';
import { numberOption } from '../parameters/number-option';
import { ParameterError } from '../parameters/parameter-error';
import type { Parameters } from '../parameters/parameters';

export const DEFAULT_TIMEZONE = 'Europe/Moscow';
export const SINCE_LAST_RUN = 'sinceLastRun';

export const dateRange = choiceField({
	displayName: 'Date Range',
	name: 'dateRange',
	type: 'options',
	options: [
		{ name: 'Custom', value: 'custom', description: 'Set the first and the last day yourself' },
		{ name: 'Last 14 Days', value: 'last14Days', description: 'The 14 days that ended yesterday' },
		{ name: 'Last 30 Days', value: 'last30Days', description: 'The 30 days that ended yesterday' },
		{ name: 'Last 7 Days', value: 'last7Days', description: 'The 7 days that ended yesterday' },
		{ name: 'Last Month', value: 'lastMonth', description: 'The whole previous calendar month' },
		{
			name: 'Since Last Run',
			value: SINCE_LAST_RUN,
			description:
				'From the last day that this node delivered, re-reading a few days, until yesterday. Active workflows only.',
		},
		{ name: 'This Month', value: 'thisMonth', description: 'From the 1st of this month until yesterday' },
		{ name: 'Yesterday', value: 'yesterday', description: 'The day that ended last midnight' },
	],
	default: 'last7Days',
	description:
		'Which days to load. The ranges other than Custom hold complete days only, so today is in none of them.',
});

/** The period of a report. */
export const dateFields: readonly INodeProperties[] = [
	dateRange.field,
	{
		displayName: 'Date From',
		name: 'dateFrom',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		required: true,
		default: '',
		placeholder: 'e.g. 2024-01-01',
		displayOptions: { show: { dateRange: ['custom'] } },
		description: 'First day to load',
	},
	{
		displayName: 'Date To',
		name: 'dateTo',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		required: true,
		default: '',
		placeholder: 'e.g. 2024-01-31',
		displayOptions: { show: { dateRange: ['custom'] } },
		description: 'Last day to load; it is included',
	},
];

export const timezoneOption: INodeProperties = {
	displayName: 'Timezone',
	name: 'timezone',
	type: 'string',
	default: DEFAULT_TIMEZONE,
	placeholder: 'e.g. Europe/Moscow',
	description: 'Time zone in which days begin and end',
};

export const lookbackDays = numberOption({
	displayName: 'Lookback Days',
	name: 'lookbackDays',
	minimum: 0,
	maximum: 365,
	default: 3,
	displayOptions: { show: { '/dateRange': [SINCE_LAST_RUN] } },
	description: 'How many days that were loaded before to load again, because platforms correct recent days',
});

/** What the Options collection holds about the period. */
export const dateOptions: readonly INodeProperties[] = [
	{
		displayName: 'Initial Date From',
		name: 'initialDateFrom',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
		displayOptions: { show: { '/dateRange': [SINCE_LAST_RUN] } },
		description: 'First day to load when there was no run before',
	},
	lookbackDays.field,
	timezoneOption,
];

/** For operations that deliver no rows and so have nothing to go on from. */
export function withoutSinceLastRun(field: INodeProperties): INodeProperties {
	if (field.name !== dateRange.field.name) return field;
	return {
		...field,
		options: field.options?.filter((option) => !('value' in option) || option.value !== SINCE_LAST_RUN),
	};
}

/** @throws {ParameterError} Date Range is Since Last Run, which an expression can set all the same */
export function refuseSinceLastRun(parameters: Parameters): void {
	if (dateRange.read(parameters) !== SINCE_LAST_RUN) return;
	throw new ParameterError(
		'Date Range',
		'Date Range is Since Last Run, which goes on from what was delivered, but this operation delivers no rows.',
		'Choose another range, for example Custom with a date from your destination.',
	);
}
