import { constants } from 'node:buffer';
import { brotliCompressSync, gzipSync } from 'node:zlib';

import { afterEach, describe, expect, it } from '@jest/globals';

import { FakeClock } from '../../support/fake-clock';
import { get, policy, Rows, setUp } from '../client/parts';
import { cleanUp, makeTransport, never, serve, serveBody } from './servers';

afterEach(cleanUp);

const BOUND = 64 * 1024 * 1024;

describe('a client on the network', () => {
	// A smaller slice is the only help, so it is not repeated unchanged.
	it.each([
		['gzip', gzipSync],
		['br', brotliCompressSync],
	])('does not unpack more than 64 MB of %s', async (encoding, compress) => {
		const bomb = compress(Buffer.alloc(BOUND + 1, ' '));
		const { url, requests } = await serveBody(bomb, { 'content-encoding': encoding });
		expect(bomb.length).toBeLessThan(BOUND / 100);
		const { client } = setUp([], { baseUrl: url, transport: makeTransport() });
		await expect(client.json(get, Rows)).rejects.toMatchObject({
			kind: 'response-invalid',
			message: `The answer is longer than ${BOUND} bytes.`,
			splittable: true,
		});
		expect(requests).toHaveLength(1);
	});

	it('leaves an answer without end at the bound', async () => {
		const member = gzipSync(Buffer.alloc(1024 * 1024, ' '));
		let written = 0;
		const { url } = await serve((_request, response) => {
			response.writeHead(200, { 'content-encoding': 'gzip' });
			const more = () => {
				do written += 1;
				while (!response.destroyed && response.write(member));
			};
			response.on('drain', more);
			more();
		});
		const { client } = setUp([], {
			baseUrl: url,
			transport: makeTransport(),
			retryPolicy: { ...policy, maxRetries: 0 },
		});
		await expect(client.json(get, Rows)).rejects.toMatchObject({ kind: 'response-invalid' });
		expect(written).toBeLessThan(constants.MAX_LENGTH / member.length);
	});

	it('gives an answer of exactly 64 MB', async () => {
		const body = Buffer.alloc(BOUND, ' ');
		body.write('{"rows":[1]}');
		const { url } = await serveBody(gzipSync(body), { 'content-encoding': 'gzip' });
		const { client } = setUp([], { baseUrl: url, transport: makeTransport() });
		expect(await client.json(get, Rows)).toEqual({ rows: [1] });
	});

	it('repeats a read over a connection that broke, and ends up with the whole answer', async () => {
		const { url, requests } = await serve((_request, response) => {
			if (requests.length === 1) response.socket?.resetAndDestroy();
			else if (requests.length === 2) {
				response.writeHead(200, { 'content-length': 100 });
				response.write('{"rows":[1', () => response.socket?.destroy());
			} else if (requests.length === 3)
				response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip');
			else response.end('{"rows":[1,2]}');
		});
		const clock = new FakeClock();
		const { client } = setUp([], { baseUrl: url, transport: makeTransport() }, clock);
		expect(await client.json(get, Rows)).toEqual({ rows: [1, 2] });
		expect(requests).toHaveLength(4);
		expect(clock.sleeps).toEqual([500, 1000, 2000]);
	});

	it('takes a refusal for what its status says, however its body is packed', async () => {
		const { url } = await serveBody('?', { 'content-encoding': 'zstd' }, 403);
		const { client } = setUp([], { baseUrl: url, transport: makeTransport() });
		await expect(client.json(get, Rows)).rejects.toMatchObject({ kind: 'access-denied', status: 403 });
	});

	it('sends no credential with a download', async () => {
		const { url, requests } = await serveBody('a;b');
		const auth = { sign: async () => ({ authorization: 'Bearer t', 'x-yandex-api-key': 'k' }) };
		const { client } = setUp([], { baseUrl: url, auth, transport: makeTransport() });
		for await (const chunk of await client.download(`${url}/f`, 'anywhere', never))
			expect(Buffer.from(chunk).toString()).toBe('a;b');
		expect(Object.keys(requests[0]!.headers).sort()).toEqual(['accept-encoding', 'connection', 'host']);
	});
});
