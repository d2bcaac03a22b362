import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { CancelledError } from '../../../connector/errors';
import { RateLimiter } from '../../../connector/rate-limit';
import type { TransportRequest } from '../../../connector/transport';
import { runNode } from '../../../nodes/shared/execution/run-node';
import { targetAds } from '../../../nodes/TargetAds/platform';
import { TargetAds } from '../../../nodes/TargetAds/TargetAds.node';
import { FakeClock } from '../../support/fake-clock';
import { FakeNode } from '../shared/fake-node';
import { answer, Harness, jsonOf, NODE, sorted, runOnFakeClock, rawReport } from './harness';

const FIELDS = ['InteractionTime', 'InteractionPlacementId'];
const RAW = { ...rawReport(FIELDS, ['PageView'], '2024-03-01', '2024-03-14'), campaignScope: 'all' };
const PAGES = /raw_reports/;

const harness = Harness.ofFile({
	now: () => Date.parse('2026-03-02T09:00:00Z'),
	targetAds: { placements: 50, rowsPerCell: 2 },
});

const load = async (changes: INodeParameters = {}) => runOnFakeClock(harness.sandbox, { ...RAW, ...changes });
const attempt = async (changes: object) => harness.run({ ...RAW, ...changes });
const truth = (dateFrom = RAW.dateFrom, dateTo = RAW.dateTo) =>
	sorted(
		harness.sandbox.targetAds.rawRows({ dateFrom, dateTo, interactionTypes: ['PageView'], fields: FIELDS }),
	);

describe('a page that takes too long (T21)', () => {
	it('splits the slice while nothing of it was handed on', async () => {
		harness.sandbox.faults.add({ path: PAGES, times: 1, fault: { kind: 'status', status: 408 } });
		const { items, hints } = await load({ options: { maxConcurrency: 1 } });
		expect(sorted(jsonOf(items))).toEqual(truth());
		expect(hints[0]).toContain('1 part cut in half');
		expect(hints[0]).not.toContain('retry');
	});

	it('is asked for again where the slice cannot be split', async () => {
		harness.sandbox.faults.add({ path: PAGES, times: 2, fault: { kind: 'status', status: 408 } });
		const { items, hints } = await load({ dateTo: RAW.dateFrom });
		expect(sorted(jsonOf(items))).toEqual(truth('2024-03-01', '2024-03-01'));
		expect(hints[0]).toContain('2 retries');
	});

	it('is waited for a little longer than the platform’s own 300 s, so that its refusal arrives', async () => {
		const silences: number[] = [];
		const send = async ({ idleTimeoutMs }: TransportRequest) => {
			silences.push(idleTimeoutMs);
			throw new CancelledError('Seen enough.');
		};
		const clock = new FakeClock();
		const credential = harness.credential;
		const { properties } = new TargetAds().description;
		const node = new FakeNode({ parameters: [RAW], credential }, properties, 'targetAdsApi');
		const ports = { clock, transport: () => ({ send }), limiter: () => new RateLimiter(clock) };
		await expect(runNode(node.asExecuteFunctions(), targetAds, ports)).rejects.toThrow('Seen enough.');
		expect(new Set(silences)).toEqual(new Set([305_000]));
	});
});

describe('an answer that is too long for memory', () => {
	it('is asked for in smaller pages (S17)', async () => {
		harness.sandbox.faults.add({
			path: PAGES,
			times: 2,
			fault: { kind: 'oversized', bytes: 65 * 1024 * 1024 },
		});
		const { items } = await load({ dateTo: RAW.dateFrom, options: { pageSize: 80, maxConcurrency: 1 } });
		expect(sorted(jsonOf(items))).toEqual(truth('2024-03-01', '2024-03-01'));
		const limits = harness.reportRequests.map(({ body }) => (body as { Limit: number }).Limit);
		expect(limits.slice(0, 3)).toEqual([80, 40, 20]);
	}, 60_000);
});

