import { gunzipSync } from 'node:zlib';

import { describe, expect, it } from '@jest/globals';

import { bytesAt, type Json } from './client';
import { NOW } from './opened';
import { answer, call } from './targetads/client';

import { ofTest } from '../support/of-file';
import { startSandbox, type Sandbox } from '.';
import type { TargetAdsOptions } from './targetads';

const PERIOD = { dateFrom: '2026-03-01', dateTo: '2026-03-03' };
const FIELDS = ['Time', 'UrlPath', 'EcomItemsName', 'PlacementId'].map((field) => `Interaction${field}`);
const ORDER = {
	ResponseType: 'JSON',
	Fields: FIELDS,
	InteractionFilter: { DateFrom: '2026-03-01', DateTo: '2026-03-03', InteractionType: ['Purchase'] },
	Stable: 1,
};

let time = NOW;
let sandbox: Sandbox;
const start = async (targetAds: Partial<TargetAdsOptions> = {}) => {
	time = NOW;
	sandbox = await ofTest(startSandbox({ now: () => time, targetAds }));
};

const order = (body: Json = ORDER) => answer(sandbox, '/v2/reports/raw_reports', { body });
const poll = (job: Json) => answer(sandbox, `/v2/jobs/${job.job_id as string}`);

async function finish(job: Json): Promise<Json> {
	for (let polls = 0; polls < 10; polls++) {
		const status = await poll(job);
		if (status.status === 'DONE') return status;
	}
	throw new Error('The job does not end');
}

/** A file as the truth has it. */
function expectedCsv(): string {
	const rows = sandbox.targetAds.rawRows({ ...PERIOD, interactionTypes: ['Purchase'], fields: FIELDS });
	const cell = (value: unknown) => {
		const text = Array.isArray(value) ? JSON.stringify(value) : String(value);
		return /["\n,]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
	};
	const lines = [...rows].map((row) => FIELDS.map((field) => cell(row[field])).join(','));
	return [FIELDS.join(','), ...lines, ''].join('\n');
}

describe('a job', () => {
	it('goes through its states to a compressed file of all rows', async () => {
		await start();
		const job = await order();
		expect(job).toEqual({
			job_id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
			status: 'CREATED',
			created_at: '2026-04-10T09:00:00Z',
			estimated_seconds: 2,
		});
		expect(await poll(job)).toEqual({ job_id: job.job_id, status: 'PROCESSING' });
		expect(await poll(job)).toEqual({ job_id: job.job_id, status: 'PROCESSING' });
		const done = await poll(job);
		expect(done).toMatchObject({ status: 'DONE', download_expires_at: '2026-04-10T10:00:00Z' });

		const file = await bytesAt(done.download_url as string);
		const csv = gunzipSync(file.bytes).toString();
		expect(csv).toBe(expectedCsv());
		expect(csv).toContain('Стол\\nраскладной');
		expect(file.bytes).toHaveLength(done.file_size_bytes as number);
		expect(file.length).toBe(String(done.file_size_bytes));
	});

	it('is another one when it is ordered again', async () => {
		await start();
		const jobs = [await order(), await order()];
		expect(jobs[0]!.job_id).not.toBe(jobs[1]!.job_id);
		sandbox.reset();
		expect((await call(sandbox, `/v2/jobs/${jobs[0]!.job_id as string}`)).status).toBe(404);
	});

	it('is ordered flat and delivered plain where that is switched on', async () => {
		await start({ jobDialect: 'flat', gzip: false, jobPolls: 0 });
		expect((await call(sandbox, '/v2/reports/raw_reports', { body: ORDER })).status).toBe(400);
		const dates = { DateFrom: '2026-03-01', DateTo: '2026-03-03' };
		const body = { Fields: FIELDS, ...dates, InteractionType: 'Purchase' };
		const response = await call(sandbox, '/v2/reports/raw_reports', { body });
		expect(response.status).toBe(200);
		const done = await poll((await response.json()) as Json);
		expect((await bytesAt(done.download_url as string)).bytes.toString()).toBe(expectedCsv());
	});
});

describe('a link', () => {
	it('wants its signature and no token', async () => {
		await start();
		const { download_url: url } = (await finish(await order())) as { download_url: string };
		const withToken = await fetch(url, { headers: { authorization: `Bearer ${sandbox.targetAds.token}` } });
		expect(withToken.status).toBe(403);
		expect(await withToken.text()).toContain('<Code>AccessDenied</Code>');
		expect((await bytesAt(url.replace(/.$/, (digit) => (digit === '0' ? '1' : '0')))).status).toBe(403);
		expect((await bytesAt(url.slice(0, url.indexOf('?')))).status).toBe(403);
		expect((await bytesAt(url)).status).toBe(200);
		expect(new URL(url).origin).toBe(sandbox.targetAds.storageUrl);
		expect(sandbox.requests.at(-1)).toMatchObject({ platform: 'storage', method: 'GET', status: 200 });
	});

	it('expires, and another poll gives a fresh one', async () => {
		await start();
		const job = await order();
		const { download_url: first } = await finish(job);
		time += 3_600_000;
		expect((await bytesAt(first as string)).status).toBe(403);
		const { download_url: second, download_expires_at: expiry } = await poll(job);
		expect((await bytesAt(second as string)).status).toBe(200);
		expect(expiry).toBe('2026-04-10T11:00:00Z');
	});
});
