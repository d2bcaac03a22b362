import type { INodeProperties } from 'n8n-workflow';

import type { ColumnSources } from '../../../connector/rows';
import type { Slice } from '../../../connector/slices';
import { SLICE_COLUMNS } from '../../shared/report/report-pages';
import type { Parameters } from '../../shared/parameters/parameters';
import {
	daysPerRequestOption,
	idsPerRequestOption,
	maxConcurrencyOption,
} from '../../shared/report/slice-options';
import type { Query } from '../api';
import { CONCURRENCY, DAYS_PER_REQUEST, IDS_PER_REQUEST } from '../limits';
import { BASE_COLUMNS } from './metrics';
import { readObjectScope, type ObjectScope } from './object-scope';

/** What every kind of statistics is asked for with, checked before any request. */
export interface ReportRequest {
	readonly objects: ObjectScope;
	/** Empty where the kind has none. */
	readonly metrics: readonly string[];
	/** '' leaves it to the platform. */
	readonly attribution: string;
	readonly simplify: boolean;
	readonly daysPerRequest: number;
	readonly idsPerRequest: number;
	readonly maxConcurrency: number;
}

export const simplifyField: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

/** The documentation's two languages name different values (trap 40). */
const ATTRIBUTIONS = ['conversion', 'default', 'impression'] as const;

export const attributionOption: INodeProperties = {
	displayName: 'Attribution',
	name: 'attribution',
	type: 'options',
	options: [
		{ name: 'Conversion', value: 'conversion', description: 'By the time of the event' },
		{ name: 'Default', value: 'default', description: 'What older accounts of myTarget know instead of it' },
		{ name: 'Impression', value: 'impression', description: 'By the time of the impression' },
	],
	default: 'conversion',
	description: 'Which day a conversion belongs to; without it the platform decides',
};

export const daysOption = daysPerRequestOption(
	DAYS_PER_REQUEST,
	'How many days to ask for at once. Smaller requests are safer, larger ones fewer.',
);
export const idsOption = idsPerRequestOption(IDS_PER_REQUEST, 'objects');
export const concurrencyOption = maxConcurrencyOption(CONCURRENCY);

/** @throws {ParameterError} */
export function readReportRequest(parameters: Parameters): ReportRequest {
	return {
		objects: readObjectScope(parameters),
		metrics: [],
		attribution: parameters.hasOption('attribution')
			? parameters.optionChoice('attribution', ATTRIBUTIONS)
			: '',
		simplify: parameters.flag('simplify'),
		daysPerRequest: parameters.optionWholeNumber('daysPerRequest', { minimum: 1, ...DAYS_PER_REQUEST }),
		idsPerRequest: parameters.optionWholeNumber('idsPerRequest', { minimum: 1, ...IDS_PER_REQUEST }),
		maxConcurrency: parameters.optionWholeNumber('maxConcurrency', { minimum: 1, ...CONCURRENCY }),
	};
}

/** The same with sets of metrics, of which there has to be one. @throws {ParameterError} */
export function readMetricsRequest(parameters: Parameters): ReportRequest {
	return { ...readReportRequest(parameters), metrics: parameters.required('metrics', 'otherMetrics') };
}

/** Ids and days of a slice, both days included. An empty list of ids never gets here: such a plan has no slice. */
export function sliceQuery(
	{ ids, window }: Slice,
	{ attribution }: Pick<ReportRequest, 'attribution'>,
): Query {
	const query: [string, string][] = [];
	if (ids !== undefined) query.push(['id', ids.join(',')]);
	if (window !== undefined) query.push(['date_from', window.dateFrom], ['date_to', window.dateTo]);
	if (attribution !== '') query.push(['attribution', attribution]);
	return query;
}

/** @param keys columns that name a row */
export function metricColumns(parameters: Parameters, keys: readonly string[]): ColumnSources {
	const { metrics, simplify } = readMetricsRequest(parameters);
	const hasBase = metrics.includes('base') || metrics.includes('all');
	const columns = simplify ? (hasBase ? BASE_COLUMNS : []) : metrics.filter((set) => set !== 'all');
	const added = parameters.optionFlag('addSliceColumns') ? SLICE_COLUMNS : [];
	return { known: [...keys, ...columns, ...added] };
}
