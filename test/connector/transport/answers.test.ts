import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';

import { afterEach, describe, expect, it } from '@jest/globals';
import { getGlobalDispatcher } from 'undici';

import { UndiciTransport } from '../../../connector/transport';
import {
	cleanUp,
	exchange,
	makeTransport,
	never,
	request,
	serve,
	serveBody,
	serveRaw,
	textOf,
} from './servers';

afterEach(cleanUp);

/** Comes true when the server sees the connection closed. */
const closed = (socket: Socket | undefined) =>
	new Promise<boolean>((resolve) => {
		if (socket?.closed === true) resolve(true);
		socket?.once('close', () => {
			resolve(true);
		});
	});

/** Sends the same piece until nobody takes it any more. */
function pour(response: ServerResponse, piece: Uint8Array): void {
	const timer = setInterval(() => response.write(piece), 1);
	response.on('close', () => {
		clearInterval(timer);
	});
}

const TEXT = 'Показы,клики\r\n'.repeat(5000);

describe('an answer', () => {
	it('is given with its status and its headers in lower case, of repeated ones the last', async () => {
		const { url } = await serve((_request, response) => {
			response.setHeader('X-Budget', ['1', '2']);
			response.writeHead(418, { 'Content-Type': 'text/plain' }).end(TEXT);
		});
		const answer = await makeTransport().send(request(url), never);
		expect(answer).toMatchObject({ status: 418, headers: { 'content-type': 'text/plain', 'x-budget': '2' } });
		expect(await textOf(answer)).toBe(TEXT);
	});

	it('is to a request with its method, path, query, headers and body', async () => {
		const { url } = await serve((incoming, response) => {
			incoming.setEncoding('utf8').on('data', (body: string) => {
				const { method, headers } = incoming;
				const asked = [headers['x-a'], headers['accept-encoding'], headers.host];
				response.end(JSON.stringify([method, incoming.url, ...asked, body]));
			});
		});
		const parts = { method: 'POST', headers: { 'x-a': '1' }, body: 'Имя' };
		const seen = await exchange(makeTransport(), `${url}/a/b?c=%20d`, parts);
		const asked = ['1', 'gzip, deflate, br', new URL(url).host];
		expect(JSON.parse(seen)).toEqual(['POST', '/a/b?c=%20d', ...asked, 'Имя']);
	});

	it.each([
		['gzip', gzipSync(TEXT)],
		['x-gzip', gzipSync(TEXT)],
		['GZIP', gzipSync(TEXT)],
		['deflate', deflateSync(TEXT)],
		['deflate', deflateRawSync(TEXT)],
		['deflate', deflateRawSync(TEXT, { level: 0 })],
		['br', brotliCompressSync(TEXT)],
		['identity', Buffer.from(TEXT)],
	])('loses its Content-Encoding: %s', async (encoding, body) => {
		const { url } = await serveBody(body, { 'content-encoding': encoding });
		expect(await exchange(makeTransport(), url)).toBe(TEXT);
	});

	it.each(['gzip', 'deflate', 'br'])('may be empty and say that it is %s', async (encoding) => {
		const { url } = await serveBody(undefined, { 'content-encoding': encoding });
		expect(await exchange(makeTransport(), url)).toBe('');
	});

	it.each(['zstd', 'gzip, br', 'aws-chunked'])(
		'compressed as nobody asked for (%s) is refused',
		async (encoding) => {
			const { url, connections } = await serveBody('x', { 'content-encoding': encoding });
			await expect(exchange(makeTransport(), url)).rejects.toMatchObject({
				kind: 'response-invalid',
				message: 'The answer is compressed in a way that nobody asked for.',
			});
			expect(connections).toHaveLength(1);
		},
	);

	it.each([
		['gzip', gzipSync(TEXT).subarray(0, -20)],
		['gzip', Buffer.concat([gzipSync(TEXT).subarray(0, 50), Buffer.alloc(100, 7)])],
		['gzip', Buffer.from(TEXT)],
		['deflate', deflateSync(TEXT).subarray(0, -20)],
		['deflate', deflateRawSync(TEXT).subarray(0, -20)],
		['deflate', Buffer.from(TEXT)],
		['br', brotliCompressSync(TEXT).subarray(0, -10)],
		['br', Buffer.alloc(1000, 0xff)],
	])('whose %s is damaged or cut off is no answer (%#)', async (encoding, body) => {
		const { url } = await serveBody(body, { 'content-encoding': encoding });
		await expect(exchange(makeTransport(), url)).rejects.toMatchObject({
			kind: 'response-invalid',
			message: `${new URL(url).host} sent a compressed answer that is damaged or cut off.`,
		});
	});

	it('that is no HTTP is no answer', async () => {
		const { url } = await serveRaw((socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n'));
		await expect(exchange(makeTransport(), url)).rejects.toMatchObject({ kind: 'response-invalid' });
	});
});

describe('the connections', () => {
	it.each([
		['plain', {}, TEXT],
		['compressed', { 'content-encoding': 'gzip' }, gzipSync(TEXT)],
	])('are kept: many requests go over one socket (%s)', async (_name, headers, body) => {
		const { url, connections } = await serveBody(body, headers);
		const transport = makeTransport();
		for (let n = 0; n < 20; n++) expect(await exchange(transport, `${url}/${n}`)).toBe(TEXT);
		// undici opens a second one when a request comes before it has put the first one back.
		expect(connections.length).toBeLessThanOrEqual(2);
	});

	it.each([
		['plain', {}, Buffer.alloc(50_000)],
		['compressed', { 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(5_000_000, 'a'))],
		['damaged', { 'content-encoding': 'gzip' }, Buffer.alloc(50_000)],
		['of an unknown encoding', { 'content-encoding': 'zstd' }, Buffer.alloc(50_000)],
	])('are given back by an answer that is discarded unread (%s)', async (_name, headers, body) => {
		const { url, connections } = await serveBody(body, headers, 404);
		const transport = makeTransport();
		let sent = 0;
		// The rest is read in the background; until then the socket is in use, and the next request opens another one.
		do {
			(await transport.send(request(url), never)).discard();
			sent++;
		} while (connections.length === sent && sent < 100);
		expect(connections.length).toBeLessThan(sent);
	});

	it('are closed by an answer that is discarded unread and too long', async () => {
		const { url, connections } = await serve((_request, response) => {
			pour(response, Buffer.alloc(65_536));
		});
		(await makeTransport().send(request(url), never)).discard();
		await expect(closed(connections[0])).resolves.toBe(true);
	});

	it.each(['identity', 'gzip'])('are closed by a reader who stops early (%s)', async (encoding) => {
		const { url, connections } = await serve((_request, response) => {
			response.writeHead(200, { 'content-encoding': encoding });
			pour(response, gzipSync(TEXT));
		});
		const { body } = await makeTransport().send(request(url), never);
		for await (const chunk of body) {
			expect(chunk.length).toBeGreaterThan(0);
			break;
		}
		await expect(closed(connections[0])).resolves.toBe(true);
	});

	it('leave the dispatcher of everybody else in the process alone', async () => {
		const before = getGlobalDispatcher();
		const { url } = await serveBody('ok');
		await exchange(makeTransport(), url);
		expect(getGlobalDispatcher()).toBe(before);
	});
});

it('a transport that is closed keeps no connection', async () => {
	const { url, connections } = await serveBody('all');
	const transport = new UndiciTransport();
	expect(await exchange(transport, url, { reach: 'anywhere' })).toBe('all');
	const [socket] = connections;
	expect(socket?.closed).toBe(false);
	await transport.close();
	expect(await closed(socket)).toBe(true);
}, 3000);
