import { describe, expect, it } from '@jest/globals';

import { answer, call, RAW_BODY } from './targetads/client';

import { ofFile } from '../support/of-file';
import { startSandbox, type Fault } from '.';

const RAW = '/v1/reports/raw_reports';
const EVENTS = '/v1/meta/target_event';

const sandbox = ofFile(async () => startSandbox({ now: () => Date.parse('2026-04-10T09:00:00Z') }));

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
				status: 200,
				startedAt: expect.any(Number),
				endedAt: expect.any(Number),
			},
		]);
	});

	it.each(['gzip', 'deflate', 'br'])(
		'compresses with %s when asked to, pages and small answers alike',
		async (encoding) => {
			const plain = { headers: { 'accept-encoding': 'identity' } };
			const compressed = { headers: { 'accept-encoding': encoding } };
			for (const [path, body] of [[RAW, RAW_BODY] as const, [EVENTS, undefined] as const]) {
				const response = await call(sandbox, path, { body, ...compressed });
				expect(response.headers.get('content-encoding')).toBe(encoding);
				expect(await response.json()).toEqual(await answer(sandbox, path, { body, ...plain }));
			}
		},
	);

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