describe('the token', () => {
	it('shows nowhere, even where the platform repeats it', async () => {
		const { token } = harness.sandbox.targetAds;
		const body = JSON.stringify({ ErrorCode: 400, ErrorMessage: `token ${token} may not do that` });
		harness.sandbox.faults.add({ path: /reports|meta/, fault: answer(400, body) });
		const settings = [{}, { onError: 'continueErrorOutput' }, { onError: 'continueRegularOutput' }];
		// The harness searches everything that a run leaves behind.
		for (const setting of settings) await harness.run(RAW, {}, setting);
		const run = await attempt({ options: { onSliceFailure: 'continue' } });
		expect(run.json(NODE, 1)[0]).toMatchObject({
			error: { message: expect.stringContaining('token *** may not') },
		});
		await attempt({ output: 'file' });
		await harness.run({ ...RAW, campaignScope: 'active' }, { mode: 'trigger' });
		const context = { credentials: { targetAdsApi: harness.credential } };
		await expect(harness.engine.loadOptions('targetAds', 'getCampaigns', context)).rejects.not.toThrow(token);
	});

	it('may be pasted with the word in front of it', async () => {
		const credentials = {
			targetAdsApi: { ...harness.credential, accessToken: ` Bearer ${harness.sandbox.targetAds.token} ` },
		};
		expect((await harness.run({ ...RAW, dateTo: RAW.dateFrom }, { credentials })).error).toBeUndefined();
	});
});

describe('the file of a job', () => {
	const JOB = { ...RAW, dateFrom: '2026-02-01', dateTo: '2026-02-02', delivery: 'job' };

	it.each([
		['plain', false],
		['gzip', true],
	])('is loaded again when it has fewer rows than announced: %s', async (_name, gzip) => {
		const own = await Harness.open({
			now: () => Date.parse('2026-03-02T09:00:00Z'),
			targetAds: { placements: 50, gzip },
		});
		own.sandbox.faults.add({ path: /csv/, times: 1, fault: { kind: 'truncate' } });
		const { items } = await runOnFakeClock(own.sandbox, JOB);
		const rows = own.sandbox.targetAds.rawRows({ ...JOB, fields: FIELDS });
		expect(items).toHaveLength([...rows].length);
	});

	it('is a failure when it stays short', async () => {
		const own = await Harness.open({
			now: () => Date.parse('2026-03-02T09:00:00Z'),
			targetAds: { placements: 50, gzip: false },
		});
		own.sandbox.faults.add({
			path: /v2\/jobs/,
			skip: 2,
			fault: answer(200, { status: 'DONE', row_count: 3, download_url: 'http://127.0.0.1:1/never' }),
		});
		await expect(runOnFakeClock(own.sandbox, { ...JOB, options: { maxRetries: 1 } })).rejects.toMatchObject({
			context: { kind: 'temporarily-unavailable' },
		});
	});

	it('is waited for through an outage of the platform', async () => {
		harness.sandbox.faults.add({ path: /v2\/jobs/, times: 12, fault: { kind: 'status', status: 502 } });
		const { items } = await runOnFakeClock(harness.sandbox, { ...JOB, options: { maxConcurrency: 1 } });
		expect(items.length).toBeGreaterThan(0);
		expect(harness.reportRequests).toHaveLength(1);
	});

	it.each([
		['2025-12-01', '2026-03-02T09:00:00Z', true],
		['2025-12-02', '2026-03-02T09:00:00Z', false],
		// It is the next day in Moscow already.
		['2025-12-02', '2026-03-02T21:30:00Z', true],
		['2025-12-03', '2026-03-02T21:30:00Z', false],
	])('T8: of %s at %s tells that it is older than jobs are known to reach: %s', async (day, now, told) => {
		const own = await Harness.open({
			now: () => Date.parse(now),
			targetAds: { placements: 5, jobHistoryDays: 1000 },
		});
		const parameters = { ...JOB, dateFrom: day, dateTo: day };
		const { hints } = await runOnFakeClock(own.sandbox, parameters, new FakeClock(now));
		expect(hints.join(' ').includes('reach back 90 days')).toBe(told);
		const direct = await runOnFakeClock(
			own.sandbox,
			{ ...parameters, delivery: 'direct' },
			new FakeClock(now),
		);
		expect(direct.hints.join(' ')).not.toContain('reach back');
	});

	it('is ordered for one day when only a few rows are wanted', async () => {
		const { items } = await runOnFakeClock(harness.sandbox, { ...JOB, returnAll: false, limit: 5 });
		expect(items).toHaveLength(5);
		expect(harness.reportRequests).toHaveLength(1);
		expect(harness.reportRequests[0]!.body).toMatchObject({
			InteractionFilter: { DateFrom: '2026-02-01', DateTo: '2026-02-01' },
		});
	});
});

