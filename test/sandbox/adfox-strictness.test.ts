import { beforeEach, describe, expect, it } from '@jest/globals';

import { at, classic, parsed, xml } from './adfox/client';
import { withSandbox } from './client';

import { ofFile } from '../support/of-file';
import { startSandbox } from '.';

let time = Date.parse('2026-04-10T09:00:00Z');
const sandbox = ofFile(async () =>
	startSandbox({ now: () => time, adfox: { banners: 30, requestsPerMinute: 200 } }),
);
beforeEach(() => {
	time += 60_000;
});

const LIST = { object: 'account', action: 'list', actionObject: 'campaign' };

describe('the token', () => {
	it.each([
		['xml', 200, 'x-yandex-api-key', 'no'],
		['xml', 200, 'authorization', 'Bearer y0_sandbox-not-a-secret'],
		['xml', 200, 'authorization', 'y0_sandbox-not-a-secret'],
		['http-401', 401, 'x-yandex-api-key', 'no'],
	] as const)('refuses by %s with %i: %s %s', async (authFailure, status, header, value) => {
		await withSandbox({ adfox: { authFailure, banners: 1 } }, async (other) => {
			const response = await classic(other, 'GET', LIST, { [header]: value });
			expect(response.status).toBe(status);
			const text = await response.text();
			if (authFailure === 'http-401') expect(text).toBe('401 Unauthorized');
			else expect(at(parsed(text), 'status')).toEqual({ code: '-1', error: 'Authorization failed' });
		});
	});

	it('is taken from both headers, or from the one that is switched on', async () => {
		const { token } = sandbox.adfox;
		const authorization = { authorization: `OAuth ${token}` };
		expect(at(await xml(classic(sandbox, 'GET', LIST, authorization)), 'status', 'code')).toBe('0');
		await withSandbox({ adfox: { authHeaders: ['X-Yandex-API-Key'], banners: 1 } }, async (other) => {
			expect(at(await xml(classic(other, 'GET', LIST, authorization)), 'status', 'code')).toBe('-1');
			expect(at(await xml(classic(other, 'GET', LIST)), 'status', 'code')).toBe('0');
		});
	});

	it('has a budget where there is one', async () => {
		await withSandbox(
			{ now: () => time, adfox: { banners: 1, requestsPerMinute: 2, retryAfter: '7' } },
			async (other) => {
				const statuses = [];
				for (let request = 0; request < 3; request++)
					statuses.push((await classic(other, 'GET', LIST)).status);
				expect(statuses).toEqual([200, 200, 429]);
				time += 60_000;
				expect((await classic(other, 'GET', LIST)).status).toBe(200);
			},
		);
	});
});

describe('a request is refused', () => {
	it('as a write in the URL, unless that is switched on', async () => {
		const write = { object: 'account', action: 'add', actionObject: 'position', name: 'top' };
		const response = await classic(sandbox, 'GET', write);
		expect(response.status).toBe(405);
		expect(at(parsed(await response.text()), 'status', 'code')).toBe('-2');
		expect(sandbox.adfox.writes).toEqual([]);
		await withSandbox({ adfox: { writesByGet: true, banners: 1 } }, async (other) => {
			expect(at(await xml(classic(other, 'GET', write)), 'status', 'code')).toBe('0');
			expect(other.adfox.writes).toHaveLength(1);
		});
	});

	it('for a parameter that nobody knows only where that is switched on', async () => {
		const query = { ...LIST, Search: 'x' };
		expect(at(await xml(classic(sandbox, 'GET', query)), 'result', 'total_rows')).toBe('137');
		await withSandbox({ adfox: { unknownParameters: 'refuse', banners: 1 } }, async (other) => {
			const { status } = await xml(classic(other, 'GET', query));
			expect(status).toEqual({ code: '-6', error: 'Incorrect value', parameter: 'Search', value: 'x' });
		});
	});

	it('with another HTTP status where that is switched on', async () => {
		await withSandbox({ adfox: { errorStatus: 400, banners: 1 } }, async (other) => {
			expect((await classic(other, 'GET', { ...LIST, limit: 'x' })).status).toBe(400);
		});
		expect((await classic(sandbox, 'GET', { ...LIST, limit: 'x' })).status).toBe(200);
		expect((await fetch(`${sandbox.adfox.baseUrl}/v0`)).status).toBe(404);
	});

	it('or clamped for a limit over the maximum', async () => {
		await withSandbox({ adfox: { overMaxLimit: 'clamp', maxLimit: 5 } }, async (other) => {
			expect((await xml(classic(other, 'GET', { ...LIST, limit: '6' }))).result).toMatchObject({
				limit: '5',
				rows: '5',
			});
		});
	});
});
