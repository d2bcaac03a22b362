import { exactNumber, type ExactNumber } from '../../../connector/rows';
import type { Slice } from '../../../connector/slices';
import { choiceField } from '../../shared/parameters/choice-field';
import { conditionEntries } from '../../shared/parameters/conditions';
import { parseJson } from '../../shared/parameters/json';
import { locatorId } from '../../shared/parameters/locator';
import { ParameterError } from '../../shared/parameters/parameter-error';
import type { Parameters } from '../../shared/parameters/parameters';
import { shown } from '../../shared/parameters/shown';
import { looksLikeList, wholeNumberId } from '../../shared/parameters/value-list';
import type { ReportOrder, SavedReportOrder } from '../api';
import { dimensions as dimensionList, metrics as metricList } from './columns';
import { REPORT_NAMES } from '../limits';

/** Levels of detail (sheet 5.1, 5.2). */
export const level = choiceField({
	displayName: 'Level',
	name: 'level',
	type: 'options',
	options: [
		{ name: 'Account', value: 'owner', description: 'On the account as a whole' },
		{ name: 'Banner', value: 'banner', description: 'On one banner' },
		{ name: 'Campaign', value: 'campaign', description: 'On one campaign' },
		{ name: 'Place', value: 'place', description: 'On one place' },
		{ name: 'Site', value: 'site', description: 'On one site' },
		{ name: 'Super Campaign', value: 'supercampaign', description: 'On one super campaign' },
		{ name: 'Zone', value: 'section', description: 'On one zone, a section of a site' },
	],
	default: 'owner',
	description:
		'What a saved report is on; Options > Object ID says which one. Metrics and Dimensions do not need it.',
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
	readonly simplify: boolean;
}

/** @throws {ParameterError} */
export function readReportRequest(parameters: Parameters): ReportRequest {
	const reportName = locatorId(parameters.value('reportName'));
	const dimensions = bounded('Dimensions', dimensionList.read(parameters));
	const metrics = bounded('Metrics', metricList.read(parameters));
	if (metrics.length === 0 && reportName === '')
		throw new ParameterError('Metrics', 'Metrics is empty.', 'Choose at least one, or a Saved Report.');
	const filters = bounded('Filters', readConditions(parameters));
	const objectId = optionId(parameters, 'objectId');
	if (reportName !== '' && filters.length > 0 && objectId !== '')
		throw new ParameterError(
			'Object ID',
			'Options > Object ID cannot be used with a Saved Report that has conditions in Filters.',
			'Remove it, and add a condition for the object instead, such as campaign_id eq 427.',
		);
	return {
		level: level.read(parameters),
		reportName,
		metrics,
		dimensions,
		filters,
		ownerId: optionId(parameters, 'ownerId'),
		objectId,
		simplify: parameters.flag('simplify'),
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
		: { reportName, level, objectId, filters, ownerId };
}

function dateRangeOf({ window }: Slice): ReportOrder['dateRange'] {
	return { from: window?.dateFrom ?? '', to: window?.dateTo ?? '' };
}

/** `07` and `7` are one id, and so one report. */
export function optionId(parameters: Parameters, name: string): string {
	const text = parameters.optionText(name);
	return wholeNumberId(text) ?? text;
}

/** Reports want ids as JSON numbers; whatever is none is for the platform to refuse. */
function asId(text: string): string | number | ExactNumber {
	return /^(0|[1-9]\d*)$/.test(text) ? exactNumber(text) : text;
}

function readConditions(parameters: Parameters): Conditions {
	return conditionEntries(parameters).map(({ field, operator: asked, value }) => {
		const name = typeof field === 'string' ? field.trim() : '';
		if (name === '')
			throw new ParameterError('Field', 'A condition of Filters has no Field.', 'Enter one, or remove it.');
		const operator: unknown = asked ?? 'eq';
		if (typeof operator !== 'string')
			throw new ParameterError(
				'Operator',
				`Operator is ${shown(operator)}, which is no text.`,
				'Enter for example eq.',
			);
		return { field: name, operator: operator.trim(), value: conditionValue(value, operator.trim()) };
	});
}

/**
 * Whether a list is meant: by the operator, or by texts or numbers in it. A pattern of names may begin with a bracket, too:
 * `[Brand]*`.
 */
const TAKES_LIST = /(^|_)n?in$/;
const MEANT_AS_LIST = /^\s*\[\s*(["'\]\d-]|$)/;

/** Operators such as "in" want a list, which a text field can only hold as JSON. @throws {ParameterError} it is none */
function conditionValue(value: unknown, operator: string): unknown {
	if (!looksLikeList(value)) return value ?? '';
	if (!MEANT_AS_LIST.test(value) && !TAKES_LIST.test(operator)) return value;
	return parseJson(
		value,
		'Value',
		'A Value that begins with [ has to be a list in JSON, such as [1, 2] or ["a", "b"].',
	);
}

export function bounded<Entry>(name: string, entries: readonly Entry[]): readonly Entry[] {
	if (entries.length <= REPORT_NAMES) return entries;
	throw new ParameterError(
		name,
		`${name} has ${entries.length} entries, but ADFOX takes ${REPORT_NAMES} in one report.`,
		'Use fewer, or load several reports.',
	);
}
