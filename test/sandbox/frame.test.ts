import { describe, expect, it } from '@jest/globals';

import { type Fault, startSandbox } from '.';
import { sandboxOfFile } from './opened';
import { answer, call, RAW_BODY } from './targetads/client';

const RAW = '/v1/reports/raw_reports';
const EVENTS = '/v1/meta/target_event';

const sandbox = sandboxOfFile();

describe('a fault rule', () => {
	const statuses = async (count: number) => {
		const seen = [];
		for (let request = 0; request < count; request++) seen.push((await call(sandbox, EVENTS)).status);
		return seen;
	};
	const fault: Fault = { kind: 'status', status: 500 };

	it('skips, strikes so many times, counts', async () => {
		const handle = sandbox.faults.add({ path: EVENTS, skip: 1, times: 2, fault });
		expect(await statuses(5)).toEqual([200, 500, 500, 200, 200]);
		expect(handle.hits).toBe(2);
	});

	it('strikes a share, always the same', async () => {
		const rule = { path: /target_event/g, rate: 0.4, fault };
		const handle = sandbox.faults.add(rule);
		const first = await statuses(30);
		expect(handle.hits).toBeGreaterThan(5);
		expect(handle.hits).toBeLessThan(20);
		sandbox.faults.clear();
		sandbox.faults.add(rule);
		expect(await statuses(30)).toEqual(first);
	});

	it('heeds the method and takes the path with the prefix too', async () => {
		sandbox.faults.add({ path: EVENTS, method: 'POST', fault });
		expect(await statuses(1)).toEqual([200]);
		sandbox.faults.add({ path: `/targetads${EVENTS}`, method: 'get', fault });
		expect(await statuses(1)).toEqual([500]);
	});
});

describe('the frame', () => {
	it('logs what it was asked', async () => {
		await call(sandbox, RAW, { body: RAW_BODY });
		const { token } = sandbox.targetAds;
		expect(sandbox.requests).toEqual([
			{
				platform: 'targetAds',
				method: 'POST',
				path: RAW,
				query: { project_id: '12486' },
				headers: expect.objectContaining({ authorization: `Bearer ${token}` }),
				body: RAW_BODY,
				text: JSON.stringify(RAW_BODY),
				status: 200,
				startedAt: expect.any(Number),
				endedAt: expect.any(Number),
			},
		]);
	});

	it('compresses when asked to, pages and small answers alike', async () => {
		for (const [path, body] of [[RAW, RAW_BODY] as const, [EVENTS, undefined] as const]) {
			const response = await call(sandbox, path, { body, headers: { 'accept-encoding': 'gzip' } });
			expect(response.headers.get('content-encoding')).toBe('gzip');
			const plain = { body, headers: { 'accept-encoding': 'identity' } };
			expect(await response.json()).toEqual(await answer(sandbox, path, plain));
		}
	});

	it('closes with requests under way', async () => {
		const other = await startSandbox();
		other.faults.add({ path: EVENTS, fault: { kind: 'hang' } });
		const pending = expect(call(other, EVENTS)).rejects.toThrow('fetch failed');
		while (other.requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
		await other.close();
		await pending;
	});

	it('says that a port is taken', async () => {
		const port = Number(new URL(sandbox.url).port);
		await expect(startSandbox({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
	});
});

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

	const ERROR = { ErrorCode: 500, ErrorMessage: 'internal error' };
	it.each<[Fault, (first: unknown) => unknown]>([
		[{ kind: 'repeat-page' }, (first) => first],
		[{ kind: 'empty-page' }, () => ({ data: [], count: 0, has_more: true })],
		[{ kind: 'error-in-200', code: 500, message: 'internal error' }, () => ERROR],
		[{ kind: 'unknown-envelope' }, () => ({ result: expect.anything() })],
	])('%j', async (fault, expected) => {
		const first = await page(0);
		strike(RAW, fault);
		expect(await page(100)).toEqual(expected(first));
		expect(sandbox.requests.at(-1)!.status).toBe(200);
	});

	it('counts-more: over all that there are', async () => {
		const before = (await answer(sandbox, EVENTS)) as { count: number };
		strike(EVENTS, { kind: 'counts-more', by: 3 });
		expect(await answer(sandbox, EVENTS)).toEqual({ ...before, count: before.count + 3 });
		const second = await page(100);
		const rest = { ...RAW_BODY, Offset: 200, Limit: 100_000 };
		const { count: others } = (await answer(sandbox, RAW, { body: rest })) as { count: number };
		strike(RAW, { kind: 'counts-more', by: 3 });
		expect(await page(100)).toEqual({ ...second, count: 200 + others + 3 });
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
