import type { Slice } from '../../../connector/slices';
import { dateFields } from '../../shared/report/date-fields';
import { defineReport } from '../../shared/report/define-report';
import type { TargetAdsApi } from '../api';
import {
	campaignIdsOf,
	campaignScopeFields,
	campaignsOfSlice,
	remarkUnknownCampaigns,
} from '../campaign-scope';
import { eventNameList, eventTypeList, pathFields, pathInteractionTypeList } from '../names/lists';
import { delivery, DELIVERY_LIMITS, deliveredReader } from './delivery';
import { extraFiltersOption } from './extra-filters';
import { pathBody, pathIdentity, pathOptions, readPathRequest, type PathRequest } from './path-request';
import { remarkUnknownEvents } from './unknown-events';

/** Weights are called otherwise in jobs (sheet T10): `MLI30`. */
const WEIGHT_OF_DIRECT = 'Weight_';

export const getPathToConversion = defineReport<TargetAdsApi, PathRequest>({
	operation: 'getPathToConversion',
	manyRows: true,
	fields: [
		pathFields.field,
		eventTypeList.field,
		eventNameList.field,
		pathInteractionTypeList.field,
		...campaignScopeFields,
		...dateFields,
		delivery.field,
	],
	options: [
		pathFields.other,
		eventTypeList.other,
		eventNameList.other,
		pathInteractionTypeList.other,
		...pathOptions,
		extraFiltersOption,
	],
	limits: DELIVERY_LIMITS,
	// A path belongs to one target event, and that to one day.
	dates: () => 'cut',
	request: readPathRequest,
	identity: pathIdentity,
	refuse(_window, { delivery, fields }, { observe }) {
		const weights = fields.filter((field) => field.startsWith(WEIGHT_OF_DIRECT));
		if (delivery === 'job' && weights.length > 0)
			observe({
				type: 'remark',
				text: `With Delivery set to Job, TargetADS documents weights under other names, such as MLI30. If ${weights.join(', ')} came empty or was refused, choose those in Path Fields.`,
			});
	},
	async ids(run, { campaigns, eventNames }) {
		await remarkUnknownEvents(eventNames, run.api, run.observe);
		return campaignIdsOf(campaigns, run);
	},
	scope: campaignsOfSlice,
	columns: ({ fields }) => ({ requested: fields }),
	read(loading, request) {
		const body = (slice: Slice) => pathBody(request, slice);
		return deliveredReader(loading, { ...request, path: 'path_to_conversion', body, jobBody: body });
	},
	whenEmpty: (run, { campaigns }) => remarkUnknownCampaigns(campaigns, run),
}).load({
	name: 'Get Path to Conversion',
	description:
		'Get the interactions that led to target events, one row for each interaction on a path: time, type, campaign, place on the path, target event and attribution weight. The dates are those of the target events.',
	action: 'Get paths to conversion',
});
