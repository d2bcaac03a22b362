import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { settle } from '../../support/fake-clock';
import { failing, Harness, jsonOf, NODE, sorted, runOnFakeClock, rawReport } from './harness';

const FIELDS = ['InteractionTime', 'InteractionType', 'InteractionPlacementId'];
const RAW = { ...rawReport(FIELDS, ['PageView'], '2024-03-01', '2024-03-31'), campaignScope: 'all' };
const PAGES = /raw_reports/;

const harness = Harness.ofFile({ targetAds: { placements: 100, rowsPerCell: 5 } });

const load = async (changes: INodeParameters = {}) => runOnFakeClock(harness.sandbox, { ...RAW, ...changes });
const truth = (dateFrom = RAW.dateFrom, dateTo = RAW.dateTo) =>
	sorted(
		harness.sandbox.targetAds.rawRows({
			dateFrom,
			dateTo,
			interactionTypes: RAW.interactionTypes,
			fields: FIELDS,
		}),
	);

describe('faults in the middle of a report', () => {
	it('10 % of 1,000 pages fail: every row once, under 15 % more requests', async () => {
		// Which page meets how many faults depends on the order of arrival; with the default of 3 retries one run in ten
		// would meet a page that fails four times, which is no error of ours.
		const kinds = ['reset-before', 'reset-mid-body', 'truncate', 'html'] as const;
		for (const kind of kinds) harness.sandbox.faults.add({ path: PAGES, rate: 0.02, fault: { kind } });
		harness.sandbox.faults.add({ path: PAGES, rate: 0.02, fault: { kind: 'status', status: 503 } });
		const { items } = await load({ options: { pageSize: 11, maxConcurrency: 4, maxRetries: 6 } });

		const rows = truth();
		expect(sorted(jsonOf(items))).toEqual(rows);
		const requests = harness.reportRequests.length;
		const pages = Math.ceil(rows.length / 11);
		expect(pages).toBeGreaterThan(950);
		expect(requests).toBeGreaterThan(pages * 1.05);
		expect(requests).toBeLessThan(pages * 1.15);
	}, 60_000);

	it('a slice that is too large is cut by days, then by campaigns, and no row comes twice', async () => {
		const ids = harness.sandbox.targetAds.accessibleIds.slice(0, 4).map(String);
		harness.sandbox.faults.add({ path: PAGES, times: 3, fault: { kind: 'status', status: 413 } });
		const { items, hints } = await load({
			campaignScope: 'selected',
			campaignIds: ids,
			dateTo: '2024-03-02',
			options: { maxConcurrency: 1 },
		});
		const expected = harness.sandbox.targetAds.rawRows({
			dateFrom: '2024-03-01',
			dateTo: '2024-03-02',
			placementIds: ids.map(Number),
			interactionTypes: RAW.interactionTypes,
			fields: FIELDS,
		});
		expect(sorted(jsonOf(items))).toEqual(sorted(expected));
		// Whole; its first day; two campaigns of it; one campaign of it, which works, and so on.
		expect(harness.reportRequests.slice(0, 4).map(({ body }) => body)).toMatchObject([
			{ InteractionFilter: { DateFrom: '2024-03-01', DateTo: '2024-03-02' } },
			{ InteractionFilter: { DateFrom: '2024-03-01', DateTo: '2024-03-01' } },
			{ InteractionFilter: { MediaCampaignId: ids.slice(0, 2).map(Number) } },
			{ InteractionFilter: { MediaCampaignId: ids.slice(0, 1).map(Number) } },
		]);
		expect(hints[0]).toContain('3 parts cut in half');
	});

	it.each([
		[
			'S18: an error inside a 200',
			{ kind: 'error-in-200', code: 400, message: 'wrong field' },
			'request-invalid',
			/wrong field/,
		],
		['T3: an unknown envelope', { kind: 'unknown-envelope' }, 'response-invalid', /unknown form/],
		['S7: an empty page that promises more', { kind: 'empty-page' }, 'response-invalid', /empty page/],
		['a page that is cut off', { kind: 'truncate' }, 'response-invalid', /breaks off/],
		['a page of HTML', { kind: 'html' }, 'response-invalid', /HTML/],
		['S10: 400 is not repeated', { kind: 'status', status: 400 }, 'request-invalid', /400/],
		['S10: 403 is not repeated', { kind: 'status', status: 403 }, 'access-denied', /403/],
	] as const)('%s ends the report, with no row lost silently', async (_name, fault, kind, message) => {
		harness.sandbox.faults.add({ path: PAGES, skip: 2, fault });
		const options = { pageSize: 500, maxConcurrency: 1, maxRetries: 1 };
		const failure = await load({ options }).catch((error: unknown) => error);
		expect(failure).toMatchObject(failing(kind, message));
		expect((failure as Error).message).toContain('slice 1 of 5');
		const repeated = ['truncate', 'html'].includes(fault.kind) ? 1 : 0;
		expect(harness.reportRequests).toHaveLength(3 + repeated);
	});

	it('a page that repeats ends the report', async () => {
		harness.sandbox.faults.add({ path: PAGES, skip: 1, times: 1, fault: { kind: 'repeat-page' } });
		const options = { pageSize: 200, maxConcurrency: 1 };
		await expect(load({ options })).rejects.toMatchObject(failing('response-invalid', /same page/));
	});

	it('S12: a failed slice is told and the others are kept, when the user wants that', async () => {
		harness.sandbox.faults.add({ path: PAGES, skip: 1, times: 1, fault: { kind: 'status', status: 400 } });
		const options = { onSliceFailure: 'continue', maxConcurrency: 1 };
		const { items, failedSlices, hints } = await load({ options });
		expect(sorted(jsonOf(items))).toEqual(
			[...truth('2024-03-01', '2024-03-07'), ...truth('2024-03-15', '2024-03-31')].sort(),
		);
		expect(jsonOf(failedSlices)).toEqual([
			{
				resource: 'report',
				operation: 'getRaw',
				campaignScope: 'all',
				interactionTypes: ['PageView'],
				dateFrom: '2024-03-08',
				dateTo: '2024-03-14',
				index: 1,
				count: 5,
				error: { kind: 'request-invalid', message: expect.stringContaining('400'), status: 400 },
			},
		]);
		expect(hints[0]).toContain('1 failed slice');
	});
});

