import { dayOf, dayText } from '../../frame/calendar';
import type { Account } from '../account';

import { DIMENSIONS, METRICS } from './columns';
import { ReportRefusal } from './refusal';
import { REPORT_LEVELS, SAVED_REPORTS, type SavedReport } from './saved-reports';
import { predicateOf, type ReportFilter, type ReportQuery } from './table';

export type JsonObject = Readonly<Record<string, unknown>>;

/** Of metrics, dimensions and filters each (5.2). */
const MAX_COLUMNS = 10;
const MAX_ROWS = 1_000_000;
/** Both ends included (5.2). */
const MAX_DAYS = 365;
const KEPT_YEARS = 3;

/** A body of POST /reports (sheet, 5.2). Errors: 400 with the codes of the sheet. */
export function orderOf(account: Account, body: JsonObject): ReportQuery {
	checkKnown(body, ['metrics', 'dimensions', 'filters', 'dateRange', 'limit', 'ownerId']);
	checkOwner(account, body.ownerId);
	const names = texts(body.metrics);
	if (names.length === 0 || names.some((name) => name.trim() === '')) {
		throw new ReportRefusal('EMPTY_METRICS', 'metrics must contain at least one non-blank value');
	}
	const limit = body.limit ?? MAX_ROWS;
	if (typeof limit !== 'number' || !Number.isInteger(limit) || limit < 1 || limit > MAX_ROWS) {
		throw new ReportRefusal('INVALID_LIMIT', `limit must be between 1 and ${MAX_ROWS}`);
	}
	return {
		...columnsOf(names, texts(body.dimensions), filtersOf(body.filters)),
		...periodOf(account, body.dateRange),
		limit,
	};
}

/**
 * A body of POST /reports/{reportName}: the columns are those of the report, the body has none. `level` counts for fixed
 * reports only. Errors: 400, 404 REPORT_NOT_FOUND.
 */
export function savedOrderOf(account: Account, reportName: string, body: JsonObject): ReportQuery {
	const report = savedReport(reportName);
	checkKnown(body, ['dateRange', 'level', 'objectId', 'ownerId']);
	checkOwner(account, body.ownerId);
	const level = levelOf(body.level);
	if (report.type === 'custom' && level !== 'owner')
		throw new ReportRefusal('INVALID_LEVEL', 'level must be owner');
	const { objectId } = body;
	if (objectId !== undefined && !(typeof objectId === 'number' && Number.isInteger(objectId))) {
		throw new ReportRefusal('INVALID_OBJECT_ID', 'objectId must be an integer');
	}
	const ofObject =
		level === 'owner' || objectId === undefined
			? []
			: [{ field: `${level}_id`, operator: 'eq', value: objectId }];
	return {
		...columnsOf(report.metrics, report.dimensions, [...report.filters, ...ofObject]),
		...periodOf(account, body.dateRange),
		limit: MAX_ROWS,
	};
}

/** The reports that can be asked for by name; the columns of a fixed one are not told. Errors: 400, 403. */
export function listOf(account: Account, query: URLSearchParams): JsonObject[] {
	checkOwner(account, query.get('ownerId') ?? undefined);
	levelOf(query.get('level'));
	return SAVED_REPORTS.map(({ name, title, type, ...columns }) => ({
		...{ name, title, type },
		...(type === 'custom' ? columns : {}),
	}));
}

/** The days that an object has data for, in a compact form (5.2). Errors: 400, 403. */
export function availableDates(account: Account, query: URLSearchParams): JsonObject {
	checkOwner(account, query.get('ownerId') ?? undefined);
	const level = levelOf(query.get('level'));
	const id = query.get('objectId');
	if (id === null || id === '') throw new ReportRefusal('INVALID_OBJECT_ID', 'objectId is required');
	const to = account.readyUntil ?? dayText(account.today - 1).replaceAll('-', '');
	return { level, id, dateRange: { from: '20240101', to } };
}

/** Errors: 404. */
export function savedReport(name: string): SavedReport {
	const report = SAVED_REPORTS.find((candidate) => candidate.name === name);
	if (report === undefined) throw new ReportRefusal('REPORT_NOT_FOUND', `Report '${name}' not found`, 404);
	return report;
}

/** Errors: 400. */
function levelOf(value: unknown): string {
	const level = REPORT_LEVELS.find((known) => known === value);
	if (level === undefined)
		throw new ReportRefusal('INVALID_LEVEL', `level must be one of ${REPORT_LEVELS.join(', ')}`);
	return level;
}

