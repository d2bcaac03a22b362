import { afterEach, describe, expect, it } from '@jest/globals';

import type { Reach } from '../../../connector/transport';
import { cleanUp, exchange, makeTransport, serve } from './servers';

afterEach(cleanUp);

/** A server that answers `/` with a redirect and everything else with what it was asked for. */
async function redirecting(status: number, location: string | undefined) {
	const seen: string[] = [];
	const server = await serve((incoming, response) => {
		seen.push(`${incoming.method} ${incoming.url} ${incoming.headers.authorization ?? '-'}`);
		if (incoming.url !== '/') response.end('arrived');
		else response.writeHead(status, location === undefined ? {} : { location }).end('moved');
	});
	return { ...server, seen };
}

describe('a redirect', () => {
	it.each([301, 302, 303, 307, 308])(
		'(%i) to the same origin is followed, signed as before',
		async (status) => {
			const { url, seen } = await redirecting(status, '/there?x=1');
			const parts = { headers: { authorization: 'Bearer t' } };
			expect(await exchange(makeTransport(), url, parts)).toBe('arrived');
			expect(seen).toEqual(['GET / Bearer t', 'GET /there?x=1 Bearer t']);
		},
	);

	it('to another server does not take a credential along', async () => {
		const other = await redirecting(200, undefined);
		const { url, seen } = await redirecting(302, `${other.url}/there`);
		const parts = { headers: { authorization: 'Bearer t' } };
		await expect(exchange(makeTransport(), url, parts)).rejects.toMatchObject({
			kind: 'response-invalid',
			status: 302,
			message: `${new URL(url).host} sent a redirect to another server, ${new URL(other.url).host}; it was not followed.`,
		});
		expect(seen).toEqual(['GET / Bearer t']);
		expect(other.seen).toEqual([]);
		expect(other.connections).toHaveLength(0);
	});

	it('to another server is followed where no credential goes along', async () => {
		const other = await redirecting(200, undefined);
		const { url } = await redirecting(302, `${other.url}/there`);
		expect(await exchange(makeTransport(), url, { reach: 'anywhere' })).toBe('arrived');
		expect(other.seen).toEqual(['GET /there -']);
	});

	it.each(['POST', 'DELETE', 'PUT'])('of a %s is refused: it is not known what was done', async (method) => {
		const { url, seen } = await redirecting(307, '/there');
		await expect(exchange(makeTransport(), url, { method })).rejects.toMatchObject({
			kind: 'response-invalid',
			status: 307,
			message: `${new URL(url).host} answered a ${method} with a redirect; it was not repeated.`,
		});
		expect(seen).toHaveLength(1);
	});

	it('that leads to itself ends after five', async () => {
		const { url, seen } = await redirecting(302, '/');
		await expect(exchange(makeTransport(), url)).rejects.toMatchObject({
			kind: 'response-invalid',
			message: `${new URL(url).host} sends from one redirect to the next.`,
		});
		expect(seen).toHaveLength(6);
	});

	it.each<[string | undefined, Reach]>([
		[undefined, 'origin'],
		['http://', 'origin'],
		['http://[::1', 'origin'],
		['file:///etc/passwd', 'anywhere'],
		['file:///etc/passwd', 'origin'],
		['ftp://127.0.0.1/f', 'anywhere'],
		['javascript:alert(1)', 'anywhere'],
		['data:text/plain,x', 'anywhere'],
	])('to %p is refused (reach %s)', async (location, reach) => {
		const { url } = await redirecting(302, location);
		const reading = exchange(makeTransport(), url, { reach });
		await expect(reading).rejects.toMatchObject({ kind: 'response-invalid', status: 302 });
	});

	it.each([300, 304, 305])('is not what status %i asks for', async (status) => {
		const { url, seen } = await redirecting(status, '/there');
		await exchange(makeTransport(), url);
		expect(seen).toHaveLength(1);
	});
});
