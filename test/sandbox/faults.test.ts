import { describe, expect, it } from '@jest/globals';

import { answer, call, RAW_BODY } from './targetads/client';

import { ofFile } from '../support/of-file';
import { startSandbox, type Fault } from '.';

const RAW = '/v1/reports/raw_reports';
const EVENTS = '/v1/meta/target_event';

const sandbox = ofFile(async () => startSandbox({ now: () => Date.parse('2026-04-10T09:00:00Z') }));

const strike = (path: string, fault: Fault) => sandbox.faults.add({ path, fault });
const events = () => call(sandbox, EVENTS, { headers: { 'accept-encoding': 'identity' } });

describe('a fault in place of the answer', () => {
	it('status, with the body of the platform or another one', async () => {
		const handle = strike(EVENTS, { kind: 'status', status: 429, retryAfter: '7' });
		const refused = await events();
		expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '7']);
		expect(await refused.json()).toEqual({ ErrorCode: 429, ErrorMessage: 'too many requests' });
		handle.remove();
		strike(EVENTS, { kind: 'status', status: 502, body: 'Bad Gateway' });
		const broken = await events();
		expect([broken.status, broken.headers.get('retry-after'), await broken.text()]).toEqual([
			502,
			null,
			'Bad Gateway',
		]);
	});

	it('html', async () => {
		strike(EVENTS, { kind: 'html' });
		const response = await events();
		expect(response.headers.get('content-type')).toContain('text/html');
		expect(await response.text()).toMatch(/^<!DOCTYPE html>/);
	});

	it('redirect', async () => {
		strike(EVENTS, { kind: 'redirect', to: 'http://other.example/' });
		const response = await fetch(sandbox.targetAds.baseUrl + EVENTS, { redirect: 'manual' });
		expect([response.status, response.headers.get('location')]).toEqual([302, 'http://other.example/']);
	});
});

describe('a fault of the connection', () => {
	it('reset-before', async () => {
		strike(EVENTS, { kind: 'reset-before' });
		await expect(events()).rejects.toThrow('fetch failed');
		expect(sandbox.requests[0]!.status).toBe(0);
	});

	it('hang', async () => {
		strike(EVENTS, { kind: 'hang' });
		const leaving = new AbortController();
		const pending = fetch(sandbox.targetAds.baseUrl + EVENTS, { signal: leaving.signal });
		while (sandbox.requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
		expect(sandbox.requests[0]).toMatchObject({ status: 0, endedAt: Infinity });
		leaving.abort();
		await expect(pending).rejects.toThrow('aborted');
	});

	it('delay, together with another fault', async () => {
		strike(EVENTS, { kind: 'delay', ms: 60 });
		strike(EVENTS, { kind: 'status', status: 503 });
		expect((await events()).status).toBe(503);
		const { startedAt, endedAt } = sandbox.requests[0]!;
		expect(endedAt - startedAt).toBeGreaterThanOrEqual(55);
	});

	it('reset-mid-body', async () => {
		const whole = await (await events()).text();
		strike(EVENTS, { kind: 'reset-mid-body', after: 20 });
		const response = await events();
		expect(Number(response.headers.get('content-length'))).toBe(Buffer.byteLength(whole));
		await expect(response.text()).rejects.toThrow('terminated');
	});

	it('slow-drip, in the end complete', async () => {
		const whole = await (await events()).text();
		strike(EVENTS, { kind: 'slow-drip', ms: 4 });
		expect(await (await events()).text()).toBe(whole);
		expect(sandbox.requests[1]!.endedAt - sandbox.requests[1]!.startedAt).toBeGreaterThanOrEqual(45);
	});
});

describe('a fault of the content', () => {
	it('truncate, cleanly ended', async () => {
		const whole = Buffer.from(await (await events()).arrayBuffer());
		strike(EVENTS, { kind: 'truncate' });
		const half = Buffer.from(await (await events()).arrayBuffer());
		expect(half).toEqual(whole.subarray(0, Math.floor(whole.length / 2)));
	});

	it('truncate of a streamed page', async () => {
		strike(RAW, { kind: 'truncate' });
		const response = await call(sandbox, RAW, { body: RAW_BODY });
		await expect(response.json()).rejects.toMatchObject({ name: 'SyntaxError' });
	});

	it('wrong-charset', async () => {
		strike(EVENTS, { kind: 'wrong-charset' });
		const response = await events();
		const bytes = Buffer.from(await response.arrayBuffer());
		expect(response.headers.get('content-type')).toContain('utf-8');
		expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow();
		expect(new TextDecoder('windows-1251').decode(bytes)).toContain('Полный просмотр видео');
	});

	it('oversized', async () => {
		strike(EVENTS, { kind: 'oversized', bytes: 200_000 });
		const response = await events();
		const bytes = await response.arrayBuffer();
		expect([bytes.byteLength, response.headers.get('content-length')]).toEqual([200_000, null]);
	});
});

describe('a fault that the platform plays', () => {
	const page = (offset: number) =>
		answer(sandbox, RAW, { body: { ...RAW_BODY, Offset: offset, Limit: 100 } });

	it('repeat-page', async () => {
		const first = await page(0);
		strike(RAW, { kind: 'repeat-page' });
		expect(await page(100)).toEqual(first);
	});

	it('empty-page', async () => {
		strike(RAW, { kind: 'empty-page' });
		expect(await page(100)).toEqual({ data: [], count: 0, has_more: true });
	});

	it('error-in-200', async () => {
		strike(RAW, { kind: 'error-in-200', code: 500, message: 'internal error' });
		const response = await call(sandbox, RAW, { body: RAW_BODY });
		expect(response.status).toBe(200);
		expect(await response.json()).toEqual({ ErrorCode: 500, ErrorMessage: 'internal error' });
	});

	it('unknown-envelope', async () => {
		strike(RAW, { kind: 'unknown-envelope' });
		expect(Object.keys(await page(0))).toEqual(['result']);
	});

	it('is refused where it means nothing', async () => {
		strike(EVENTS, { kind: 'repeat-page' });
		expect((await events()).status).toBe(501);
	});

	it('job-status of a poll, job-never-ends of an order', async () => {
		const body = {
			...RAW_BODY,
			InteractionFilter: { ...RAW_BODY.InteractionFilter, InteractionType: ['Click'] },
		};
		const order = async () => (await answer(sandbox, '/v2/reports/raw_reports', { body })).job_id as string;
		const poll = async (id: string) => (await answer(sandbox, `/v2/jobs/${id}`)).status;
		const healthy = await order();
		const handle = strike('/v2/reports/raw_reports', { kind: 'job-never-ends' });
		const endless = await order();
		handle.remove();
		for (let polls = 0; polls < 3; polls++) await poll(endless);
		expect(await poll(endless)).toBe('PROCESSING');
		strike(`/v2/jobs/${healthy}`, { kind: 'job-status', status: 'FAILED', error_message: 'out of memory' });
		expect(await answer(sandbox, `/v2/jobs/${healthy}`)).toEqual({
			job_id: healthy,
			status: 'FAILED',
			error_message: 'out of memory',
		});
	});
});
