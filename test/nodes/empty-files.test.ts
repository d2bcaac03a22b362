import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { myTarget } from '../platforms/mytarget';
import { promoPages } from '../platforms/promopages';
import { targetAds } from '../platforms/targetads';
import type { TestPlatform } from '../platforms/platform';
import { shortWaitsInThisFile } from '../support/of-file';
import { answer } from './support/failing';
import { jsonOf, runOnFakeClock } from './support/fake-clock-run';
import { testsOf } from './support/platform-harness';

shortWaitsInThisFile();

const REPORT = {
	...{ resource: 'report', returnAll: true, output: 'file', fileFormat: 'csv' },
	...{ dateRange: 'custom', dateFrom: '2026-02-01', dateTo: '2026-02-02' },
};
const ALL = { objectType: 'campaigns', objectScope: 'all' };

/** Reports whose columns are known before there is a row, and what the platform sends where there is none. */
interface Reports {
	readonly platform: TestPlatform;
	readonly path: RegExp;
	readonly method: 'GET' | 'POST';
	readonly nothing: object;
	/** What only some objects have, which is not known before. */
	readonly ofSome?: readonly string[];
	readonly reports: Readonly<Record<string, INodeParameters>>;
}

const PLATFORMS: readonly Reports[] = [
	{
		platform: targetAds,
		path: /(agg_report|raw_reports|path_to_conversion)$/,
		method: 'POST',
		nothing: { data: [], count: 0, has_more: false },
		reports: {
			getAggregated: {
				dimensions: ['EventDate', 'MediaCampaign'],
				mediaMetrics: ['Impressions', 'Clicks'],
				targetMetrics: ['TargetEventCount'],
			},
			getRaw: { fields: ['InteractionTime', 'InteractionType'], interactionTypes: ['Click'] },
			getPathToConversion: { pathFields: ['PathDeviceID', 'InteractionTime'] },
			getPerformance: {},
		},
	},
	{
		platform: myTarget,
		path: /\/statistics\//,
		method: 'GET',
		nothing: { items: [], total: {}, count: 0, limit: 200, offset: 0 },
		ofSome: ['a_amount', 'n_amount'],
		reports: {
			getDaily: ALL,
			getPeriod: ALL,
			getSummary: ALL,
			getGoals: ALL,
			getInApp: ALL,
			getPerformance: ALL,
		},
	},
	{
		platform: promoPages,
		path: /^\/reports\//,
		method: 'GET',
		nothing: { statistics: [] },
		ofSome: ['clicks', 'views'],
		reports: { get: { level: 'previews' }, getPerformance: {} },
	},
];

describe.each(PLATFORMS)(
	'a file without rows of $platform.title',
	({ platform, path, method, nothing, ofSome = [], reports }) => {
		const harness = testsOf(platform).Harness.ofFile({ now: () => Date.parse('2026-03-02T09:00:00Z') });
		const file = async (operation: string) => {
			const parameters = { ...REPORT, operation, ...reports[operation] };
			const { items } = await runOnFakeClock(platform, harness.sandbox, parameters);
			const { rows, columns } = jsonOf(items)[0] as { rows: number; columns: string[] };
			// What shows up late has no column of its own.
			return { rows, columns: columns.filter((name) => name !== '_extra' && !ofSome.includes(name)) };
		};

		it.each(Object.keys(reports))('has the columns of one with rows: %s', async (operation) => {
			const { rows, columns } = await file(operation);
			expect(rows).toBeGreaterThan(0);
			harness.sandbox.faults.add({ path, method, fault: answer(200, nothing) });
			expect(await file(operation)).toEqual({ rows: 0, columns });
		});
	},
);
