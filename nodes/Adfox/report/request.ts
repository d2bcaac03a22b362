import type { Slice } from '../../../connector/slices';
import { locatorId } from '../../shared/parameters/locator';
import { ParameterError } from '../../shared/parameters/parameter-error';
import type { Parameters } from '../../shared/parameters/parameters';
import type { ReportOrder, SavedReportOrder } from '../api';
import { asObject } from '../objects/sent-values';
import { DAY_DIMENSION, DAYS_PER_REQUEST, REPORT_NAMES } from '../limits';
import { readLevel, type Level } from './level';

type Conditions = ReportOrder['filters'];

/** Everything that a report is ordered with, checked before any request. */
export interface ReportRequest {
	readonly level: Level;
	/** '' for a report made of metrics and dimensions. */
	readonly reportName: string;
	readonly metrics: readonly string[];
	readonly dimensions: readonly string[];
	readonly filters: Conditions;
	readonly ownerId: string;
	/** Of a saved report at a level below the account. */
	readonly objectId: string;
	/** 0: it may not be cut, because its rows do not tell their days. */
	readonly daysPerRequest: number;
}

/** @throws {ParameterError} */
export function readReportRequest(parameters: Parameters): ReportRequest {
	const reportName = locatorId(parameters.value('reportName'));
	const dimensions = bounded('Dimensions', parameters.list('dimensions', 'otherDimensions'));
	const metrics = bounded('Metrics', parameters.list('metrics', 'otherMetrics'));
	if (metrics.length === 0 && reportName === '')
		throw new ParameterError('Metrics', 'Metrics is empty.', 'Choose at least one, or a Saved Report.');
	const filters = bounded('Filters', readConditions(parameters));
	// The order of a saved report has no room for them, so its rows would be unfiltered.
	if (reportName !== '' && filters.length > 0)
		throw new ParameterError(
			'Filters',
			'Filters cannot be used with a Saved Report, which has its own.',
			'Remove the conditions, or use Metrics and Dimensions instead of a Saved Report.',
		);
	const { maximum } = DAYS_PER_REQUEST;
	const days = parameters.optionWholeNumber('daysPerRequest', { minimum: 0, ...DAYS_PER_REQUEST });
	return {
		level: readLevel(parameters),
		reportName,
		metrics,
		dimensions,
		filters,
		ownerId: parameters.optionText('ownerId'),
		objectId: parameters.optionText('objectId'),
		// The columns of a saved report are its own, so whether its rows tell their days is not known.
		daysPerRequest: reportName === '' && dimensions.includes(DAY_DIMENSION) ? days || maximum : 0,
	};
}

/**
 * The body of an order.
 *
 * @param slice of a plan, which always has days
 * @param rows wanted, at most what one report can have
 */
export function reportOrder(
	{ metrics, dimensions, filters, ownerId }: ReportRequest,
	slice: Slice,
	rows: number,
): ReportOrder {
	return {
		metrics,
		dimensions,
		filters,
		dateRange: dateRangeOf(slice),
		// Always sent: what is taken without it is not documented.
		limit: rows,
		...(ownerId === '' ? {} : { ownerId: asId(ownerId) }),
	};
}

/** The body of an order of a saved report, which takes neither columns nor a limit. */
export function savedReportOrder(
	{ level, objectId, ownerId }: ReportRequest,
	slice: Slice,
): SavedReportOrder {
	return {
		level,
		...(objectId === '' ? {} : { objectId: asId(objectId) }),
		dateRange: dateRangeOf(slice),
		...(ownerId === '' ? {} : { ownerId: asId(ownerId) }),
	};
}

function dateRangeOf({ window }: Slice): ReportOrder['dateRange'] {
	return { from: window?.dateFrom ?? '', to: window?.dateTo ?? '' };
}

/** Reports want ids as JSON numbers; whatever is none is for the platform to refuse. */
function asId(text: string): number | string {
	return Number.isSafeInteger(Number(text)) ? Number(text) : text;
}

function readConditions(parameters: Parameters): Conditions {
	const { values } = asObject(asObject(parameters.value('filters')).conditions);
	if (!Array.isArray(values)) return [];
	return (values as unknown[]).map((entry) => {
		const { field, operator, value } = asObject(entry);
		const name = typeof field === 'string' ? field.trim() : '';
		if (name === '')
			throw new ParameterError('Field', 'A condition of Filters has no Field.', 'Enter one, or remove it.');
		return {
			field: name,
			operator: typeof operator === 'string' ? operator.trim() : 'eq',
			value: conditionValue(value),
		};
	});
}

/** Operators such as "in" want a list, which a text field can only hold as JSON. */
function conditionValue(value: unknown): unknown {
	if (typeof value !== 'string' || !value.trim().startsWith('[')) return value ?? '';
	try {
		return JSON.parse(value);
	} catch {
		return value;
	}
}

function bounded<Entry>(name: string, entries: readonly Entry[]): readonly Entry[] {
	if (entries.length <= REPORT_NAMES) return entries;
	throw new ParameterError(
		name,
		`${name} has ${entries.length} entries, but ADFOX takes ${REPORT_NAMES} in one report.`,
		'Use fewer, or load several reports.',
	);
}
