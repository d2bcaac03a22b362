import type { Account } from '../account';

import { DIMENSIONS, METRICS } from './columns';
import { checkOwner, savedReport, type JsonObject } from './order';
import { ReportRefusal } from './refusal';

/** The inner form is not printed: metrics come with a title, dimensions as a text alone (sheet, 5.2). */
const TITLES: Readonly<Record<string, string>> = {
	loads_commercial: 'Загрузки, кампании',
	loads_default: 'Загрузки, заглушки',
	loads_total: 'Загрузки, всего',
	impressions_commercial: 'Показы, кампании',
	clicks_commercial: 'Клики, кампании',
	clicks_default: 'Клики, заглушки',
	clicks_total: 'Клики, всего',
	ctr: 'CTR, всего',
	ctr_commercial: 'CTR, кампании',
};

/** What reports can be made of. Errors: 400, 403. */
export function metadataOf(account: Account, query: URLSearchParams): JsonObject {
	checkQuery(account, query);
	const entries = (list: readonly { name: string }[]) =>
		list.map(({ name }) => (Object.hasOwn(TITLES, name) ? { name, title: TITLES[name] } : name));
	return {
		metrics: entries(METRICS),
		dimensions: entries(DIMENSIONS),
		filters: entries(DIMENSIONS),
		limits: { maxMetrics: 10, maxDimensions: 10, maxFilters: 10, maxRows: 1_000_000, maxDays: 365 },
	};
}

/** What a saved report is made of; of a fixed one it is not told. Errors: 400, 403, 404. */
export function reportInfoOf(account: Account, reportName: string, query: URLSearchParams): JsonObject {
	checkQuery(account, query);
	const { title, type, filters, ...columns } = savedReport(reportName);
	if (type === 'fixed') return { reportName, title, isFixed: true };
	const told = (names: readonly string[]) =>
		names.map((name) => ({
			name,
			title: TITLES[name] ?? name,
			type: [...METRICS, ...DIMENSIONS].find((column) => column.name === name)?.type,
		}));
	const [dimensions, metrics] = [told(columns.dimensions), told(columns.metrics)];
	return { reportName, title, isFixed: false, dimensions, metrics, filters };
}

function checkQuery(account: Account, query: URLSearchParams): void {
	const unknown = [...query.keys()].find((name) => name !== 'ownerId');
	if (unknown !== undefined) throw new ReportRefusal('INVALID_REQUEST', `Unknown parameter '${unknown}'`);
	checkOwner(account, query.get('ownerId') ?? undefined);
}
