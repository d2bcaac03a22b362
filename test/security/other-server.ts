import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that is none of the platforms; it answers everything and remembers what it got. */
export interface OtherServer {
	readonly url: string;
	/** Request line and headers of each request. */
	readonly received: readonly string[];
	close(): Promise<void>;
}

export async function openOtherServer(): Promise<OtherServer> {
	const received: string[] = [];
	const server = createServer((message, response) => {
		received.push(`${message.method} ${message.url} ${JSON.stringify(message.rawHeaders)}`);
		response.end('{}');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		received,
		close: () =>
			new Promise((resolve) => {
				server.close(() => {
					resolve();
				});
				server.closeAllConnections();
			}),
	};
}
