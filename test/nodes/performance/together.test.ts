import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { addDays, type DateWindow } from '../../../connector/slices';
import { readExamples } from '../../demo/example';
import { startEngine } from '../../engine';
import { accounts } from '../../platforms';
import { credentialsByType } from '../../platforms/credentials';
import { startSandbox } from '../../sandbox';
import { ofFile, ofTest, shortWaitsInThisFile } from '../../support/of-file';
import { jsonOf, runOnFakeClock, sorted } from '../support/fake-clock-run';
import { PERFORMANCE, performanceCases, SANDBOX } from './cases';
import { tableOf } from './truth';

shortWaitsInThisFile();

const engine = ofFile(async () => startEngine());

const sumsOf = (rows: readonly IDataObject[], columns: readonly string[]) =>
	columns.map((column) => rows.reduce((sum, row) => sum + Number(row[column] ?? 0), 0));

const SUMMED = ['impressions', 'clicks', 'spend'] as const;

/** The platform's own report by campaign and day, and what its columns are called there. */
const OWN_REPORTS: readonly { parameters: INodeParameters; columns: readonly string[] }[] = [
	{
		parameters: {
			operation: 'getAggregated',
			dimensions: ['EventDate', 'MediaCampaign'],
			mediaMetrics: ['Impressions', 'Clicks'],
			targetMetrics: ['TargetEventCount'],
		},
		columns: ['Impressions', 'Clicks', 'none'],
	},
	{ parameters: { operation: 'get', level: 'campaigns' }, columns: ['impressions', 'clicks', 'budget'] },
	{ parameters: { operation: 'getDaily', metrics: ['base'] }, columns: ['shows', 'clicks', 'spent'] },
	{
		parameters: {
			operation: 'get',
			metrics: ['loads_commercial', 'clicks_commercial'],
			dimensions: ['date', 'campaign_id'],
		},
		columns: ['loads_commercial', 'clicks_commercial', 'none'],
	},
];

describe('rows of all platforms in one table', () => {
	it('come out of one workflow with a merge, each campaign and day once', async () => {
		const sandbox = await ofTest(startSandbox(accounts('examples')));
		const workflow = readExamples().find(({ id }) => id === 'ad-performance-to-google-sheets')!;
		const run = await engine.run(workflow, { credentials: credentialsByType(sandbox) });
		expect(run.error).toBeUndefined();
		const [{ date_from: dateFrom, date_to: dateTo } = {}] = run.json('Days to load');
		const rows = run.json('Write to Google Sheets');
		const truth = tableOf(sandbox, { dateFrom, dateTo } as unknown as DateWindow);
		expect(new Set(truth.map(({ platform }) => platform)).size).toBe(performanceCases.length);
		expect(new Set(rows.map(({ row_key: key }) => key)).size).toBe(rows.length);
		expect(sorted(rows)).toEqual(sorted(truth));
	});

	it.each(performanceCases.map(({ platform }, index) => ({ platform, ...OWN_REPORTS[index]! })))(
		'has the sums of the own report of $platform.title',
		async ({ platform, parameters, columns }) => {
			const sandbox = await ofTest(startSandbox(SANDBOX));
			const table = jsonOf((await runOnFakeClock(platform, sandbox, PERFORMANCE)).items);
			sandbox.reset();
			const own = jsonOf((await runOnFakeClock(platform, sandbox, { ...PERFORMANCE, ...parameters })).items);
			const [shown, expected] = [sumsOf(table, SUMMED), sumsOf(own, columns)];
			expect(shown.slice(0, 2)).toEqual(expected.slice(0, 2));
			expect(shown[2]).toBeCloseTo(expected[2]!, 4);
			expect(shown[0]).toBeGreaterThan(0);
		},
	);

	it('equals the truth of any accounts, however it is cut', async () => {
		const account = fc.record({
			seed: fc.integer({ min: 1, max: 10_000 }),
			placements: fc.integer({ min: 1, max: 25 }),
			campaigns: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 3 }),
			adPlans: fc.integer({ min: 0, max: 30 }),
			banners: fc.integer({ min: 1, max: 60 }),
			first: fc.integer({ min: 0, max: 60 }),
			days: fc.integer({ min: 1, max: 12 }),
			daysPerRequest: fc.integer({ min: 1, max: 12 }),
			idsPerRequest: fc.integer({ min: 1, max: 40 }),
		});
		await fc.assert(
			fc.asyncProperty(account, async ({ seed, first, days, daysPerRequest, idsPerRequest, ...sizes }) => {
				const dateFrom = addDays('2025-12-20', first);
				const asked = { dateFrom, dateTo: addDays(dateFrom, days - 1) };
				const sandbox = await startSandbox(sandboxOf(seed, sizes));
				try {
					const rows: IDataObject[] = [];
					for (const { platform, options } of performanceCases) {
						const sizesOf = {
							...('daysPerRequest' in options ? { daysPerRequest } : {}),
							...('idsPerRequest' in options ? { idsPerRequest } : {}),
						};
						const parameters = { ...PERFORMANCE, ...asked, options: sizesOf };
						rows.push(...jsonOf((await runOnFakeClock(platform, sandbox, parameters)).items));
					}
					expect(sorted(rows)).toEqual(sorted(tableOf(sandbox, asked)));
				} finally {
					await sandbox.close();
				}
			}),
			{ numRuns: 15 },
		);
	}, 120_000);
});

function sandboxOf(
	seed: number,
	{
		placements,
		campaigns,
		adPlans,
		banners,
	}: { placements: number; campaigns: number[]; adPlans: number; banners: number },
): Parameters<typeof startSandbox>[0] {
	return {
		now: SANDBOX.now,
		targetAds: { seed, placements, rowsPerCell: 1 },
		promoPages: { seed, campaigns, publishers: campaigns.length, reportPolls: 0 },
		myTarget: { seed, campaigns: 30, banners, adPlans },
		adfox: { seed, banners, reportRequestsPerMinute: 0, reportPolls: 0 },
	};
}
