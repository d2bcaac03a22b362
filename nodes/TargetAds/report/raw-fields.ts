import type { INodeProperties } from 'n8n-workflow';

import { dateFields } from '../../shared/report/date-fields';
import { nameListField, otherNamesOption } from '../../shared/parameters/name-list-field';
import { idsPerRequestOption } from '../../shared/report/slice-options';
import { campaignScopeFields } from '../campaign-scope';
import { interactionTypes, rawFields } from '../fields';
import { IDS_PER_REQUEST } from '../limits';
import { deliveryField, shownFor } from './settings';

/** What a raw report is asked for with; the same for loading it and for planning it. */
export const rawReportFields: readonly INodeProperties[] = [
	nameListField(rawFields, {
		displayName: 'Fields',
		name: 'fields',
		required: true,
		default: ['InteractionTime', 'InteractionType', 'InteractionUrlPath'],
		description: 'Columns of the report. Type in names that the list lacks.',
	}),
	nameListField(interactionTypes, {
		displayName: 'Interaction Types',
		name: 'interactionTypes',
		required: true,
		default: ['PageView'],
		description: 'Which interactions to load, one row each. Type in names that the list lacks.',
	}),
	...campaignScopeFields,
	...dateFields,
	deliveryField,
];

/** What cuts and words the requests; the same for loading and for planning. */
export const rawPlanOptions: readonly INodeProperties[] = [
	otherNamesOption('Other Fields', 'otherFields', 'columns'),
	otherNamesOption('Other Interaction Types', 'otherInteractionTypes', 'interaction types'),
	{
		...idsPerRequestOption(IDS_PER_REQUEST, 'campaigns'),
		displayOptions: { show: { '/campaignScope': ['accessible', 'active', 'selected'] } },
	},
	shownFor('job', {
		displayName: 'Job Format',
		name: 'jobFormat',
		type: 'options',
		options: [
			{ name: 'Documented', value: 'documented', description: 'As the documentation of TargetADS shows it' },
			{
				name: 'Flat',
				value: 'flat',
				description: 'As it was seen to work elsewhere; it has no campaign filter',
			},
		],
		default: 'documented',
		description: 'How to write the order of a job. Try the other one when TargetADS refuses an order.',
	}),
];
