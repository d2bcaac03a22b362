import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

import { afterEach, describe, expect, it } from '@jest/globals';

import { Deadline } from '../../../connector/transport/deadline';
import { nativeRequire } from '../../setup/native-require';
import {
	cleanUp,
	exchange,
	makeTransport,
	never,
	request,
	serve,
	serveBody,
	serveRaw,
	serveSecurely,
	textOf,
} from './servers';

afterEach(cleanUp);

const HEAD = 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n';
const CHUNKED = 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nabcde\r\n';

describe('a time-out', () => {
	it.each([
		['before the headers', () => undefined],
		['in the middle of the body', HEAD + 'half'],
		['in the middle of a chunked body', CHUNKED],
	])('of silence %s', async (_name, sent) => {
		const { url } = await serveRaw((socket) => {
			if (typeof sent === 'string') socket.write(sent);
		});
		await expect(exchange(makeTransport(), url, { idleTimeoutMs: 150 })).rejects.toMatchObject({
			kind: 'timeout',
			splittable: true,
			message: `${new URL(url).host} sent nothing for 0 seconds.`,
		});
	});

	it('does not come while something arrives now and then', async () => {
		const { url } = await serve((_request, response) => {
			let left = 8;
			const timer = setInterval(() => {
				response.write('.');
				if (--left > 0) return;
				clearInterval(timer);
				response.end();
			}, 100);
		});
		// Altogether longer than the silence allowed, by far.
		expect(await exchange(makeTransport(), url, { idleTimeoutMs: 600 })).toBe('........');
	});

	it('of the whole ends an answer that keeps dripping', async () => {
		const { url, connections } = await serve((_request, response) => {
			const timer = setInterval(() => response.write('.'), 10);
			response.on('close', () => {
				clearInterval(timer);
			});
		});
		await expect(exchange(makeTransport(), url, { wholeTimeoutMs: 200 })).rejects.toMatchObject({
			kind: 'timeout',
			splittable: true,
			message: `${new URL(url).host} sent its answer too slowly.`,
		});
		expect(connections).toHaveLength(1);
	});

	it('of the whole ends a request without any answer, too', async () => {
		const { url } = await serveRaw(() => undefined);
		const reading = exchange(makeTransport(), url, { wholeTimeoutMs: 100 });
		await expect(reading).rejects.toMatchObject({ kind: 'timeout' });
	});

	it('of the whole is lifted once the answer is read', async () => {
		const { url } = await serveBody('ok');
		const transport = makeTransport();
		const first = await transport.send(request(url, { wholeTimeoutMs: 300 }), never);
		expect(await textOf(first)).toBe('ok');
		await delay(400);
		expect(await exchange(transport, url)).toBe('ok');
	});
});

it('a time-out beyond what a timer takes does not pass at once', async () => {
	const deadline = new Deadline(new AbortController().signal, Number.MAX_SAFE_INTEGER * 4000);
	await delay(20);
	expect(deadline.passed).toBe(false);
	expect(deadline.signal.aborted).toBe(false);
	deadline.lift();
});

describe('a connection', () => {
	it.each<[string, string, 'destroy' | 'resetAndDestroy' | 'end']>([
		['reset before the headers', '', 'resetAndDestroy'],
		['closed before the headers', '', 'end'],
		['closed within the headers', 'HTTP/1.1 200 OK\r\ncontent-le', 'end'],
		['reset within the body', HEAD + 'half', 'resetAndDestroy'],
		['closed within the body', HEAD + 'half', 'end'],
		['closed within a chunked body', CHUNKED, 'end'],
		['reset within a chunked body', CHUNKED, 'destroy'],
	])('%s is temporarily unavailable', async (_name, sent, how) => {
		const { url } = await serveRaw((socket) => {
			socket.write(sent, () => socket[how]());
		});
		await expect(exchange(makeTransport(), url)).rejects.toMatchObject({
			kind: 'temporarily-unavailable',
			message: `${new URL(url).host} closed the connection before the answer was complete.`,
		});
	});

	it('reset within a compressed body is that, and no damaged answer', async () => {
		const body = gzipSync(Buffer.from(Array.from({ length: 50_000 }, (_value, n) => (n * n) % 251)));
		const { url } = await serve((_request, response) => {
			response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': body.length });
			response.write(body.subarray(0, 100), () => setTimeout(() => response.socket?.resetAndDestroy(), 50));
		});
		await expect(exchange(makeTransport(), url)).rejects.toMatchObject({ kind: 'temporarily-unavailable' });
	});

	it.each(['identity', 'gzip'])(
		'reset while nobody reads yet (%s) harms nobody but the reader',
		async (encoding) => {
			const { url, connections } = await serve((_request, response) => {
				response.writeHead(200, { 'content-encoding': encoding, 'content-length': 1000 });
				response.write(gzipSync('half'), () => setTimeout(() => response.socket?.resetAndDestroy(), 20));
			});
			const answer = await makeTransport().send(request(url), never);
			await new Promise((resolve) => connections[0]!.once('close', resolve));
			await delay(50);
			await expect(textOf(answer)).rejects.toMatchObject({ kind: 'temporarily-unavailable' });
		},
	);

	it('that is refused is told in words, without the code that n8n would replace them by', async () => {
		const server = createServer().listen(0, '127.0.0.1');
		await new Promise((resolve) => server.once('listening', resolve));
		const { port } = server.address() as AddressInfo;
		await new Promise((resolve) => server.close(resolve));
		await expect(exchange(makeTransport(), `http://127.0.0.1:${port}`)).rejects.toMatchObject({
			kind: 'temporarily-unavailable',
			message: `127.0.0.1:${port} refused the connection.`,
			cause: expect.anything(),
		});
	});

	it('to a name that does not exist is told so', async () => {
		await expect(exchange(makeTransport(), 'http://nowhere.invalid')).rejects.toMatchObject({
			kind: 'temporarily-unavailable',
			message: expect.stringMatching(/^nowhere\.invalid could not be (found|looked up)/),
		});
	});
});

