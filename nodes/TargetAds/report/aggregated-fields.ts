import type { INodeProperties } from 'n8n-workflow';

import { dateFields, dateOptions } from '../../shared/report/date-fields';
import { nameListField, otherNamesOption } from '../../shared/parameters/name-list-field';
import {
	addSliceColumnsOption,
	daysPerRequestOption,
	maxConcurrencyOption,
	pageSizeOption,
} from '../../shared/report/slice-options';
import { campaignScopeFields } from '../campaign-scope';
import {
	attributionModels,
	attributionWindows,
	groupingFields,
	mediaMetrics,
	targetMetrics,
} from '../fields';
import { AGGREGATED_PAGE_SIZE, CONCURRENCY, DAYS_PER_REQUEST } from '../limits';
import { eventTypesField } from './event-fields';

export const aggregatedFields: readonly INodeProperties[] = [
	nameListField(groupingFields, {
		displayName: 'Fields',
		name: 'fields',
		required: true,
		default: ['EventDate', 'MediaCampaign'],
		description: 'What to group by. Rows are split by date only with EventDate.',
	}),
	nameListField(mediaMetrics, {
		displayName: 'Media Metrics',
		name: 'mediaMetrics',
		default: ['Impressions', 'Clicks'],
		description:
			'Metrics of the media. Reach, Frequency, CTR and PartOfGIVT hold for their row only and must not be added up.',
	}),
	nameListField(targetMetrics, {
		displayName: 'Target Metrics',
		name: 'targetMetrics',
		default: [],
		description: 'Metrics of the target events that are attributed to the media',
	}),
	eventTypesField,
	...campaignScopeFields,
	...dateFields,
	{
		displayName: 'Date Grouping',
		name: 'dateGrouping',
		type: 'options',
		options: [
			{ name: 'Day', value: 'day' },
			{ name: 'Month', value: 'month' },
			{ name: 'Quarter', value: 'quarter' },
			{ name: 'Week', value: 'week' },
			{ name: 'Year', value: 'year' },
		],
		default: 'day',
		description: 'How to group the dates; it has an effect only with the field EventDate',
	},
	{
		displayName: 'Attribution Model',
		name: 'attributionModel',
		type: 'options',
		options: attributionModels.map((model) => ({ name: model.toUpperCase(), value: model })),
		default: 'mli',
		description: 'How target events are attributed. Other models can be set with an expression.',
	},
	{
		displayName: 'Attribution Window',
		name: 'attributionWindow',
		type: 'options',
		options: attributionWindows.map((days) => ({ name: `${days} Days`, value: days })),
		default: '30',
		description: 'How long after an interaction a target event counts',
	},
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
];

export const aggregatedOptions: readonly INodeProperties[] = [
	otherNamesOption('Other Fields', 'otherFields', 'columns'),
	otherNamesOption('Other Metrics', 'otherMetrics', 'media metrics'),
	addSliceColumnsOption,
	daysPerRequestOption(
		{ default: DAYS_PER_REQUEST.direct, maximum: DAYS_PER_REQUEST.maximum },
		'How many days to ask for at once, where each row has its own day: with the field EventDate and Date Grouping set to Day',
	),
	maxConcurrencyOption(CONCURRENCY),
	pageSizeOption(AGGREGATED_PAGE_SIZE),
	...dateOptions,
];
