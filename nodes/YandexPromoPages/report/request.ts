import type { Slice } from '../../../connector/slices';
import { choiceField } from '../../shared/parameters/choice-field';
import { idScope } from '../../shared/parameters/id-scope';
import type { Parameters } from '../../shared/parameters/parameters';
import { dateFields } from '../../shared/report/date-fields';
import type { Level, ReportOrder } from '../api';
import { level } from '../campaign/level';
import { campaignIds, publisherField } from '../publishers';

const campaigns = idScope({
	...campaignIds,
	options: [
		{ name: 'All', value: 'all', description: 'All campaigns of the publisher, archived ones included' },
	],
	description: 'Which campaigns to report on',
});

export const campaignsOfSlice = campaigns.ofSlice;

const trafficSource = choiceField({
	displayName: 'Traffic Source',
	name: 'trafficSource',
	type: 'options',
	options: [
		{ name: 'All Sources', value: 'total' },
		{ name: 'Yandex Advertising Network', value: 'rsya' },
		{ name: 'Yandex Search', value: 'ya_search' },
	],
	default: 'total',
	description: 'Where the impressions came from',
});

export const reportFields = [
	publisherField,
	{ ...level.field, description: 'What to count, one row per day each' },
	...campaigns.fields,
	...dateFields,
	trafficSource.field,
];

/** Everything that a report is ordered with. */
export interface ReportRequest {
	readonly publisherId: string;
	readonly level: Level;
	/** Undefined for all campaigns of the publisher. */
	readonly campaignIds: readonly string[] | undefined;
	readonly trafficSource: string;
}

/** @throws {ParameterError} */
export function readReportRequest(parameters: Parameters): ReportRequest {
	return {
		publisherId: parameters.locator('publisherId'),
		level: level.read(parameters),
		campaignIds: campaigns.read(parameters).ids,
		trafficSource: trafficSource.read(parameters),
	};
}

/** @param slice of a plan, which always has days and ids */
export function reportOrder(request: ReportRequest, { window, ids }: Slice): ReportOrder {
	return {
		publisherId: request.publisherId,
		campaignIds: ids ?? [],
		mskDateFrom: window?.dateFrom ?? '',
		mskDateTo: window?.dateTo ?? '',
		trafficSource: request.trafficSource,
	};
}