/** Errors: 400 where the account must be named and is not, or another one is. */
export function checkOwner({ options }: Account, value: unknown): void {
	const wanted = options.ownerId;
	if (value === undefined ? wanted !== undefined : !/^[1-9]\d*$/.test(String(value))) {
		throw new ReportRefusal('INVALID_OWNER_ID', 'ownerId must be a positive integer');
	}
	if (wanted !== undefined && String(value) !== String(wanted)) {
		throw new ReportRefusal('ACCESS_DENIED', 'No access to the owner', 403);
	}
}

function columnsOf(
	metricNames: readonly string[],
	dimensionNames: readonly string[],
	filters: readonly ReportFilter[],
) {
	for (const [what, list] of Object.entries({ metrics: metricNames, dimensions: dimensionNames, filters })) {
		if (list.length > MAX_COLUMNS)
			throw new ReportRefusal(`TOO_MANY_${what.toUpperCase()}`, `at most ${MAX_COLUMNS}`);
	}
	const metrics = metricNames.map((name) => find(METRICS, name, 'UNKNOWN_METRIC', 'metric'));
	const dimensions = dimensionNames.map((name) => find(DIMENSIONS, name, 'UNKNOWN_DIMENSION', 'dimension'));
	return {
		metrics,
		dimensions,
		filters: filters.map((filter, index) => {
			const dimension = find(DIMENSIONS, filter.field, 'UNKNOWN_FILTER_FIELD', 'filter field');
			predicateOf(filter, index);
			return { ...filter, dimension };
		}),
	};
}

function find<T extends { name: string }>(list: readonly T[], name: string, code: string, what: string): T {
	const found = list.find((candidate) => candidate.name === name);
	if (found === undefined) throw new ReportRefusal(code, `Unknown ${what} '${name}'`);
	return found;
}

function filtersOf(value: unknown): ReportFilter[] {
	if (value === undefined) return [];
	if (!Array.isArray(value)) throw new ReportRefusal('INVALID_FILTER', 'filters must be an array');
	return (value as unknown[]).map((entry, index) => {
		const { field, operator, value: compared, ...others } = entry as Partial<ReportFilter>;
		const invalid = (what: string) => new ReportRefusal('INVALID_FILTER', `filters[${index}].${what}`);
		if (typeof field !== 'string' || field === '') throw invalid('field is required');
		if (typeof operator !== 'string') throw invalid('operator is required');
		if (compared === undefined || compared === null) throw invalid('value is required');
		if (Object.keys(others).length > 0) throw invalid(`${Object.keys(others).join()} is unknown`);
		return { field, operator, value: compared };
	});
}

/** Both days are included, so 365 days are at most 364 apart. What is not closed yet is refused as `to` after today. */
function periodOf(account: Account, value: unknown): { fromDay: number; toDay: number } {
	const { from, to } = (value ?? {}) as { from?: unknown; to?: unknown };
	if (from === undefined || to === undefined)
		throw new ReportRefusal('EMPTY_DATE_RANGE', 'dateRange is empty');
	const fromDay = dayFrom('dateRange.from', from);
	const toDay = dayFrom('dateRange.to', to);
	if (fromDay > toDay) {
		throw new ReportRefusal(
			'INVALID_DATE_RANGE',
			`dateRange.from (${String(from)}) must be <= dateRange.to (${String(to)})`,
		);
	}
	if (toDay - fromDay + 1 > MAX_DAYS) {
		throw new ReportRefusal('DATE_RANGE_TOO_LONG', `date range exceeds ${MAX_DAYS} days`);
	}
	if (toDay > account.today || fromDay < earliestDay(account)) {
		throw new ReportRefusal('INVALID_DATE_RANGE', 'dateRange is outside of the available dates');
	}
	return { fromDay, toDay };
}

/** Data is kept for three years (5.2). */
function earliestDay({ today }: Account): number {
	return today - KEPT_YEARS * 366;
}

function dayFrom(field: string, value: unknown): number {
	const found = typeof value === 'string' ? dayOf(value) : undefined;
	if (found === undefined) {
		throw new ReportRefusal('INVALID_DATE_FORMAT', `${field} must match YYYY-MM-DD, got '${String(value)}'`);
	}
	return found;
}

function texts(value: unknown): string[] {
	if (value === undefined) return [];
	if (!Array.isArray(value) || !value.every((entry) => typeof entry === 'string')) {
		throw new ReportRefusal('INVALID_REQUEST', 'a list of names is expected');
	}
	return value;
}

function checkKnown(body: JsonObject, known: readonly string[]): void {
	const unknown = Object.keys(body).find((name) => !known.includes(name));
	if (unknown !== undefined) throw new ReportRefusal('INVALID_REQUEST', `Unknown field '${unknown}'`);
}
