import { get } from 'node:http';

import { describe, expect, it } from '@jest/globals';

import { sandboxOfFile } from './opened';
import { at, classic, parsed, reports, xml } from './adfox/client';

import type { Fault } from '.';

const sandbox = sandboxOfFile({
	adfox: { banners: 60, campaigns: 20 },
});

const strike = (fault: Fault, path = '/v1') => sandbox.faults.add({ path, times: 1, fault });
const LIST = { object: 'account', action: 'list', actionObject: 'banner', limit: '20' };
const POSITION = { object: 'account', action: 'add', actionObject: 'position', name: 'top' };
const ORDER = { metrics: ['ctr'], dateRange: { from: '2026-03-01', to: '2026-03-02' } };

async function task(): Promise<string> {
	const { result } = (await (await reports(sandbox, '', ORDER)).json()) as { result: { taskId: string } };
	return result.taskId;
}
async function status(id: string): Promise<unknown> {
	return ((await (await reports(sandbox, `/${id}`)).json()) as { result: unknown }).result;
}

describe('a fault', () => {
	it('repeats a page', async () => {
		strike({ kind: 'repeat-page' });
		const { result } = await xml(classic(sandbox, 'GET', { ...LIST, offset: '20' }));
		expect(at(result, 'offset')).toBe('20');
		expect(at(result, 'data')).toEqual(sandbox.adfox.banners.slice(0, 20));
	});

	it('empties a page and promises more', async () => {
		strike({ kind: 'empty-page' });
		const { result } = await xml(classic(sandbox, 'GET', LIST));
		expect(result).toMatchObject({ rows: '0', total_rows: '60', data: '' });
	});

	it('counts more rows than there are', async () => {
		strike({ kind: 'counts-more', by: 3 });
		const { result } = await xml(classic(sandbox, 'GET', LIST));
		expect(result).toMatchObject({ rows: '20', total_rows: '63' });
	});

	it('answers an error or something unheard of', async () => {
		strike({ kind: 'error-in-200', code: -99, message: 'Internal' });
		expect(await xml(classic(sandbox, 'GET', LIST))).toEqual({ status: { code: '-99', error: 'Internal' } });
		strike({ kind: 'unknown-envelope' });
		expect(await xml(classic(sandbox, 'GET', LIST))).toEqual({ items: { item: '' } });
	});

	it('that has no meaning is told', async () => {
		strike({ kind: 'job-never-ends' });
		expect((await classic(sandbox, 'GET', LIST)).status).toBe(501);
		strike({ kind: 'repeat-page' });
		expect((await classic(sandbox, 'POST', POSITION)).status).toBe(501);
		expect(sandbox.adfox.writes).toEqual([]);
	});

	it('makes a write partial', async () => {
		strike({ kind: 'partial-success', message: 'Not all of it' });
		const answer = await xml(classic(sandbox, 'POST', POSITION));
		expect(at(answer, 'status')).toMatchObject({ code: '0', message: 'Not all of it' });
	});

	it('resets the connection after the write was carried out, or before', async () => {
		strike({ kind: 'reset-after' });
		await expect(classic(sandbox, 'POST', POSITION)).rejects.toThrow('fetch failed');
		expect(sandbox.adfox.writes).toHaveLength(1);
		expect(sandbox.adfox.objects('position').at(-1)).toMatchObject({ name: 'top' });
		expect(sandbox.requests.at(-1)!.status).toBe(0);
		strike({ kind: 'reset-before' });
		await expect(classic(sandbox, 'POST', POSITION)).rejects.toThrow('fetch failed');
		expect(sandbox.adfox.writes).toHaveLength(1);
	});

	it('fails a task, or never lets it end', async () => {
		strike({ kind: 'job-status', status: 'FAILURE' }, '/v2/reports');
		const failed = await task();
		expect(await status(failed)).toEqual({
			taskId: failed,
			status: 'FAILURE',
			error: { code: 'UNKNOWN_ERROR', message: 'Unexpected error' },
		});
		sandbox.reset();
		strike({ kind: 'job-never-ends' }, '/v2/reports');
		const endless = await task();
		for (let poll = 0; poll < 5; poll++)
			expect(await status(endless)).toEqual({ taskId: endless, status: 'RUNNING' });
	});
});

describe('hostile XML', () => {
	it('is a bomb of entities', async () => {
		strike({ kind: 'hostile-xml', attack: { kind: 'entity-bomb' } });
		const text = await (await classic(sandbox, 'GET', LIST)).text();
		expect(text.length).toBeLessThan(2000);
		expect(text).toContain(`<!ENTITY lol9 "${'&lol8;'.repeat(10)}">`);
		expect(() => parsed(text)).toThrow('undefined entity');
	});

	it('names an entity outside', async () => {
		const uri = `${sandbox.url}/stolen`;
		strike({ kind: 'hostile-xml', attack: { kind: 'external-entity', uri } });
		expect(await (await classic(sandbox, 'GET', LIST)).text()).toContain(`<!ENTITY stolen SYSTEM "${uri}">`);
	});

	it('nests without end, made while it is read', async () => {
		strike({ kind: 'hostile-xml', attack: { kind: 'deep-nesting' } });
		const query = new URLSearchParams(LIST).toString();
		const headers = { 'x-yandex-api-key': sandbox.adfox.token };
		const seen = await new Promise<string>((resolve, reject) => {
			get(`${sandbox.adfox.baseUrl}/v1?${query}`, { headers }, (response) => {
				let text = '';
				response.setEncoding('utf8');
				response.on('data', (chunk: string) => {
					text += chunk;
					if (text.length < 1_000_000) return;
					response.destroy();
					resolve(text);
				});
			}).on('error', reject);
		});
		expect(seen).toMatch(/<data><row0>(<a>)+/);
		expect(seen).not.toContain('</a>');
	});
});
