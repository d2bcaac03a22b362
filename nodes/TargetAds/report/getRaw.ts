import { addDays } from '../../../connector/slices';
import { today } from '../../shared/parameters/calendar-day';
import { dateFields } from '../../shared/report/date-fields';
import { defineReport } from '../../shared/report/define-report';
import { nameListField, otherNamesOption } from '../../shared/parameters/name-list-field';
import type { TargetAdsApi } from '../api';
import {
	campaignIdsOf,
	campaignScopeFields,
	campaignsOfSlice,
	remarkUnknownCampaigns,
} from '../campaign-scope';
import { interactionTypes, rawFields } from '../fields';
import { IDS_PER_REQUEST, JOB_HISTORY_DAYS } from '../limits';
import { addCampaignNamesOption, NAME_COLUMNS, withCampaignNames } from '../campaign-names';
import { delivery, DELIVERY_LIMITS, deliveredReader } from './delivery';
import { jobFormat, rawBody, rawJobBody, readRawRequest, sentFields, type RawRequest } from './raw-request';

const raw = defineReport<TargetAdsApi, RawRequest>({
	operation: 'getRaw',
	fields: [
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
		delivery.field,
	],
	options: [
		otherNamesOption('Other Fields', 'otherFields', 'columns'),
		otherNamesOption('Other Interaction Types', 'otherInteractionTypes', 'interaction types'),
		jobFormat.field,
	],
	rowOptions: [addCampaignNamesOption],
	limits: {
		...DELIVERY_LIMITS,
		ids: {
			...IDS_PER_REQUEST,
			what: 'campaign',
			show: { '/campaignScope': ['accessible', 'active', 'selected'] },
		},
	},
	dates: () => 'cut',
	request: readRawRequest,
	// Either delivery gives the same rows, and names are columns beside them.
	identity: ({ fields, interactionTypes, campaigns }) => ({ fields, interactionTypes, campaigns }),
	refuse({ dateFrom }, request, { clock, timezone, observe }) {
		if (request.delivery === 'job' && dateFrom < addDays(today(clock, timezone), -JOB_HISTORY_DAYS))
			observe({
				type: 'remark',
				text: `Jobs are known to reach back ${JOB_HISTORY_DAYS} days, and ${dateFrom} is earlier. If rows are missing, set Delivery to Direct.`,
			});
	},
	ids: (run, { campaigns }) => campaignIdsOf(campaigns, run),
	// A job takes one interaction type only (sheet 3.7).
	variants: (request) => (request.delivery === 'job' ? request.interactionTypes : undefined),
	// A job has no limit of its own, so a few rows are looked for in the smallest one.
	sizesForLimit: (sizes, _rows, request) => (request.delivery === 'job' ? { ...sizes, days: 1 } : sizes),
	// The types also where a slice has all of them: one recipe loads a slice again, whatever its delivery.
	scope: (slice, { interactionTypes: types }) => ({
		...campaignsOfSlice(slice),
		interactionTypes: slice.variant === undefined ? [...types] : [slice.variant],
	}),
	columns: (request) => ({
		requested: [...sentFields(request), ...(request.addCampaignNames ? NAME_COLUMNS : [])],
	}),
	read(loading, request) {
		const read = deliveredReader(loading, {
			...request,
			fields: sentFields(request),
			path: 'raw_reports',
			body: (slice) => rawBody(request, slice),
			jobBody: (slice) => rawJobBody(request, slice),
		});
		return request.addCampaignNames ? withCampaignNames(loading.api, read) : read;
	},
	whenEmpty: (run, { campaigns }) => remarkUnknownCampaigns(campaigns, run),
});

export const getRaw = raw.load({
	name: 'Get Raw Data',
	description: 'Get single interactions, such as page views and clicks, one row each',
	action: 'Get raw data',
});

export const planSlices = raw.plan({
	description:
		'Get the parts that a raw data report would be loaded in, to spread them over executions or workers',
	action: 'Plan the slices of a raw data report',
});
