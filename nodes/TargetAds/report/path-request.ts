import type { INodeProperties } from 'n8n-workflow';

import type { Slice } from '../../../connector/slices';
import { parseDay } from '../../shared/parameters/calendar-day';
import { DEFAULT_TIMEZONE } from '../../shared/report/date-fields';
import { ParameterError } from '../../shared/parameters/parameter-error';
import type { Parameters } from '../../shared/parameters/parameters';
import { DAYS_PER_REQUEST, PAGE_SIZE } from '../limits';
import { readDelivery, readReportSettings, type Delivery, type ReportSettings } from './settings';

/** Everything that a path report is asked for with, checked before any request. */
export interface PathRequest {
	readonly fields: readonly string[];
	readonly eventTypes: readonly string[];
	readonly eventNames: readonly string[];
	/** Bounds of the path itself; the dates of the report bound the target events. */
	readonly interactions: { readonly DateFrom?: string; readonly DateTo?: string };
	readonly delivery: Delivery;
	readonly settings: ReportSettings;
}

export const interactionDateOptions: readonly INodeProperties[] = [
	interactionDate('Interaction Date From', 'interactionDateFrom', 'First'),
	interactionDate('Interaction Date To', 'interactionDateTo', 'Last'),
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
export function readPathRequest(parameters: Parameters): PathRequest {
	const delivery = readDelivery(parameters);
	return {
		fields: parameters.required('fields', 'otherFields'),
		eventTypes: parameters.list('eventTypes'),
		eventNames: parameters.list('eventNames'),
		interactions: readInteractionDates(parameters),
		delivery,
		settings: readReportSettings(parameters, { days: DAYS_PER_REQUEST[delivery], pageSize: PAGE_SIZE }),
	};
}

/** Body of both deliveries (sheet 3.6, 3.8). Filters that were not asked for stay out: an empty one may mean "all". */
export function pathBody(
	{ fields, eventTypes, eventNames, interactions }: PathRequest,
	{ window }: Slice,
): object {
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

function readInteractionDates(parameters: Parameters): PathRequest['interactions'] {
	const timezone = parameters.hasOption('timezone') ? parameters.optionText('timezone') : DEFAULT_TIMEZONE;
	const day = (name: string) =>
		parameters.hasOption(name)
			? parseDay(parameters.option(name), parameters.displayName(name), timezone)
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
