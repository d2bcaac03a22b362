import type { INodeProperties } from 'n8n-workflow';

import type { Observe } from '../../../connector/events';
import { exactNumber } from '../../../connector/rows';
import type { Slice } from '../../../connector/slices';
import { parseDay } from '../../shared/parameters/calendar-day';
import { ParameterError } from '../../shared/parameters/parameter-error';
import type { Parameters } from '../../shared/parameters/parameters';
import { parseList } from '../../shared/parameters/value-list';
import { readTimezone } from '../../shared/report/period';
import { readCampaignScope, type CampaignScope } from '../campaign-scope';
import { eventNameList, eventTypeList, pathFields, pathInteractionTypeList } from '../names/lists';
import { delivery, type Delivery } from './delivery';
import { readExtraFilters, sentFilters, type Filters, type OwnFilters } from './extra-filters';

/** Everything that a path report is asked for with, checked before any request. */
export interface PathRequest {
	readonly fields: readonly string[];
	readonly interactionTypes: readonly string[];
	readonly eventTypes: readonly string[];
	readonly eventNames: readonly string[];
	readonly itemCategories: readonly string[];
	readonly campaigns: CampaignScope;
	/** Bounds of the path itself; the dates of the report bound the target events. */
	readonly interactions: { readonly DateFrom?: string; readonly DateTo?: string };
	readonly extraFilters: Filters;
	readonly delivery: Delivery;
}

const OWN_FILTERS: OwnFilters = {
	InteractionFilter: {
		DateFrom: 'Interaction Date From',
		DateTo: 'Interaction Date To',
		InteractionType: 'Interaction Types on the Path',
		MediaCampaignId: 'Campaigns',
	},
	TargetFilter: {
		DateFrom: 'Date Range',
		DateTo: 'Date Range',
		EventType: 'Event Type Names or IDs',
		EventName: 'Event Names or IDs',
		EcomItemCategory1: 'Item Categories',
	},
};

export const pathOptions: readonly INodeProperties[] = [
	interactionDate('Interaction Date From', 'interactionDateFrom', 'First'),
	interactionDate('Interaction Date To', 'interactionDateTo', 'Last'),
	{
		displayName: 'Item Categories',
		name: 'itemCategories',
		type: 'string',
		default: '',
		placeholder: 'e.g. Sofas, Armchairs',
		description:
			'Only target events with goods of these categories, of the first level. Put commas between them, or write a JSON list where a name has a comma.',
	},
];

function interactionDate(displayName: string, name: string, which: string): INodeProperties {
	return {
		displayName,
		name,
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
		description: `${which} day of the interactions on a path; left out, the path is as long as TargetADS gives it`,
	};
}

/** @throws {ParameterError} */
export function readPathRequest(parameters: Parameters, observe: Observe): PathRequest {
	return {
		fields: pathFields.read(parameters),
		interactionTypes: pathInteractionTypeList.read(parameters),
		eventTypes: eventTypeList.read(parameters),
		eventNames: eventNameList.read(parameters),
		itemCategories: parseList(parameters.option('itemCategories'), parameters.displayName('itemCategories')),
		campaigns: readCampaignScope(parameters),
		interactions: readInteractionDates(parameters, observe),
		extraFilters: readExtraFilters(parameters, OWN_FILTERS),
		delivery: delivery.read(parameters),
	};
}

/** Bounds of the path are dates too, and either delivery gives the same rows. */
export function pathIdentity({ interactions: _days, delivery: _how, ...request }: PathRequest): unknown {
	return request;
}

/** Body of both deliveries (sheet 3.6, 3.8). */
export function pathBody(request: PathRequest, { window, ids }: Slice): object {
	const { fields, interactionTypes, eventTypes, eventNames, itemCategories } = request;
	return {
		ResponseType: 'JSON',
		Fields: fields,
		...sentFilters(
			{
				InteractionFilter: {
					...request.interactions,
					...unlessEmpty('InteractionType', interactionTypes),
					...(ids === undefined ? {} : { MediaCampaignId: ids.map(exactNumber) }),
				},
				TargetFilter: {
					DateFrom: window?.dateFrom,
					DateTo: window?.dateTo,
					...unlessEmpty('EventType', eventTypes),
					...unlessEmpty('EventName', eventNames),
					...unlessEmpty('EcomItemCategory1', itemCategories),
				},
			},
			request.extraFilters,
		),
	};
}

/** A filter that was not asked for stays out: an empty one may mean "all" (sheet T22). */
function unlessEmpty(name: string, values: readonly string[]): Readonly<Record<string, readonly string[]>> {
	return values.length === 0 ? {} : { [name]: values };
}

function readInteractionDates(parameters: Parameters, observe: Observe): PathRequest['interactions'] {
	const timezone = readTimezone(parameters);
	const day = (name: string) =>
		parameters.hasOption(name)
			? parseDay(parameters.option(name), parameters.displayName(name), timezone, observe)
			: undefined;
	const from = day('interactionDateFrom');
	const to = day('interactionDateTo');
	if (from !== undefined && to !== undefined && from > to)
		throw new ParameterError(
			'Interaction Date From',
			`Interaction Date From (${from}) is after Interaction Date To (${to}).`,
			'Exchange the two dates.',
		);
	return { ...(from === undefined ? {} : { DateFrom: from }), ...(to === undefined ? {} : { DateTo: to }) };
}
