import type { INodeParameters } from 'n8n-workflow';

import { shortWaitsInThisFile } from '../../support/of-file';
import { Harness, runOnFakeClock } from './harness';

export const NOW = '2026-03-02T09:00:00.000Z';
export const DAYS = { dateFrom: '2026-01-01', dateTo: '2026-01-31' };
const COLUMNS = { metrics: ['loads_commercial', 'clicks_total'], dimensions: ['date'] };
export const REPORT = {
	...{ resource: 'report', operation: 'get', returnAll: true, dateRange: 'custom' },
	...COLUMNS,
	...DAYS,
} satisfies INodeParameters;

interface Order {
	readonly dateRange: { readonly from: string; readonly to: string };
	readonly limit: number;
}

/** A sandbox with 40 banners for the tests of one file, and what they ask of it. */
export function reportStage() {
	shortWaitsInThisFile();
	const harness = Harness.ofFile({
		now: () => Date.parse(NOW),
		adfox: { banners: 40, reportRequestsPerMinute: 0 },
	});
	return {
		harness,
		orders: () =>
			harness.sandbox.requests.filter(({ method }) => method === 'POST').map(({ body }) => body as Order),
		run: async (changes: INodeParameters = {}) => runOnFakeClock(harness.sandbox, { ...REPORT, ...changes }),
		truth: (question: object = {}) => harness.sandbox.adfox.reportRows({ ...COLUMNS, ...DAYS, ...question }),
		savedReport: async () =>
			(await harness.rows({ resource: 'report', operation: 'getAll', level: 'owner', returnAll: true }))[0]!,
	};
}
