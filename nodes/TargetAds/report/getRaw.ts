import { addDays } from '../../../connector/slices';
import { today } from '../../shared/parameters/calendar-day';
import { dateFields } from '../../shared/report/date-fields';
import { defineReport } from '../../shared/report/define-report';
import type { TargetAdsApi } from '../api';
import {
	campaignIdsOf,
	campaignScopeFields,
	campaignsOfSlice,
	remarkUnknownCampaigns,
} from '../campaign-scope';
import { addNamesField, NAME_COLUMNS, withCampaignNames } from '../campaign-names';
import { JOB_HISTORY_DAYS } from '../limits';
import { fields, interactionTypeList } from '../names/lists';
import { delivery, DELIVERY_LIMITS, deliveredReader } from './delivery';
import { extraFiltersOption } from './extra-filters';
import { jobFormat, rawBody, rawJobBody, readRawRequest, sentFields, type RawRequest } from './raw-request';

const raw = defineReport<TargetAdsApi, RawRequest>({
	operation: 'getRaw',
	manyRows: true,
	fields: [fields.field, interactionTypeList.field, ...campaignScopeFields, ...dateFields, delivery.field],
	options: [fields.other, interactionTypeList.other, jobFormat.field, extraFiltersOption],
	rowFields: [addNamesField],
	limits: DELIVERY_LIMITS,
	dates: () => 'cut',
	request: readRawRequest,
	// Either delivery gives the same rows, and names are columns beside them.
	identity: ({ fields, interactionTypes, campaigns, extraFilters }) => ({
		fields,
		interactionTypes,
		campaigns,
		extraFilters,
	}),
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
		requested: [...sentFields(request), ...(request.addNames ? NAME_COLUMNS : [])],
	}),
	read(loading, request) {
		const read = deliveredReader(loading, {
			...request,
			fields: sentFields(request),
			path: 'raw_reports',
			body: (slice) => rawBody(request, slice),
			jobBody: (slice) => rawJobBody(request, slice),
		});
		return request.addNames ? withCampaignNames(loading.api, read) : read;
	},
	whenEmpty: (run, { campaigns }) => remarkUnknownCampaigns(campaigns, run),
});

export const getRaw = raw.load({
	name: 'Get Raw Data',
	description:
		'Get single interactions (page views, clicks, impressions, purchases), one row each: time, type, campaign, page, UTM tags. There may be millions a day; for totals by day or campaign use Get Aggregated Data.',
	action: 'Get raw data',
});

export const planSlices = raw.plan({
	description:
		'Get the parts that a raw data report would be loaded in, one item each, to spread them over executions or workers; loads no rows',
	action: 'Plan the slices of a raw data report',
});
