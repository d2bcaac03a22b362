import type { INodeProperties } from 'n8n-workflow';

import type { Parameters } from '../../shared/parameters/parameters';
import {
	addSliceColumnsOption,
	daysPerRequestOption,
	maxConcurrencyOption,
	pageSizeOption,
} from '../../shared/parameters/slice-options';
import { CONCURRENCY, DAYS_PER_REQUEST, PAGE_SIZE } from '../platform';

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

export const daysOption = daysPerRequestOption(
	{ default: DAYS_PER_REQUEST.direct, maximum: DAYS_PER_REQUEST.maximum },
	`How many days to ask for at once; left out, ${DAYS_PER_REQUEST.direct} (${DAYS_PER_REQUEST.job} for jobs). 0 asks for the whole period in one request.`,
);

export const reportOptions: readonly INodeProperties[] = [
	addSliceColumnsOption,
	daysOption,
	maxConcurrencyOption(CONCURRENCY),
	pageSizeOption(PAGE_SIZE),
];

export interface ReportSettings {
	readonly daysPerRequest: number;
	readonly pageSize: number;
	readonly maxConcurrency: number;
	readonly addSliceColumns: boolean;
}

export function readReportSettings(parameters: Parameters, defaultDays: number): ReportSettings {
	return {
		daysPerRequest: parameters.optionWholeNumber('daysPerRequest', {
			minimum: 0,
			maximum: DAYS_PER_REQUEST.maximum,
			default: defaultDays,
		}),
		pageSize: parameters.optionWholeNumber('pageSize', { minimum: 1, ...PAGE_SIZE }),
		maxConcurrency: parameters.optionWholeNumber('maxConcurrency', { minimum: 1, ...CONCURRENCY }),
		addSliceColumns: parameters.optionFlag('addSliceColumns'),
	};
}
