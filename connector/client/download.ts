import type { Clock } from '../clock';
import { TemporarilyUnavailableError, type ConnectorError } from '../errors';
import type { Observe } from '../events';
import type { Transport } from '../transport';
import { failureForStatus, parseRetryAfter } from './failure';

interface DownloadParts {
	readonly transport: Transport;
	readonly clock: Clock;
	readonly observe: Observe;
	readonly idleTimeoutMs: number;
}

/**
 * Opens a file by a link. No credential goes along. The body is not bounded, since it is streamed, and not retried:
 * whoever reads it knows how to go on after a break.
 *
 * @throws {ConnectorError} a refusal, by its status
 */
export async function openDownload(
	{ transport, observe, clock, idleTimeoutMs }: DownloadParts,
	link: { readonly url: string; readonly reach: 'public' | 'anywhere' },
	signal: AbortSignal,
): Promise<AsyncIterable<Uint8Array>> {
	const request = { method: 'GET', headers: {}, idleTimeoutMs, ...link };
	let status: number | undefined;
	try {
		const response = await transport.send(request, signal);
		status = response.status;
		if (status === 200) return response.body;
		response.discard();
		throw storageFailure(status, parseRetryAfter(response.headers['retry-after'], clock.now()));
	} finally {
		// The link is a credential of its own, so the event does not tell it.
		observe({ type: 'request', method: 'GET', path: '(download)', status });
	}
}

function storageFailure(status: number, retryAfterMs: number | undefined): ConnectorError {
	const message = `The storage answered the download with status ${status}.`;
	// The storage counts apart from the platform, so its limit must not hold back the account's requests.
	if (status === 429) return new TemporarilyUnavailableError(message, { status, retryAfterMs });
	return failureForStatus(status, message, { retryAfterMs });
}
