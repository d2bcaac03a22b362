import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { shortWaitsInThisFile } from '../../support/of-file';
import { answer, failing, Harness, jsonOf, NODE, sorted, runOnFakeClock, rawReport } from './harness';

shortWaitsInThisFile();

const FIELDS = ['InteractionTime', 'InteractionType', 'InteractionPlacementId', 'InteractionUrlPath'];
const JOB = { ...rawReport(FIELDS, ['Click', 'Impression'], '2026-02-01', '2026-02-07'), delivery: 'job' };
const ONE_JOB = { dateTo: '2026-02-01', interactionTypes: ['Click'] };
const NOW = Date.parse('2026-03-02T09:00:00Z');
const DOWNLOAD = { method: 'GET', path: /./ };

const harness = Harness.ofFile({
	now: () => NOW,
	targetAds: { placements: 60, rowsPerCell: 2, jobPolls: 2 },
});

const load = async (changes: INodeParameters = {}) => runOnFakeClock(harness.sandbox, { ...JOB, ...changes });
/** Values of a CSV file are text. */
const truth = () => {
	const { targetAds } = harness.sandbox;
	return sorted(
		[...targetAds.rawRows({ ...JOB, fields: FIELDS })].map((row) =>
			Object.fromEntries(Object.entries(row).map(([field, value]) => [field, String(value)])),
		),
	);
};

const orders = () => harness.sandbox.requests.filter(({ path }) => path.startsWith('/v2/reports'));
const polls = () => harness.sandbox.requests.filter(({ path }) => path.startsWith('/v2/jobs'));
const downloads = () => harness.sandbox.requests.filter(({ platform }) => platform === 'storage');

describe('Report: Get Raw Data, as jobs', () => {
	it('streams gzip CSV from another origin, which gets no Authorization (T7)', async () => {
		const { items, hints } = await load();
		expect(sorted(jsonOf(items))).toEqual(truth());
		// 3 windows of at most 3 days, one interaction type each.
		expect(orders()).toHaveLength(6);
		expect(downloads()).toHaveLength(6);
		for (const { headers } of downloads()) expect(headers).not.toHaveProperty('authorization');
		for (const { headers } of polls()) expect(headers).toHaveProperty('authorization');
		expect(new URL(harness.sandbox.targetAds.storageUrl).origin).not.toBe(harness.sandbox.url);
		expect(hints[0]).toMatch(/^Loaded [\d,]+ rows, 30 requests\.$/);
	});

	it('T6, T9: orders in the documented form, one type each, without Limit and Offset', async () => {
		await load({ dateTo: JOB.dateFrom });
		expect(orders()[0]!.body).toEqual({
			ResponseType: 'JSON',
			Fields: FIELDS,
			InteractionFilter: { DateFrom: '2026-02-01', DateTo: '2026-02-01', InteractionType: ['Click'] },
			Stable: 1,
		});
	});

	it('T6: orders in the flat form on request', async () => {
		const own = await Harness.open({ now: () => NOW, targetAds: { placements: 5, jobDialect: 'flat' } });
		const { items } = await runOnFakeClock(own.sandbox, { ...JOB, options: { jobFormat: 'flat' } });
		expect(items.length).toBeGreaterThan(0);
		expect(own.reportRequests[0]!.body).toEqual({
			Fields: FIELDS,
			DateFrom: '2026-02-01',
			DateTo: '2026-02-03',
			InteractionType: 'Click',
		});
	});

	it('T8: waits 3, 4.5, 6.75 s ... at most 30 s between polls', async () => {
		const own = await Harness.open({ now: () => NOW, targetAds: { placements: 5, jobPolls: 8 } });
		const options = { maxConcurrency: 1 };
		const { clock } = await runOnFakeClock(own.sandbox, {
			...JOB,
			dateTo: JOB.dateFrom,
			interactionTypes: ['Click'],
			options,
		});
		expect(clock.sleeps).toEqual([3000, 4500, 6750, 10_125, 15_187.5, 22_781.25, 30_000, 30_000, 30_000]);
	});

	it.each(['FAILED', 'CANCELLED', 'EXPIRED', 'failed'])(
		'tells a job that ended as %s, and orders no other',
		async (status) => {
			harness.sandbox.faults.add({
				path: /v2\/jobs/,
				fault: { kind: 'job-status', status, error_message: 'out of memory' },
			});
			const failure = load(ONE_JOB);
			await expect(failure).rejects.toMatchObject(
				failing(
					'temporarily-unavailable',
					new RegExp(`job [0-9a-f-]{36} as ${status.toUpperCase()}: out of memory`),
				),
			);
			expect(orders()).toHaveLength(1);
		},
	);

	it('takes an unknown state of a job for a failure, not for a reason to wait (4.9)', async () => {
		harness.sandbox.faults.add({ path: /v2\/jobs/, fault: { kind: 'job-status', status: 'PAUSED' } });
		await expect(load({ options: { maxConcurrency: 1 } })).rejects.toMatchObject(
			failing('response-invalid', 'PAUSED'),
		);
	});

	it('gives up a job that never ends, tells its id, and neither splits it nor orders it again', async () => {
		harness.sandbox.faults.add({ path: /v2\/jobs/, fault: { kind: 'job-never-ends' } });
		const failure = await load({ ...ONE_JOB, options: { pollTimeout: 120 } }).catch(
			(error: unknown) => error,
		);
		expect(failure).toMatchObject({ context: { kind: 'timeout' } });
		expect((failure as Error).message).toMatch(
			/job [0-9a-f-]{36} within 120 s|job [0-9a-f-]{36} within 2 minutes/,
		);
		expect(orders()).toHaveLength(1);
	});
});

