import type { IncomingMessage, ServerResponse } from 'node:http';

import { bytesOf, headersOf } from '../../sandbox/frame/request';

interface Recorded {
	readonly status: number;
	readonly headers: Record<string, string>;
	readonly body: Buffer;
}

/** Headers that describe the connection rather than the answer. */
const OF_CONNECTION = new Set([
	'host',
	'connection',
	'keep-alive',
	'transfer-encoding',
	'content-encoding',
	'content-length',
	'date',
]);

/**
 * Answers of the sandbox, kept: the first time a question is asked the sandbox works, from then on the same bytes come
 * at once. What changes with time (a job that gets ready) stays as it was when it was asked for last.
 */
export class Replay {
	private readonly recorded = new Map<string, Recorded>();
	private recording = true;

	constructor(private readonly sandboxUrl: string) {}

	/** @param recording false: from now on kept answers are given */
	record(recording: boolean): void {
		this.recording = recording;
	}

	async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const body = await bytesOf(request);
		const key = `${request.method} ${request.url}\n${body.toString()}`;
		const kept = this.recording ? undefined : this.recorded.get(key);
		const { status, headers, body: content } = kept ?? (await this.ask(key, request, body));
		response.writeHead(status, { ...headers, 'content-length': content.length }).end(content);
	}

	private async ask(key: string, request: IncomingMessage, body: Buffer): Promise<Recorded> {
		const { method, url } = request;
		const sent = Object.entries(headersOf(request)).filter(([name]) => !OF_CONNECTION.has(name));
		const answer = await fetch(`${this.sandboxUrl}${url}`, {
			method,
			headers: { ...Object.fromEntries(sent), 'accept-encoding': 'identity' },
			body: body.length === 0 ? undefined : body,
		});
		const kept = [...answer.headers].filter(([name]) => !OF_CONNECTION.has(name));
		const recorded = {
			status: answer.status,
			headers: Object.fromEntries(kept),
			body: Buffer.from(await answer.arrayBuffer()),
		};
		this.recorded.set(key, recorded);
		return recorded;
	}
}
