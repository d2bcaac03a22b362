import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that the user has never heard of. It answers everything with success and keeps what it was told. */
export class Stranger {
	readonly requests: { readonly url: string; readonly headers: IncomingHttpHeaders }[] = [];

	private constructor(private readonly server: Server) {}

	static async open(): Promise<Stranger> {
		const server = createServer((request, response) => {
			stranger.requests.push({ url: request.url ?? '', headers: request.headers });
			response.end('{"data":[],"items":[],"count":0,"has_more":false}');
		});
		const stranger = new Stranger(server);
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		return stranger;
	}

	get url(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}
}
