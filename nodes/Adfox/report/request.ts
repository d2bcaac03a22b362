import { exactNumber, type ExactNumber } from '../../../connector/rows';
import type { Slice } from '../../../connector/slices';
import { choiceField } from '../../shared/parameters/choice-field';
import { conditionEntries } from '../../shared/parameters/conditions';
import { parseJson } from '../../shared/parameters/json';
import { locatorId } from '../../shared/parameters/locator';
import { ParameterError } from '../../shared/parameters/parameter-error';
import type { Parameters } from '../../shared/parameters/parameters';
import { looksLikeList, wholeNumberId } from '../../shared/parameters/value-list';
import type { ReportOrder, SavedReportOrder } from '../api';
import { REPORT_NAMES } from '../limits';

/** Levels of detail (sheet 5.1, 5.2). */
export const level = choiceField({
	displayName: 'Level',
	name: 'level',
	type: 'options',
	options: [
		{ name: 'Account', value: 'owner' },
		{ name: 'Banner', value: 'banner' },
		{ name: 'Campaign', value: 'campaign' },
		{ name: 'Place', value: 'place' },
		{ name: 'Section', value: 'section' },
		{ name: 'Site', value: 'site' },
		{ name: 'Super Campaign', value: 'supercampaign' },
	],
	default: 'owner',
	description: 'Level of detail of a saved report',
});

type Conditions = ReportOrder['filters'];

/** Everything that a report is ordered with, checked before any request. */
export interface ReportRequest {
	readonly level: string;
	/** '' for a report made of metrics and dimensions. */
	readonly reportName: string;
	readonly metrics: readonly string[];
	readonly dimensions: readonly string[];
	readonly filters: Conditions;
	readonly ownerId: string;
	/** Of a saved report at a level below the account. */
	readonly objectId: string;
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
	return {
		level: level.read(parameters),
		reportName,
		metrics,
		dimensions,
		filters,
		ownerId: optionId(parameters, 'ownerId'),
		objectId: optionId(parameters, 'objectId'),
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
export function savedReportOrder(request: ReportRequest, slice: Slice): SavedReportOrder {
	const { objectId, ownerId } = request;
	return {
		level: request.level,
		...(objectId === '' ? {} : { objectId: asId(objectId) }),
		dateRange: dateRangeOf(slice),
		...(ownerId === '' ? {} : { ownerId: asId(ownerId) }),
	};
}

/** What makes it another report, whatever its days: what its order carries. */
export function reportIdentity(request: ReportRequest): unknown {
	const { reportName, level, objectId, metrics, dimensions, filters, ownerId } = request;
	return reportName === ''
		? { metrics, dimensions, filters, ownerId }
		: { reportName, level, objectId, ownerId };
}

function dateRangeOf({ window }: Slice): ReportOrder['dateRange'] {
	return { from: window?.dateFrom ?? '', to: window?.dateTo ?? '' };
}

/** `07` and `7` are one id, and so one report. */
function optionId(parameters: Parameters, name: string): string {
	const text = parameters.optionText(name);
	return wholeNumberId(text) ?? text;
}

/** Reports want ids as JSON numbers; whatever is none is for the platform to refuse. */
function asId(text: string): string | number | ExactNumber {
	return /^(0|[1-9]\d*)$/.test(text) ? exactNumber(text) : text;
}

function readConditions(parameters: Parameters): Conditions {
	return conditionEntries(parameters).map(({ field, operator, value }) => {
		const name = typeof field === 'string' ? field.trim() : '';
		if (name === '')
			throw new ParameterError('Field', 'A condition of Filters has no Field.', 'Enter one, or remove it.');
		return {
			field: name,
			operator: typeof operator === 'string' ? operator.trim() : 'eq',
			value: conditionValue(value, operator),
		};
	});
}

/**
 * Whether a list is meant: by the operator, or by texts or numbers in it. A pattern of names may begin with a bracket, too:
 * `[Brand]*`.
 */
const TAKES_LIST = /(^|_)n?in$/;
const MEANT_AS_LIST = /^\s*\[\s*(["'\]\d-]|$)/;

/** Operators such as "in" want a list, which a text field can only hold as JSON. @throws {ParameterError} it is none */
function conditionValue(value: unknown, operator: unknown): unknown {
	if (!looksLikeList(value)) return value ?? '';
	if (!MEANT_AS_LIST.test(value) && !TAKES_LIST.test(String(operator))) return value;
	return parseJson(
		value,
		'Value',
		'A Value that begins with [ has to be a list in JSON, such as [1, 2] or ["a", "b"].',
	);
}

function bounded<Entry>(name: string, entries: readonly Entry[]): readonly Entry[] {
	if (entries.length <= REPORT_NAMES) return entries;
	throw new ParameterError(
		name,
		`${name} has ${entries.length} entries, but ADFOX takes ${REPORT_NAMES} in one report.`,
		'Use fewer, or load several reports.',
	);
}
