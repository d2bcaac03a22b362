import type { Parameters } from '../../shared/parameters/parameters';
import { ParameterError } from '../../shared/parameters/parameter-error';
import type { Slice } from '../../../connector/slices';
import { readCampaignScope, type CampaignScope } from '../campaign-scope';
import { DAYS_PER_REQUEST, IDS_PER_REQUEST, PAGE_SIZE, PLACEMENT_FIELD } from '../limits';
import { readDelivery, readReportSettings, type Delivery, type ReportSettings } from './settings';

export type JobFormat = 'documented' | 'flat';

/** Everything that a raw report is asked for with, checked before any request. */
export interface RawRequest {
	readonly fields: readonly string[];
	readonly interactionTypes: readonly string[];
	readonly campaigns: CampaignScope;
	readonly delivery: Delivery;
	readonly jobFormat: JobFormat;
	readonly idsPerRequest: number;
	readonly addCampaignNames: boolean;
	readonly settings: ReportSettings;
}

/** @throws {ParameterError} */
export function readRawRequest(parameters: Parameters): RawRequest {
	const delivery = readDelivery(parameters);
	const campaigns = readCampaignScope(parameters);
	const jobFormat = parameters.hasOption('jobFormat')
		? parameters.optionChoice('jobFormat', ['documented', 'flat'])
		: 'documented';
	if (delivery === 'job' && jobFormat === 'flat' && campaigns.kind !== 'all')
		throw new ParameterError(
			'Job Format',
			'Job Format is Flat, which has no campaign filter, but Campaigns is not All.',
			'Set Campaigns to All, or Job Format to Documented.',
		);
	const addCampaignNames = parameters.optionFlag('addCampaignNames');
	const fields = parameters.required('fields', 'otherFields');
	return {
		// Names are joined by this field, so it has to come along.
		fields: addCampaignNames && !fields.includes(PLACEMENT_FIELD) ? [...fields, PLACEMENT_FIELD] : fields,
		interactionTypes: parameters.required('interactionTypes', 'otherInteractionTypes'),
		campaigns,
		delivery,
		jobFormat,
		idsPerRequest: parameters.optionWholeNumber('idsPerRequest', { minimum: 1, ...IDS_PER_REQUEST }),
		addCampaignNames,
		settings: readReportSettings(parameters, { days: DAYS_PER_REQUEST[delivery], pageSize: PAGE_SIZE }),
	};
}

/** Body of a direct report, and of a job without its paging (sheet 3.4, 3.7). */
export function rawBody({ fields, interactionTypes }: RawRequest, { window, ids, variant }: Slice): object {
	return {
		ResponseType: 'JSON',
		Fields: fields,
		InteractionFilter: {
			DateFrom: window?.dateFrom,
			DateTo: window?.dateTo,
			InteractionType: variant === undefined ? interactionTypes : [variant],
			...(ids === undefined ? {} : { MediaCampaignId: ids.map(Number) }),
		},
	};
}

/** Body of a job. `Limit` and `Offset` stay out, since a file has no pages (sheet T9); two dialects are known (T6). */
export function rawJobBody(request: RawRequest, slice: Slice): object {
	if (request.jobFormat === 'documented') return { ...rawBody(request, slice), Stable: 1 };
	const { window, variant } = slice;
	return {
		Fields: request.fields,
		DateFrom: window?.dateFrom,
		DateTo: window?.dateTo,
		InteractionType: variant,
	};
}
