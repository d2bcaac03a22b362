import type { INodeProperties } from 'n8n-workflow';

import type { Parameters } from '../../shared/parameters/parameters';
import { pollOptions } from '../../shared/report/poll-options';
import {
	addSliceColumnsOption,
	daysPerRequestOption,
	maxConcurrencyOption,
	pageSizeOption,
	type Bounds,
} from '../../shared/report/slice-options';
import { CONCURRENCY, DAYS_PER_REQUEST, PAGE_SIZE, POLL } from '../limits';

const DAYS_TEXT = 'How many days to ask for at once; 0 asks for the whole period in one request';

/** How a report comes: page by page, or as a file that the platform makes ready. */
export type Delivery = 'direct' | 'job';

export const deliveryField: INodeProperties = {
	displayName: 'Delivery',
	name: 'delivery',
	type: 'options',
	options: [
		{
			name: 'Direct',
			value: 'direct',
			description: 'Page by page; good up to some hundred thousand rows a day',
		},
		{
			name: 'Job',
			value: 'job',
			description:
				'TargetADS prepares files that are then downloaded; for millions of rows a day, recent days only',
		},
	],
	default: 'direct',
	description: 'How TargetADS hands the rows over',
};

export function readDelivery(parameters: Parameters): Delivery {
	return parameters.choice('delivery', ['direct', 'job']);
}

const days = DAYS_PER_REQUEST;

/** Twice under one name, because the editor fills in the default of the one that is shown. */
export const daysOptions: readonly INodeProperties[] = [
	shownFor('direct', daysPerRequestOption({ default: days.direct, maximum: days.maximum }, DAYS_TEXT)),
	shownFor('job', daysPerRequestOption({ default: days.job, maximum: days.maximum }, DAYS_TEXT)),
];

/** Of reports that come in either delivery. */
export const deliveredOptions: readonly INodeProperties[] = [
	addSliceColumnsOption,
	...daysOptions,
	maxConcurrencyOption(CONCURRENCY),
	shownFor('direct', pageSizeOption(PAGE_SIZE)),
	...pollOptions(POLL).map((option) => shownFor('job', option)),
];

export interface ReportSettings {
	readonly daysPerRequest: number;
	readonly pageSize: number;
	readonly maxConcurrency: number;
	readonly addSliceColumns: boolean;
}

export function readReportSettings(
	parameters: Parameters,
	defaults: { readonly days: number; readonly pageSize: Bounds },
): ReportSettings {
	return {
		daysPerRequest: parameters.optionWholeNumber('daysPerRequest', {
			minimum: 0,
			maximum: DAYS_PER_REQUEST.maximum,
			default: defaults.days,
		}),
		pageSize: parameters.optionWholeNumber('pageSize', { minimum: 1, ...defaults.pageSize }),
		maxConcurrency: parameters.optionWholeNumber('maxConcurrency', { minimum: 1, ...CONCURRENCY }),
		addSliceColumns: parameters.optionFlag('addSliceColumns'),
	};
}

/** An option that only one delivery knows. */
export function shownFor(delivery: Delivery, option: INodeProperties): INodeProperties {
	return { ...option, displayOptions: { show: { '/delivery': [delivery] } } };
}
