import { exactNumber } from '../../../connector/rows';
import type { Slice } from '../../../connector/slices';
import { choiceField } from '../../shared/parameters/choice-field';
import { ParameterError } from '../../shared/parameters/parameter-error';
import type { Parameters } from '../../shared/parameters/parameters';
import { addNamesField } from '../campaign-names';
import { readCampaignScope, type CampaignScope } from '../campaign-scope';
import { PLACEMENT_FIELD } from '../limits';
import { fields, interactionTypeList } from '../names/lists';
import { delivery, onlyJob, type Delivery } from './delivery';
import { readExtraFilters, sentFilters, type Filters, type OwnFilters } from './extra-filters';

export const jobFormat = choiceField({
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
	displayOptions: { show: onlyJob },
	description: 'How to write the order of a job. Try the other one when TargetADS refuses an order.',
});

/** Everything that a raw report is asked for with, checked before any request. */
export interface RawRequest {
	readonly fields: readonly string[];
	readonly interactionTypes: readonly string[];
	readonly campaigns: CampaignScope;
	readonly delivery: Delivery;
	readonly jobFormat: string;
	readonly addNames: boolean;
	readonly extraFilters: Filters;
}

const OWN_FILTERS: OwnFilters = {
	InteractionFilter: {
		DateFrom: 'Date Range',
		DateTo: 'Date Range',
		InteractionType: 'Interaction Types',
		MediaCampaignId: 'Campaigns',
	},
	TargetFilter: {},
};

/** @throws {ParameterError} */
export function readRawRequest(parameters: Parameters): RawRequest {
	const kind = delivery.read(parameters);
	const campaigns = readCampaignScope(parameters);
	const format = jobFormat.readOption(parameters) ?? 'documented';
	if (kind === 'job' && format === 'flat' && campaigns.kind !== 'all')
		throw new ParameterError(
			'Job Format',
			'Job Format is Flat, which has no campaign filter, but Campaigns is not All.',
			'Set Campaigns to All, or Job Format to Documented.',
		);
	const extraFilters = readExtraFilters(parameters, OWN_FILTERS);
	if (kind === 'job' && format === 'flat' && Object.keys(sentFilters({}, extraFilters)).length > 0)
		throw new ParameterError(
			'Job Format',
			'Job Format is Flat, which has no room for Extra Filters.',
			'Remove Extra Filters, or set Job Format to Documented.',
		);
	return {
		fields: fields.read(parameters),
		interactionTypes: interactionTypeList.read(parameters),
		campaigns,
		delivery: kind,
		jobFormat: format,
		addNames: parameters.flag(addNamesField.name),
		extraFilters,
	};
}

/** Names are joined by the placement, so its field has to come along. */
export function sentFields({ fields, addNames }: RawRequest): readonly string[] {
	return addNames && !fields.includes(PLACEMENT_FIELD) ? [...fields, PLACEMENT_FIELD] : fields;
}

/** Body of a direct report, and of a job without its paging (sheet 3.4, 3.7). */
export function rawBody(request: RawRequest, { window, ids, variant }: Slice): object {
	const InteractionFilter = {
		DateFrom: window?.dateFrom,
		DateTo: window?.dateTo,
		InteractionType: variant === undefined ? request.interactionTypes : [variant],
		...(ids === undefined ? {} : { MediaCampaignId: ids.map(exactNumber) }),
	};
	return {
		ResponseType: 'JSON',
		Fields: sentFields(request),
		...sentFilters({ InteractionFilter }, request.extraFilters),
	};
}

/** Body of a job. `Limit` and `Offset` stay out, since a file has no pages (sheet T9); two dialects are known (T6). */
export function rawJobBody(request: RawRequest, slice: Slice): object {
	if (request.jobFormat === 'documented') return { ...rawBody(request, slice), Stable: 1 };
	const { window, variant } = slice;
	return {
		Fields: sentFields(request),
		DateFrom: window?.dateFrom,
		DateTo: window?.dateTo,
		InteractionType: variant,
	};
}
