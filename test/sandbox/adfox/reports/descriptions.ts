import { json, type Answer } from '../../frame/answer';
import { dayText } from '../../frame/calendar';
import type { Account } from '../account';

import { DIMENSIONS, infoOf, METRICS } from './columns';
import {
	checkOwner,
	earliestDay,
	levelOf,
	MAX_COLUMNS,
	MAX_DAYS,
	MAX_ROWS,
	savedReport,
	type JsonObject,
} from './order';
import { ReportRefusal } from './refusal';
import { SAVED_REPORTS, type SavedReport } from './saved-reports';

/** What can be ordered: reports, columns and days. undefined for another path. Errors: 400, 404. */
export function described(account: Account, path: string, query: URLSearchParams): Answer | undefined {
	const info = /^\/report-info\/([^/]+)$/.exec(path);
	if (info === null && !['/list', '/metadata', '/available-dates'].includes(path)) return undefined;
	checkOwner(account, query.get('ownerId') ?? undefined);
	if (info !== null) return json(200, { result: reportInfo(savedReport(info[1]!)) });
	if (path === '/metadata') return metadata();
	const level = levelOf(query.get('level'));
	if (path === '/list') return json(200, { result: { reports: SAVED_REPORTS.map(reportInfo) } });
	return availableDates(account, level, query);
}

function metadata(): Answer {
	return json(200, {
		result: {
			dimensions: DIMENSIONS.map(infoOf),
			metrics: METRICS.map(infoOf),
			filters: DIMENSIONS.map(({ name, type }) => ({ field: name, type })),
			limits: {
				maxDateRangeDays: MAX_DAYS,
				maxRows: MAX_ROWS,
				maxDimensions: MAX_COLUMNS,
				maxMetrics: MAX_COLUMNS,
				maxFilters: MAX_COLUMNS,
			},
		},
	});
}

function availableDates(account: Account, level: string, query: URLSearchParams): Answer {
	// The documentation says `objectId` in its table and `id` in its first line.
	const id = query.get('objectId') ?? query.get('id');
	if (id === null) throw new ReportRefusal('INVALID_OBJECT_ID', 'objectId is required');
	const dateRange = { from: dayText(earliestDay(account)), to: dayText(account.today) };
	return json(200, { result: { level, id, dateRange } });
}

/** The columns of a fixed report are not told. */
function reportInfo({ name, title, type, dimensions, metrics, filters }: SavedReport): JsonObject {
	return { name, title, type, ...(type === 'custom' ? { dimensions, metrics, filters } : {}) };
}