describe('waiting', () => {
	it('429 without Retry-After waits 60 s (sheet 5.2), 500 exponentially, and nothing after the last attempt (S11)', async () => {
		harness.sandbox.faults.add({ path: PAGES, times: 1, fault: { kind: 'status', status: 429 } });
		harness.sandbox.faults.add({ path: PAGES, fault: { kind: 'status', status: 500 } });
		const { failedSlices, clock } = await load({
			dateTo: RAW.dateFrom,
			campaignScope: 'selected',
			campaignIds: [String(harness.sandbox.targetAds.accessibleIds[0])],
			options: { onSliceFailure: 'continue', maxRetries: 3 },
		});
		// A tenth of jitter at most above 60 s; then half (chance 0.5) of 2 s and of 4 s, since retries count on.
		expect(clock.sleeps).toEqual([63_000, 1000, 2000]);
		expect(failedSlices[0]!.json).toMatchObject({
			error: { kind: 'temporarily-unavailable', status: 500, message: expect.stringMatching(/500/) },
		});
	});

	it('429 with Retry-After: 1 goes on after a second, with nothing sent in between', async () => {
		const fault = { kind: 'status', status: 429, retryAfter: '1' } as const;
		harness.sandbox.faults.add({ path: PAGES, skip: 3, times: 1, fault });
		const run = await harness.run({ ...RAW, options: { pageSize: 300, maxConcurrency: 1 } });
		expect(sorted(run.json(NODE))).toEqual(truth());
		const refused = harness.reportRequests.findIndex(({ status }) => status === 429);
		const [refusal, next] = harness.reportRequests.slice(refused);
		expect(next!.startedAt - refusal!.endedAt).toBeGreaterThanOrEqual(990);
		expect(run.hints(NODE)[0]).toContain('1 retry');
	});

	it('Retry-After: 3600 ends at once and tells when to come back', async () => {
		const own = await Harness.open();
		own.sandbox.faults.add({ path: PAGES, fault: { kind: 'status', status: 429, retryAfter: '3600' } });
		const run = await own.run(RAW);
		expect(run.durationMs).toBeLessThan(2000);
		expect(run.error).toMatchObject({
			message: expect.stringMatching(/429/),
			description: expect.stringContaining('in 60 minutes'),
			context: { kind: 'quota-exhausted', retryAfterMs: 3_600_000 },
		});
	});

	it.each([
		['hangs before its headers', { kind: 'hang' }],
		['drips', { kind: 'slow-drip', ms: 200 }],
		['is told to wait', { kind: 'status', status: 429, retryAfter: '30' }],
	] as const)(
		'stops when the user stops it, with no further request, while an answer %s',
		async (_name, fault) => {
			const own = await Harness.open();
			own.sandbox.faults.add({ path: PAGES, fault });
			const stop = new AbortController();
			const workflow = own.workflow({ ...RAW, options: { maxConcurrency: 1 } });
			const running = own.runWorkflow(workflow, { signal: stop.signal });
			while (!own.sandbox.requests.some((request) => request.fault !== undefined)) await settle();
			await settle();
			stop.abort();
			// Whatever ends by itself does not end like this.
			expect((await running).status).toBe('canceled');
			await settle();
			expect(own.sandbox.requests).toHaveLength(1);
		},
	);
});

describe("n8n's On Error", () => {
	it('gives an item with message, advice and kind on the error path', async () => {
		harness.sandbox.faults.add({ path: PAGES, skip: 1, fault: { kind: 'status', status: 403 } });
		const run = await harness.run(
			{ ...RAW, options: { maxConcurrency: 1 } },
			{},
			{ onError: 'continueErrorOutput' },
		);
		expect(run.error).toBeUndefined();
		expect(run.json(NODE, 0)).toEqual([]);
		const [item, ...others] = run.items(NODE, 1);
		expect(others).toEqual([]);
		expect(item!.json).toEqual({
			message: expect.stringContaining('403'),
			error: {
				kind: 'access-denied',
				message: item!.json.message,
				description: expect.stringContaining('Project ID'),
				status: 403,
			},
		});
		expect(run.hints(NODE).join(' ')).toMatch(/[\d,]{5} rows of input item 0 .* dropped/);
	});

	it('puts the Error output behind Failed Slices', async () => {
		harness.sandbox.faults.add({ path: PAGES, times: 1, fault: { kind: 'status', status: 400 } });
		const run = await harness.run(
			{ ...RAW, options: { onSliceFailure: 'continue', maxConcurrency: 1 } },
			{},
			{ onError: 'continueErrorOutput' },
		);
		expect(run.json(NODE, 0).length).toBeGreaterThan(0);
		expect(run.json(NODE, 1)).toEqual([
			expect.objectContaining({ dateFrom: '2024-03-01', index: 0, count: 5 }),
		]);
	});
});