describe('the download of a job', () => {
	const one = {
		...JOB,
		interactionTypes: ['Impression'],
		dateTo: '2026-02-02',
		options: { maxConcurrency: 1 },
	};
	const oneTruth = () =>
		sorted(
			[...harness.sandbox.targetAds.rawRows({ ...one, fields: FIELDS })].map((row) =>
				Object.fromEntries(Object.entries(row).map(([field, value]) => [field, String(value)])),
			),
		);
	const storagePath = /csv/;

	it.each(['reset-mid-body', 'truncate', 'reset-before', 'html'] as const)(
		'goes on after %s: every row once, with one order',
		async (kind) => {
			harness.sandbox.faults.add({ ...DOWNLOAD, path: storagePath, times: 2, fault: { kind } });
			const { items } = await runOnFakeClock(harness.sandbox, one);
			expect(sorted(jsonOf(items))).toEqual(oneTruth());
			expect(orders()).toHaveLength(1);
			expect(downloads()).toHaveLength(3);
		},
	);

	it('asks for a fresh link when the storage refuses the old one', async () => {
		harness.sandbox.faults.add({
			...DOWNLOAD,
			path: storagePath,
			times: 1,
			fault: { kind: 'status', status: 403 },
		});
		const { items } = await runOnFakeClock(harness.sandbox, one);
		expect(sorted(jsonOf(items))).toEqual(oneTruth());
		expect(polls()).toHaveLength(4);
	});

	it('goes on with fresh links when one expires after half of the file, and then again', async () => {
		for (const fault of [
			{ kind: 'reset-mid-body' } as const,
			{ kind: 'status', status: 403 } as const,
			{ kind: 'truncate' } as const,
			{ kind: 'status', status: 404 } as const,
		])
			harness.sandbox.faults.add({ ...DOWNLOAD, path: storagePath, times: 1, fault });
		const { items } = await runOnFakeClock(harness.sandbox, {
			...one,
			options: { ...one.options, maxRetries: 4 },
		});
		expect(sorted(jsonOf(items))).toEqual(oneTruth());
		expect([orders().length, downloads().length]).toEqual([1, 5]);
	});

	it('waits as long as the storage says', async () => {
		harness.sandbox.faults.add({
			...DOWNLOAD,
			path: storagePath,
			times: 1,
			fault: { kind: 'status', status: 503, retryAfter: '47' },
		});
		const { items, clock } = await runOnFakeClock(harness.sandbox, one);
		expect(sorted(jsonOf(items))).toEqual(oneTruth());
		expect(clock.sleeps).toContain(47_000);
	});

	describe('whose rows nobody counted', () => {
		const HEADER = FIELDS.join(',');
		const ROW = '2026-02-01 10:00:00,Impression,7,/a';
		const CARRIAGE_RETURNS = [HEADER, ROW, ROW, ''].join('\r');

		async function read(file: string, rowCount?: number, fields = FIELDS) {
			const url = `${harness.sandbox.targetAds.storageUrl}/some.csv`;
			const job = { status: 'DONE', download_url: url, row_count: rowCount };
			harness.sandbox.faults.add({ path: /v2\/jobs/, fault: answer(200, job) });
			harness.sandbox.faults.add({ path: storagePath, fault: answer(200, file) });
			const { items } = await runOnFakeClock(harness.sandbox, { ...one, fields, options: { maxRetries: 0 } });
			return jsonOf(items);
		}

		it.each<[string, string, string, string[]]>([
			['with lines that a CR alone ends', CARRIAGE_RETURNS, 'carriage return', FIELDS],
			['of one column with such lines', 'InteractionTime\r1\r2\r', 'carriage return', ['InteractionTime']],
			[
				'of one column with such lines, but for the header',
				'InteractionTime\n1\r2\r',
				'carriage return',
				['InteractionTime'],
			],
			['without a byte', '', 'not the report that was ordered', FIELDS],
			['with a BOM alone', '\uFEFF', 'not the report that was ordered', FIELDS],
			['with blank lines alone', '\r\n\r\n', 'not the report that was ordered', FIELDS],
		])('is refused %s', async (_name, file, message, fields) => {
			await expect(read(file, undefined, fields)).rejects.toMatchObject(failing('response-invalid', message));
			expect(orders()).toHaveLength(1);
		});

		it.each([
			['a header alone', `${HEADER}\r\n`, undefined],
			['a header alone, and 0 rows announced', HEADER, 0],
			['nothing, and 0 rows announced', '', 0],
			['a BOM alone, and 0 rows announced', '\uFEFF', 0],
		])('has none with %s', async (_name, file, rowCount) => {
			expect(await read(file, rowCount)).toEqual([]);
		});

		it.each([
			['a page of HTML', '<html>'],
			['the header of another report', 'a,b\r\n'],
		])('and 0 announced, is refused with %s', async (_name, file) => {
			await expect(read(file, 0)).rejects.toMatchObject(
				failing('response-invalid', 'not the report that was ordered'),
			);
		});

		it.each([
			['a header alone', `${HEADER}\r\n`],
			['nothing', ''],
			['a BOM alone', '\uFEFF'],
		])('but by the job, is refused with %s', async (_name, file) => {
			await expect(read(file, 2)).rejects.toMatchObject(failing('response-invalid'));
		});
	});

	it('keeps the link out of the error when it never works', async () => {
		harness.sandbox.faults.add({ ...DOWNLOAD, path: storagePath, fault: { kind: 'status', status: 403 } });
		const run = await harness.run({ ...one, options: { maxRetries: 0, pollInterval: 1 } });
		expect(run.error).toMatchObject(failing('temporarily-unavailable', '403'));
		expect(JSON.stringify(run.error)).not.toContain(new URL(harness.sandbox.targetAds.storageUrl).host);
		expect(run.json(NODE)).toEqual([]);
	});
});
