import { once } from 'node:events';
import {
	createServer,
	type IncomingMessage,
	type OutgoingHttpHeaders,
	type RequestListener,
	type Server,
} from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { createServer as createTcpServer, type AddressInfo, type Socket } from 'node:net';

import { UndiciTransport, type TransportRequest, type TransportResponse } from '../../../connector/transport';
import { selfSigned } from '../../support/self-signed';

const PROXY_VARIABLES = ['http_proxy', 'https_proxy', 'no_proxy', 'all_proxy'].flatMap((name) => [
	name,
	`npm_config_${name}`,
]);

const cleanUps: (() => unknown)[] = [];

/** Closes everything that a test opened here. */
export async function cleanUp(): Promise<void> {
	for (const clean of cleanUps.splice(0).reverse()) await clean();
}

export interface LocalServer {
	readonly url: string;
	readonly port: number;
	/** Connections that were ever opened. */
	readonly connections: Socket[];
	readonly requests: IncomingMessage[];
}

async function listen(
	server: Server | ReturnType<typeof createTcpServer>,
	scheme: string,
): Promise<LocalServer> {
	const connections: Socket[] = [];
	const requests: IncomingMessage[] = [];
	server.on('connection', (socket: Socket) => connections.push(socket));
	// In front of the listener, which may look at them.
	server.prependListener('request', (request: IncomingMessage) => requests.push(request));
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	cleanUps.push(async () => {
		for (const socket of connections) socket.destroy();
		server.close();
		await once(server, 'close');
	});
	const { port } = server.address() as AddressInfo;
	return { url: `${scheme}://127.0.0.1:${port}`, port, connections, requests };
}

export const serve = (listener: RequestListener) => listen(createServer(listener), 'http');

/** A server that always answers alike. */
export const serveBody = (body?: string | Uint8Array, headers: OutgoingHttpHeaders = {}, status = 200) =>
	serve((_request, response) => response.writeHead(status, headers).end(body));

export const serveSecurely = (listener: RequestListener) =>
	listen(createSecureServer(selfSigned, listener), 'https');

/** A server that gets the bare socket once a request has arrived on it. */
export function serveRaw(answer: (socket: Socket) => void): Promise<LocalServer> {
	const server = createTcpServer((socket) => {
		socket.on('error', () => undefined);
		socket.once('data', () => {
			answer(socket);
		});
	});
	return listen(server, 'http');
}

/** A transport that sees the given proxy variables and no others. */
export function makeTransport(variables: Readonly<Record<string, string>> = {}): UndiciTransport {
	const before = { ...process.env };
	cleanUps.push(() => {
		process.env = before;
	});
	for (const name of [...PROXY_VARIABLES, 'npm_config_proxy']) {
		Reflect.deleteProperty(process.env, name);
		Reflect.deleteProperty(process.env, name.toUpperCase());
	}
	Object.assign(process.env, variables);
	const transport = new UndiciTransport();
	cleanUps.push(() => transport.close());
	return transport;
}

export const request = (url: string, parts: Partial<TransportRequest> = {}): TransportRequest => ({
	method: 'GET',
	url,
	headers: {},
	idleTimeoutMs: 10_000,
	reach: 'origin',
	...parts,
});

export const never = new AbortController().signal;

export async function textOf(response: TransportResponse): Promise<string> {
	const chunks: Uint8Array[] = [];
	for await (const chunk of response.body) chunks.push(chunk);
	return Buffer.concat(chunks).toString();
}

/** Sends and reads to the end. */
export async function exchange(
	transport: UndiciTransport,
	url: string,
	parts?: Partial<TransportRequest>,
	signal = never,
): Promise<string> {
	return textOf(await transport.send(request(url, parts), signal));
}
