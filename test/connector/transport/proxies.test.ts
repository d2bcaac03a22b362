import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { createServer, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';

import { afterEach, describe, expect, it } from '@jest/globals';

import { cleanUp, exchange, makeTransport, serve, serveSecurely } from './servers';

const proxies: (() => void)[] = [];

afterEach(async () => {
	for (const close of proxies.splice(0)) close();
	await cleanUp();
});

/** A proxy that tunnels, and remembers where to. */
async function startProxy(refusal?: string) {
	const tunnels: { to: string; authorization: string | undefined }[] = [];
	const sockets: Socket[] = [];
	const server = createServer();
	server.on('connection', (socket) => sockets.push(socket));
	server.on('connect', (incoming: IncomingMessage, socket: Socket) => {
		const to = incoming.url ?? '';
		tunnels.push({ to, authorization: incoming.headers['proxy-authorization'] });
		socket.on('error', () => undefined);
		if (refusal !== undefined) {
			socket.end(`HTTP/1.1 ${refusal}\r\n\r\n`);
			return;
		}
		const target = connect(Number(to.split(':').at(-1)), '127.0.0.1', () => {
			socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
			target.pipe(socket).pipe(target);
		});
		target.on('error', () => socket.destroy());
		sockets.push(target);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	proxies.push(() => {
		for (const socket of sockets) socket.destroy();
		server.close();
	});
	const { port } = server.address() as AddressInfo;
	return { host: `127.0.0.1:${port}`, tunnels };
}

const answering = () => serve((incoming, response) => response.end(incoming.headers.authorization ?? 'ok'));

describe('a proxy of the environment', () => {
	it.each(['http_proxy', 'HTTP_PROXY', 'all_proxy', 'ALL_PROXY'])('is used: %s', async (name) => {
		const { host, tunnels } = await startProxy();
		const { url, port } = await answering();
		const transport = makeTransport({ [name]: `http://${host}` });
		expect(await exchange(transport, url)).toBe('ok');
		expect(tunnels).toEqual([{ to: `127.0.0.1:${port}`, authorization: undefined }]);
	});

	it('takes a body that is made while it is sent', async () => {
		const { host, tunnels } = await startProxy();
		const { url } = await serve((incoming, response) => incoming.pipe(response));
		async function* chunks() {
			yield await Promise.resolve(Buffer.from('one '));
			yield Buffer.from('two');
		}
		const transport = makeTransport({ ALL_PROXY: host });
		const body = { bytes: 7, chunks };
		expect(await exchange(transport, url, { method: 'POST', body })).toBe('one two');
		expect(tunnels).toHaveLength(1);
	});

	it('needs no scheme', async () => {
		const { host, tunnels } = await startProxy();
		const { url, port } = await answering();
		expect(await exchange(makeTransport({ ALL_PROXY: host }), url)).toBe('ok');
		expect(tunnels).toEqual([{ to: `127.0.0.1:${port}`, authorization: undefined }]);
	});

	it('is spoken to as https without a scheme, as in n8n, and says so where it speaks plainly', async () => {
		const { host, tunnels } = await startProxy();
		const { url, port } = await serveSecurely((_request, response) => response.end());
		await expect(exchange(makeTransport({ HTTPS_PROXY: host }), url)).rejects.toMatchObject({
			kind: 'access-denied',
			message: `The proxy in front of 127.0.0.1:${port} answered without encryption.`,
			advice: expect.stringContaining('http://'),
		});
		expect(tunnels).toEqual([]);
	});

	it('may come and go while the transport lives', async () => {
		const { host, tunnels } = await startProxy();
		const { url } = await answering();
		const transport = makeTransport();
		await exchange(transport, url);
		process.env.ALL_PROXY = `http://${host}`;
		await exchange(transport, url);
		expect(tunnels).toHaveLength(1);
	});

	it('that is not there is told for what it is', async () => {
		const { url } = await answering();
		await expect(exchange(makeTransport({ HTTP_PROXY: 'http://127.0.0.1:1' }), url)).rejects.toMatchObject({
			kind: 'temporarily-unavailable',
			message: `The proxy in front of ${new URL(url).host} refused the connection.`,
		});
	});

	it.each(['http://me:word@:1:2', 'socks5h://me:word@127.0.0.1:1080'])(
		'that cannot be used is told so, without its password (%s)',
		async (proxy) => {
			const { url } = await answering();
			const failure = await exchange(makeTransport({ HTTP_PROXY: proxy }), url).catch(
				(error: unknown) => error,
			);
			expect(failure).toMatchObject({
				kind: 'access-denied',
				message: 'The proxy in the environment of n8n has an address that cannot be used.',
				advice: expect.stringContaining('Correct HTTP_PROXY, HTTPS_PROXY or ALL_PROXY'),
			});
			expect(JSON.stringify(failure)).not.toContain('word');
		},
	);

	it('looks names up for a filter that has nobody to ask', async () => {
		const cannot = Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });
		const filter = {
			createSecureLookup: () => lookup as LookupFunction,
			validateUrl: async () => Promise.reject<{ ok: boolean }>(cannot),
		};
		const { url } = await answering();
		const { host } = await startProxy();
		const viaProxy = makeTransport({ HTTP_PROXY: `http://${host}` });
		await exchange(viaProxy, url, { egress: filter });
		await expect(exchange(makeTransport(), url, { egress: filter })).rejects.toMatchObject({
			kind: 'temporarily-unavailable',
		});
		const blocks = {
			...filter,
			validateUrl: async () =>
				Promise.reject<{ ok: boolean }>(Object.assign(new Error('blocked'), { name: 'SsrfBlockedIpError' })),
		};
		await expect(exchange(viaProxy, url, { egress: blocks })).rejects.toMatchObject({
			kind: 'access-denied',
		});
	});

	it('gets its own password, and not the credential of the platform', async () => {
		const { host, tunnels } = await startProxy();
		const { url, port } = await answering();
		const transport = makeTransport({ HTTP_PROXY: `http://me:p%40ss@${host}` });
		expect(await exchange(transport, url, { headers: { authorization: 'Bearer t' } })).toBe('Bearer t');
		const authorization = `Basic ${Buffer.from('me:p@ss').toString('base64')}`;
		expect(tunnels).toEqual([{ to: `127.0.0.1:${port}`, authorization }]);
	});

	it('is used for https, and does not spare the server its certificate', async () => {
		const { host, tunnels } = await startProxy();
		const { url, port } = await serveSecurely((_request, response) => response.end('secret'));
		await expect(exchange(makeTransport({ HTTPS_PROXY: `http://${host}` }), url)).rejects.toMatchObject({
			kind: 'access-denied',
			message: `127.0.0.1:${port} has a TLS certificate that nobody vouches for.`,
		});
		expect(tunnels).toEqual([{ to: `127.0.0.1:${port}`, authorization: undefined }]);
	});

	it.each(['127.0.0.1', '*', 'other.example,127.0.0.1'])(
		'is passed by where NO_PROXY says so: %s',
		async (no) => {
			const { host, tunnels } = await startProxy();
			const { url } = await answering();
			const transport = makeTransport({ HTTP_PROXY: `http://${host}`, NO_PROXY: no });
			expect(await exchange(transport, url)).toBe('ok');
			expect(tunnels).toEqual([]);
		},
	);

	it('is used where NO_PROXY names others only', async () => {
		const { host, tunnels } = await startProxy();
		const { url } = await answering();
		await exchange(makeTransport({ HTTP_PROXY: `http://${host}`, NO_PROXY: 'localhost,.example' }), url);
		expect(tunnels).toHaveLength(1);
	});

	it('may itself be in the private network, and is no way into it', async () => {
		const { host, tunnels } = await startProxy();
		const transport = makeTransport({ HTTP_PROXY: `http://${host}` });
		await expect(exchange(transport, 'http://10.0.0.1/', { reach: 'public' })).rejects.toMatchObject({
			kind: 'response-invalid',
		});
		expect(tunnels).toEqual([]);
		const { port } = await answering();
		expect(await exchange(transport, `http://storage.example:${port}/`, { reach: 'public' })).toBe('ok');
		expect(tunnels).toEqual([{ to: `storage.example:${port}`, authorization: undefined }]);
	});

	it('that refuses is told in words, without its password', async () => {
		const { host } = await startProxy('407 Proxy Authentication Required');
		const { url } = await answering();
		const transport = makeTransport({ HTTP_PROXY: `http://me:word@${host}` });
		await expect(exchange(transport, url)).rejects.toMatchObject({
			kind: 'temporarily-unavailable',
			message: `${new URL(url).host} cannot be reached through the proxy.`,
		});
	});
});
