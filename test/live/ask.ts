import { unlessAborted, type Clock } from '../../connector/clock';
import type { Transport } from '../../connector/transport';
import type { LiveAnswer, LivePlatform, LiveRequest } from './probe';

/** Most requests of one run, whatever the probes want. */
export const MOST_REQUESTS = 60;

/** Slower than any limit that is known; the platform's own users come first. */
const PAUSE_MS = 1100;

const IDLE_MS = 60_000;
const MOST_BYTES = 4 * 1024 * 1024;

export class Spent extends Error {}

/** Sends what changes nothing, slowly, and not too often. */
export class Asker {
	sent = 0;

	constructor(
		private readonly platform: LivePlatform,
		/** Of the environment, by the names that the platform has for them. */
		private readonly values: Readonly<Record<string, string>>,
		private readonly transport: Transport,
		private readonly clock: Pick<Clock, 'sleep'>,
		private readonly signal: AbortSignal,
	) {}

	/** @throws {Spent} all requests of the run are used up; any other error says why nothing was answered */
	async ask(request: LiveRequest): Promise<LiveAnswer> {
		assertRead(this.platform, request);
		if (this.sent >= MOST_REQUESTS) throw new Spent();
		if (this.sent > 0) await this.clock.sleep(PAUSE_MS, this.signal);
		this.sent++;
		const { method = 'GET', path, json } = request;
		const response = await this.transport.send(
			{
				method,
				url: this.address(request, path),
				headers: this.headers(request),
				...(json === undefined ? {} : { body: JSON.stringify(json) }),
				idleTimeoutMs: IDLE_MS,
				wholeTimeoutMs: 2 * IDLE_MS,
				reach: 'origin',
			},
			this.signal,
		);
		const text = await unlessAborted(textOf(response.body), this.signal);
		return { status: response.status, headers: response.headers, text, json: jsonOf(text) };
	}

	private address({ query }: LiveRequest, path: string): string {
		const all = { ...this.platform.query?.(this.values), ...query };
		const search = new URLSearchParams(all).toString();
		const baseUrl = (this.values.baseUrl ?? '').replace(/\/+$/, '');
		return baseUrl + path + (search === '' ? '' : `?${search}`);
	}

	private headers({ signedAs, json }: LiveRequest) {
		const { ways } = this.platform;
		const [usual = ''] = Object.keys(ways);
		return {
			accept: '*/*',
			...(json === undefined ? {} : { 'content-type': 'application/json' }),
			...ways[signedAs ?? usual]?.(this.values.token ?? ''),
		};
	}
}

/**
 * Nothing at the account is changed by a GET of the resources that are probed; by a POST only reports are read or ordered.
 *
 * @throws {Error} a probe that is none
 */
export function assertRead(
	{ readsByPost }: LivePlatform,
	{ method = 'GET', path, query = {}, json }: LiveRequest,
): void {
	const reads = ['list', 'info', 'auth', undefined];
	const isRead =
		method === 'POST' ? readsByPost.includes(path) : json === undefined && reads.includes(query.action);
	if (!isRead) throw new Error(`${method} ${path} might change something.`);
}

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
	const pieces: Uint8Array[] = [];
	let bytes = 0;
	for await (const piece of body) {
		pieces.push(piece);
		bytes += piece.length;
		if (bytes > MOST_BYTES) break;
	}
	return Buffer.concat(pieces).toString('utf8');
}

function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
