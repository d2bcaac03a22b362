import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A listening server on the loopback address. */
export interface Origin {
	/** `http://127.0.0.1:PORT` */
	readonly url: string;
	/** Stops listening and cuts every connection, whatever it is doing. */
	close(): Promise<void>;
}

/** Longer than any pause of a test: a connection that the server gives up while a request is on its way is a reset. */
const KEEP_ALIVE_MS = 60_000;

/** Errors: that of `listen`, EADDRINUSE for a port that is taken. */
export async function openOrigin(
	port: number,
	serve: (message: IncomingMessage, response: ServerResponse) => void,
): Promise<Origin> {
	const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, serve);
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', resolve);
	});
	const address = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${address.port}`,
		close: () =>
			new Promise((resolve) => {
				server.close(() => {
					resolve();
				});
				server.closeAllConnections();
			}),
	};
}
