import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';

import { selfSigned } from './self-signed';

/** A server whose TLS certificate nobody vouches for. */
export interface ForeignServer {
	readonly port: number;
	/** Requests that it got all the same. */
	readonly received: string[];
	close(): Promise<void>;
}

export async function openForeignServer(): Promise<ForeignServer> {
	const received: string[] = [];
	const server = createServer(selfSigned, (request, response) => {
		received.push(`${request.method} ${request.url}`);
		response.end();
	});
	// Whoever does not trust it hangs up.
	server.on('tlsClientError', () => undefined);
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		port: (server.address() as AddressInfo).port,
		received,
		close: async () => {
			server.close();
			server.closeAllConnections();
			await once(server, 'close');
		},
	};
}
