import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

import { text, type Answer } from './answer';
import {
	isForPlatform,
	isReplacing,
	type AnsweredFault,
	type ContentFault,
	type DeliveryFault,
	type LostAnswerFault,
} from './faults/fault';
import { replacement } from './faults/content';
import { withOddRecord } from './faults/records';
import type { FaultSwitches } from './faults/switches';
import type { Platform } from './platform';
import { bytesOf, headersOf, readableBody, type RequestLog, type SandboxRequest } from './request';
import { send } from './send';

/** Serves the platforms of one origin: logs, strikes with faults, hands over, sends. */
export class Service {
	constructor(
		private readonly platforms: readonly Platform[],
		private readonly log: RequestLog,
		private readonly faults: FaultSwitches,
		private readonly closing: AbortSignal,
	) {}

	readonly serve = (message: IncomingMessage, response: ServerResponse): void => {
		this.answer(message, response).catch((error: unknown) => {
			// The client has gone or the sandbox closes: nobody is left to be told.
			if (response.destroyed || this.closing.aborted) return;
			if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
			response.end(`The sandbox failed: ${error instanceof Error ? (error.stack ?? '') : String(error)}`);
		});
	};

	private async answer(message: IncomingMessage, response: ServerResponse): Promise<void> {
		const url = new URL(message.url ?? '/', 'http://sandbox');
		const method = message.method ?? 'GET';
		const headers = headersOf(message);
		const platform = this.platforms.find(({ prefix }) => url.pathname.startsWith(`${prefix}/`));
		const path = url.pathname.slice(platform?.prefix.length ?? 0);
		const query = Object.fromEntries(url.searchParams);
		const entry = this.log.open({ platform: platform?.name ?? '', method, path, query, headers });
		const end = () => {
			this.log.close(entry);
		};
		response.once('finish', end).once('close', end);

		const bytes = await bytesOf(message);
		const body = bytes.toString('utf8');
		entry.body = readableBody(body);
		entry.text = body;
		const { delay, fault } = this.faults.strike(method, [url.pathname, path]);
		if (fault !== undefined) entry.fault = fault.kind;
		if (delay > 0) await sleep(delay, undefined, { signal: this.closing });
		// The client may wait as long as it likes; closing the sandbox ends it.
		if (fault?.kind === 'hang') return;
		if (fault?.kind === 'reset-before') {
			response.socket?.resetAndDestroy();
			return;
		}
		const search = url.search.slice(1);
		const request = { method, path, query: url.searchParams, headers, body, search, bytes };
		const [answer, spoiling] = this.decide(platform, request, fault);
		if (spoiling?.kind === 'reset-after') {
			response.socket?.resetAndDestroy();
			return;
		}
		// Known to the log before the client can know it.
		entry.status = answer.status;
		await send(answer, headers['accept-encoding'], response, spoiling, this.closing);
	}

	/** The answer, and what is to happen to it on its way. */
	private decide(
		platform: Platform | undefined,
		request: SandboxRequest,
		fault: AnsweredFault | undefined,
	): [Answer, (ContentFault | LostAnswerFault | DeliveryFault)?] {
		if (fault !== undefined && isReplacing(fault)) return [replacement(fault)];
		if (platform === undefined) {
			return [text(404, 'text/plain; charset=utf-8', 'The sandbox has no platform at this path.')];
		}
		if (fault?.kind === 'odd-record') return [withOddRecord(platform.handle(request), fault)];
		if (fault === undefined || !isForPlatform(fault)) return [platform.handle(request), fault];
		return [platform.handle({ ...request, fault })];
	}
}
