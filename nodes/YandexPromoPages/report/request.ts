import type { IDataObject } from 'n8n-workflow';

import type { Slice } from '../../../connector/slices';
import { choiceField } from '../../shared/parameters/choice-field';
import { idScope } from '../../shared/parameters/id-scope';
import type { Parameters } from '../../shared/parameters/parameters';
import { dateFields } from '../../shared/report/date-fields';
import type { Level, ReportOrder } from '../api';
import { level } from '../campaign/level';
import { campaignIds, publishers } from '../publishers';
import { addNames, Names } from './names';

export const campaigns = idScope({
	...campaignIds,
	load: 'getReportCampaigns',
	dependsOn: publishers.names,
	options: [
		{ name: 'All', value: 'all', description: 'All campaigns of the publishers, archived ones included' },
	],
	description: 'Which campaigns to report on',
});

const trafficSource = choiceField({
	displayName: 'Traffic Source',
	name: 'trafficSource',
	type: 'options',
	options: [
		{ name: 'All Sources', value: 'total', description: 'Wherever they came from, in one sum' },
		{ name: 'Yandex Advertising Network', value: 'rsya', description: 'Sites of partners (РСЯ)' },
		{ name: 'Yandex Search', value: 'ya_search', description: 'Results of the search engine' },
	],
	default: 'total',
	description: 'Where the impressions came from',
});

export const reportFields = [
	...publishers.fields,
	level.field,
	...campaigns.fields,
	...dateFields,
	trafficSource.field,
];

/** Everything that a report is ordered with. */
export interface ReportRequest {
	/** Undefined for all that are accessible. */
	readonly publisherIds: readonly string[] | undefined;
	readonly level: Level;
	/** Undefined for all campaigns of the publishers. */
	readonly campaignIds: readonly string[] | undefined;
	readonly trafficSource: string;
	/** To be learnt while campaigns are listed; undefined where none are wanted. */
	readonly names: Names | undefined;
}

/** Ids that name a row at each level (sheet 3.3). */
export const KEYS: Readonly<Record<Level, readonly string[]>> = {
	campaigns: ['campaignId'],
	publications: ['campaignId', 'publicationId'],
	previews: ['campaignId', 'publicationId', 'previewId'],
};

/** @throws {ParameterError} */
export function readReportRequest(parameters: Parameters): ReportRequest {
	const of = level.read(parameters);
	return {
		publisherIds: publishers.read(parameters).ids,
		level: of,
		campaignIds: campaigns.read(parameters).ids,
		trafficSource: trafficSource.read(parameters),
		names: parameters.flag(addNames.name) ? new Names(KEYS[of].length) : undefined,
	};
}

/** Each slice belongs to one publisher. */
export function publisherOf({ variant }: Slice): string {
	return variant ?? '';
}

/** Names a slice in the node's parameters, besides its days. */
export function scopeOfSlice(slice: Slice, { level: of }: ReportRequest): IDataObject {
	const publisherId = publisherOf(slice);
	return {
		publisherId,
		...publishers.ofSlice({ ids: [publisherId] }),
		level: of,
		...campaigns.ofSlice(slice),
	};
}

/** @param slice of a plan, which always has days and ids */
export function reportOrder(request: ReportRequest, slice: Slice): ReportOrder {
	const { window, ids } = slice;
	return {
		publisherId: publisherOf(slice),
		campaignIds: ids ?? [],
		mskDateFrom: window?.dateFrom ?? '',
		mskDateTo: window?.dateTo ?? '',
		trafficSource: request.trafficSource,
	};
}
