import type { INodeProperties } from 'n8n-workflow';

import { choiceField } from '../parameters/choice-field';
import { numberOption } from '../parameters/number-option';
import { ParameterError } from '../parameters/parameter-error';
import type { Parameters } from '../parameters/parameters';

export const DEFAULT_TIMEZONE = 'Europe/Moscow';
export const SINCE_LAST_RUN = 'sinceLastRun';
export const TODAY = 'today';

/** In the order in which people think of days, not in that of the alphabet. */
export const dateRange = choiceField({
	displayName: 'Date Range',
	name: 'dateRange',
	type: 'options',
	options: [
		{
			name: 'Today',
			value: TODAY,
			description: 'The day that is not over yet, so its numbers will still change',
		},
		{ name: 'Yesterday', value: 'yesterday', description: 'The day that ended last midnight' },
		{ name: 'Last 7 Days', value: 'last7Days', description: 'The 7 days that ended yesterday' },
		{ name: 'Last 14 Days', value: 'last14Days', description: 'The 14 days that ended yesterday' },
		{ name: 'Last 30 Days', value: 'last30Days', description: 'The 30 days that ended yesterday' },
		{ name: 'Last 90 Days', value: 'last90Days', description: 'The 90 days that ended yesterday' },
		{ name: 'Last Week', value: 'lastWeek', description: 'The last whole week, from Monday to Sunday' },
		{
			name: 'This Month',
			value: 'thisMonth',
			description: 'From the 1st of this month until yesterday; nothing on the 1st',
		},
		{ name: 'Last Month', value: 'lastMonth', description: 'The whole previous calendar month' },
		{
			name: 'Since Last Run',
			value: SINCE_LAST_RUN,
			description:
				'From the last day that this node delivered, re-reading a few days, until yesterday. Active workflows only.',
		},
		{ name: 'Custom', value: 'custom', description: 'Set the first and the last day yourself' },
	],
	default: 'last7Days',
	description: 'Which days to load. Ranges that end yesterday hold complete days only.',
});

/** The period of a report. */
export const dateFields: readonly INodeProperties[] = [
	dateRange.field,
	{
		displayName: 'Initial Date From',
		name: 'initialDateFrom',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		required: true,
		default: '',
		placeholder: 'e.g. 2024-01-01',
		displayOptions: { show: { dateRange: [SINCE_LAST_RUN] } },
		description: 'First day to load when there was no run before',
	},
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
export const dateOptions: readonly INodeProperties[] = [lookbackDays.field, timezoneOption];

type Range = (typeof dateRange.values)[number];

/** The fields of a period without one of its ranges, and without those that only this range has. */
export function withoutRange(range: Range): (field: INodeProperties) => INodeProperties[] {
	return (field) => {
		const shownWith = field.displayOptions?.show?.[dateRange.field.name];
		if (shownWith?.every((value) => value === range) === true) return [];
		if (field.name !== dateRange.field.name) return [field];
		const options = field.options?.filter((option) => !('value' in option) || option.value !== range);
		return [{ ...field, options }];
	};
}

/**
 * For a range that is not offered, which an expression can set all the same.
 *
 * @param why the end of a sentence
 * @throws {ParameterError}
 */
export function refuseRange(parameters: Parameters, range: Range, why: string): void {
	if (dateRange.read(parameters) !== range) return;
	throw new ParameterError(
		'Date Range',
		`Date Range is ${dateRange.nameOf(range)}, but ${why}.`,
		'Choose another range, for example Custom with the days that you want.',
	);
}
