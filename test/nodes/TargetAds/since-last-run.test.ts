import { describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';

import { atNoonInMoscow } from '../../support/at-noon';
import { day, Harness, NODE } from './harness';

const RAW = {
	resource: 'report',
	operation: 'getRaw',
	fields: ['InteractionTime', 'InteractionType'],
	interactionTypes: ['Click'],
	campaignScope: 'all',
	dateRange: 'sinceLastRun',
	initialDateFrom: '2024-01-01',
	options: { daysPerRequest: 0 },
};

const harness = Harness.ofFile({ targetAds: { placements: 10, rowsPerCell: 0.2, maxWindowDays: 2000 } });

const moscowDay = atNoonInMoscow();

interface Days {
	readonly DateFrom: string;
	readonly DateTo: string;
}

/** The days asked for; undefined when nothing was. */
async function daysOf(
	staticData: IDataObject,
	parameters: object = {},
	mode: 'trigger' | 'manual' = 'trigger',
) {
	harness.sandbox.reset();
	const run = await harness.run({ ...RAW, ...parameters }, { mode, staticData });
	const [request] = harness.reportRequests;
	const body = request?.body as { InteractionFilter?: Days; TargetFilter?: Days } | undefined;
	const window = body?.TargetFilter ?? body?.InteractionFilter;
	return { run, days: window && [window.DateFrom, window.DateTo] };
}

/** A cursor as an earlier run would have left it. */
function movedBack(staticData: IDataObject, daysAgo: number): void {
	for (const [scope, data] of Object.entries(staticData)) {
		const text = JSON.stringify(data).replaceAll(moscowDay(1), moscowDay(daysAgo));
		staticData[scope] = JSON.parse(text) as IDataObject;
	}
}

/** That a cursor was looked at is noted, wherever it stays. */
const withoutUse = (staticData: IDataObject) => JSON.stringify(staticData).replace(/"used":\d+/g, '');

describe('Date Range: Since Last Run', () => {
	it('loads from the initial day first, then from where it left off, with 3 days again', async () => {
		const staticData: IDataObject = {};
		expect((await daysOf(staticData)).days).toEqual(['2024-01-01', moscowDay(1)]);
		movedBack(staticData, 5);
		expect((await daysOf(staticData)).days).toEqual([moscowDay(7), moscowDay(1)]);
		movedBack(staticData, 5);
		const options = { ...RAW.options, lookbackDays: 0 };
		expect((await daysOf(staticData, { options })).days).toEqual([moscowDay(4), moscowDay(1)]);
	});

	it('loads nothing when there is no new day and nothing to load again, and says so', async () => {
		const staticData: IDataObject = {};
		await daysOf(staticData);
		const { run, days } = await daysOf(staticData, { options: { ...RAW.options, lookbackDays: 0 } });
		expect(days).toBeUndefined();
		expect(run.json(NODE)).toEqual([]);
		expect(run.hints(NODE).join(' ')).toContain('nothing to load');
	});

	it('needs an initial day for the first run', async () => {
		const { run } = await daysOf({}, { initialDateFrom: '={{ "" }}' });
		expect(run.error).toMatchObject({ message: expect.stringContaining('Initial Date From is not set') });
		expect(harness.sandbox.requests).toEqual([]);
	});

	it('implies Return All', async () => {
		const { run } = await daysOf({}, { returnAll: false, limit: 1, campaignScope: 'all' });
		expect(run.json(NODE).length).toBeGreaterThan(50);
		expect(run.hints(NODE).join(' ')).not.toContain('limit');
	});

	it.each([
		['fails', {}],
		['loses a slice', { options: { ...RAW.options, onSliceFailure: 'continue' } }],
	])('keeps the cursor when the run %s', async (_name, parameters) => {
		const staticData: IDataObject = {};
		await daysOf(staticData);
		movedBack(staticData, 9);
		const before = withoutUse(staticData);
		harness.sandbox.reset();
		harness.sandbox.faults.add({ path: /raw_reports/, fault: { kind: 'status', status: 400 } });
		const run = await harness.run({ ...RAW, ...parameters }, { mode: 'trigger', staticData });
		expect(run.error !== undefined || run.json(NODE, 1).length === 1).toBe(true);
		expect(withoutUse(staticData)).toBe(before);
	});

	it.each([
		['another scope', { campaignScope: 'accessible', options: { ...RAW.options, idsPerRequest: 10 } }],
		['other fields', { fields: ['InteractionTime'] }],
		['another operation', { operation: 'getPathToConversion', pathFields: ['PathPosition'] }],
	])('has a cursor of its own for %s', async (_name, parameters) => {
		const staticData: IDataObject = {};
		await daysOf(staticData);
		const { days, run } = await daysOf(staticData, parameters);
		expect(run.error).toBeUndefined();
		expect(days?.[0]).toBe('2024-01-01');
		// The first one is still where it was.
		expect((await daysOf(staticData)).days).toEqual([moscowDay(3), moscowDay(1)]);
	});

	it('has a cursor of its own for another credential', async () => {
		const staticData: IDataObject = {};
		await daysOf(staticData);
		harness.sandbox.reset();
		await harness.run(
			RAW,
			{ mode: 'trigger', staticData },
			{ credentials: { targetAdsApi: { id: 'targetads-2', name: 'Another' } } },
		);
		expect(day(harness.reportRequests[0]!).DateFrom).toBe('2024-01-01');
	});

	it('is not moved by a manual run, which says so', async () => {
		const staticData: IDataObject = {};
		const { run } = await daysOf(staticData, {}, 'manual');
		expect(run.hints(NODE).join(' ')).toContain('manual run does not move the cursor');
		expect((await daysOf(staticData)).days).toEqual(['2024-01-01', moscowDay(1)]);
	});

	it('is not moved in a sub-workflow of a manual run, and is in one of a schedule', async () => {
		const staticData: IDataObject = {};
		const as = async (rootExecutionMode: 'manual' | 'trigger') =>
			harness.run(RAW, { mode: 'integrated', rootExecutionMode, staticData });
		expect((await as('manual')).hints(NODE).join(' ')).toContain('manual run does not move the cursor');
		expect((await daysOf(staticData)).days?.[0]).toBe('2024-01-01');
		for (const key of Object.keys(staticData)) Reflect.deleteProperty(staticData, key);
		await as('trigger');
		expect((await daysOf(staticData)).days?.[0]).toBe(moscowDay(3));
	});

	it('outlives another name of the node, in n8n too', async () => {
		const staticData: IDataObject = {};
		await daysOf(staticData);
		harness.sandbox.reset();
		await harness.run(RAW, { mode: 'trigger', staticData }, { name: 'Renamed' });
		expect(day(harness.reportRequests[0]!).DateFrom).toBe(moscowDay(3));
	});
});