describe('names in a filter', () => {
	it('T12: tells selected campaigns that do not exist when nothing was found', async () => {
		const own = await Harness.open({ targetAds: { placements: 5, maxIds: 10 } });
		const known = own.sandbox.targetAds.accessibleIds[0]!;
		own.sandbox.faults.add({ path: PAGES, fault: answer(200, '{"data":[],"count":0,"has_more":false}') });
		const run = await own.run({ ...RAW, campaignScope: 'byId', campaignIdList: `${known}, 678` });
		expect(run.hints(NODE).join(' ')).toContain('No answer for 1 campaign ID: 678.');
	});

	it('do not stop a report when they cannot be checked', async () => {
		harness.sandbox.faults.add({ path: /target_event/, fault: { kind: 'status', status: 403 } });
		const run = await attempt({
			operation: 'getPathToConversion',
			pathFields: ['PathPosition'],
			eventNames: ['Purchase'],
		});
		expect(run.error).toBeUndefined();
		expect(run.hints(NODE).join(' ')).toContain('could not be checked');
	});

	it('may have a comma in them when they are chosen from the list', async () => {
		await attempt({
			operation: 'getPathToConversion',
			pathFields: ['PathPosition'],
			eventNames: ['Buy, first'],
		});
		expect(harness.reportRequests[0]!.body).toMatchObject({ TargetFilter: { EventName: ['Buy, first'] } });
	});
});

describe('envelopes', () => {
	it.each([
		['null beside rows', { data: null, Rows: [{ a: '1' }], CountRows: 1 }, [{ a: '1' }]],
		['neither rows', { data: null, Rows: null }, undefined],
	])('T3: %s', async (_name, body, rows) => {
		harness.sandbox.faults.add({ path: PAGES, fault: answer(200, body) });
		const run = await attempt({ dateTo: RAW.dateFrom });
		if (rows !== undefined) expect(run.json(NODE)).toEqual(rows);
		else expect(run.error).toMatchObject({ context: { kind: 'response-invalid' } });
	});

	it('does not ask an aggregated report for pages that it may not have (3.5)', async () => {
		const rows = Array.from({ length: 12 }, (_, row) => ({ MediaCampaign: `c${row}`, Clicks: '1' }));
		const body = JSON.stringify({ Columns: ['MediaCampaign', 'Clicks'], CountRows: 12, Rows: rows });
		harness.sandbox.faults.add({ path: /agg_report/, fault: answer(200, body) });
		for (const pageSize of [5, 12]) {
			harness.sandbox.reset();
			harness.sandbox.faults.add({ path: /agg_report/, fault: answer(200, body) });
			const found = await harness.rows({
				...RAW,
				operation: 'getAggregated',
				dimensions: ['MediaCampaign'],
				simplify: false,
				options: { pageSize },
			});
			expect(found).toEqual(rows);
			expect(harness.reportRequests).toHaveLength(1);
		}
	});
});