describe('TLS', () => {
	it('without a certificate that somebody vouches for is refused before anything is sent', async () => {
		const { url, requests } = await serveSecurely((_request, response) => response.end('secret'));
		await expect(exchange(makeTransport(), url)).rejects.toMatchObject({
			kind: 'access-denied',
			message: `${new URL(url).host} has a TLS certificate that nobody vouches for.`,
			advice: expect.stringContaining('NODE_EXTRA_CA_CERTS'),
		});
		expect(requests).toEqual([]);
	});

	it('that is none tells so: a plain port behind https', async () => {
		const { port } = await serveBody('ok');
		await expect(exchange(makeTransport(), `https://127.0.0.1:${port}`)).rejects.toMatchObject({
			kind: 'access-denied',
			message: `127.0.0.1:${port} answered without encryption.`,
		});
	});

	it('is verified even where the environment switches that off', async () => {
		const { url } = await serveSecurely((_request, response) => response.end('secret'));
		// The process' own environment: jest gives the tests a copy, which TLS does not look at.
		const { env } = nativeRequire('node:process') as NodeJS.Process;
		const before = env.NODE_TLS_REJECT_UNAUTHORIZED;
		env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
		try {
			await expect(exchange(makeTransport(), url)).rejects.toMatchObject({ kind: 'access-denied' });
		} finally {
			if (before === undefined) Reflect.deleteProperty(env, 'NODE_TLS_REJECT_UNAUTHORIZED');
			else env.NODE_TLS_REJECT_UNAUTHORIZED = before;
		}
	});
});

describe('a stopped execution', () => {
	it.each([
		['before the headers', ''],
		['within the body', HEAD + 'half'],
	])('ends an exchange %s', async (_name, sent) => {
		const controller = new AbortController();
		const stop = () => {
			controller.abort();
		};
		const { url, connections } = await serveRaw((socket) => {
			socket.write(sent, () => setTimeout(stop, 20));
		});
		const reading = exchange(makeTransport(), url, {}, controller.signal);
		await expect(reading).rejects.toMatchObject({ kind: 'cancelled' });
		if (!connections[0]!.closed) await new Promise((resolve) => connections[0]!.once('close', resolve));
	});

	it.each(['identity', 'gzip'])('harms nobody when an answer is not read (%s)', async (encoding) => {
		const { url } = await serve((_request, response) => {
			response.writeHead(200, { 'content-encoding': encoding });
			response.write(gzipSync('half'));
		});
		const controller = new AbortController();
		const answer = await makeTransport().send(request(url), controller.signal);
		controller.abort();
		await delay(20);
		await expect(textOf(answer)).rejects.toMatchObject({ kind: 'cancelled' });
	});

	it('sends nothing when it was stopped before', async () => {
		const { url, connections } = await serveBody('ok');
		const controller = new AbortController();
		controller.abort();
		const reading = exchange(makeTransport(), url, {}, controller.signal);
		await expect(reading).rejects.toMatchObject({ kind: 'cancelled' });
		expect(connections).toHaveLength(0);
	});
});
