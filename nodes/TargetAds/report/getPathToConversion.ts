import type { INodeProperties } from 'n8n-workflow';

import type { Observe } from '../../../connector/events';
import type { Slice } from '../../../connector/slices';
import { parseDay } from '../../shared/parameters/calendar-day';
import { nameListField, otherNamesOption } from '../../shared/parameters/name-list-field';
import { ParameterError } from '../../shared/parameters/parameter-error';
import type { Parameters } from '../../shared/parameters/parameters';
import { dateFields } from '../../shared/report/date-fields';
import { defineReport } from '../../shared/report/define-report';
import { readTimezone } from '../../shared/report/period';
import type { TargetAdsApi } from '../api';
import { pathFields } from '../fields';
import { delivery, DELIVERY_LIMITS, deliveredReader, type Delivery } from './delivery';
import { eventNamesField, eventTypesField, remarkUnknownEvents } from './event-fields';

/** Everything that a path report is asked for with, checked before any request. */
interface PathRequest {
	readonly fields: readonly string[];
	readonly eventTypes: readonly string[];
	readonly eventNames: readonly string[];
	/** Bounds of the path itself; the dates of the report bound the target events. */
	readonly interactions: { readonly DateFrom?: string; readonly DateTo?: string };
	readonly delivery: Delivery;
}

export const getPathToConversion = defineReport<TargetAdsApi, PathRequest>({
	operation: 'getPathToConversion',
	fields: [
		nameListField(pathFields, {
			displayName: 'Fields',
			name: 'fields',
			required: true,
			default: ['InteractionTime', 'InteractionType', 'PathDeviceID', 'PathPosition', 'TargetEventName'],
			description: 'Columns of the report. Type in names that the list lacks.',
		}),
		eventTypesField,
		eventNamesField,
		...dateFields,
		delivery.field,
	],
	options: [
		otherNamesOption('Other Fields', 'otherFields', 'columns'),
		interactionDate('Interaction Date From', 'interactionDateFrom', 'First'),
		interactionDate('Interaction Date To', 'interactionDateTo', 'Last'),
	],
	limits: DELIVERY_LIMITS,
	// A path belongs to one target event, and that to one day.
	dates: () => 'cut',
	request: readPathRequest,
	// Bounds of the path are dates too, and either delivery gives the same rows.
	identity: ({ fields, eventTypes, eventNames }) => ({ fields, eventTypes, eventNames }),
	async ids({ api, observe }, { eventNames }) {
		await remarkUnknownEvents(eventNames, api, observe);
		return undefined;
	},
	scope: () => ({}),
	columns: ({ fields }) => ({ requested: fields }),
	read(loading, request) {
		const body = (slice: Slice) => pathBody(request, slice);
		return deliveredReader(loading, { ...request, path: 'path_to_conversion', body, jobBody: body });
	},
}).load({
	name: 'Get Path to Conversion',
	description: 'Get the interactions that led to target events, with their attribution weights',
	action: 'Get paths to conversion',
});

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
function readPathRequest(parameters: Parameters, observe: Observe): PathRequest {
	return {
		fields: parameters.required('fields', 'otherFields'),
		eventTypes: parameters.list('eventTypes'),
		eventNames: parameters.list('eventNames'),
		interactions: readInteractionDates(parameters, observe),
		delivery: delivery.read(parameters),
	};
}

/** Body of both deliveries (sheet 3.6, 3.8). Filters that were not asked for stay out: an empty one may mean "all". */
function pathBody({ fields, eventTypes, eventNames, interactions }: PathRequest, { window }: Slice): object {
	return {
		ResponseType: 'JSON',
		Fields: fields,
		...(Object.keys(interactions).length === 0 ? {} : { InteractionFilter: interactions }),
		TargetFilter: {
			DateFrom: window?.dateFrom,
			DateTo: window?.dateTo,
			...(eventTypes.length === 0 ? {} : { EventType: eventTypes }),
			...(eventNames.length === 0 ? {} : { EventName: eventNames }),
		},
	};
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
