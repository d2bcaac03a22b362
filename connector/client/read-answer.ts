import { CancelledError, ResponseInvalidError } from '../errors';
import { readJson } from '../rows';
import type { TransportResponse } from '../transport';
import type { ClientRequest } from './request';
import { refusalBody } from './words';

/** A refusal is read for its words only. */
const MAX_REFUSAL_BYTES = 256 * 1024;

/**
 * Reads a JSON answer. A refusal counts by its status, so its body may be anything; see {@link refusalBody}.
 *
 * @throws {ResponseInvalidError} a good status with a body that is cut off, empty, too large or no JSON
 */
export async function readAnswer(
	response: TransportResponse,
	{ mayBeEmpty = false, unparsedRows }: ClientRequest,
	signal: AbortSignal,
): Promise<unknown> {
	if (isRefusal(response)) return refusalBody(await readRefusal(response));
	const body = await readJson(response.body, { unparsedRows, signal });
	if (body === undefined && !mayBeEmpty && response.status !== 204)
		throw new ResponseInvalidError('The platform sent an empty answer.', { status: response.status });
	return body;
}

/** Whether the status alone says no. */
export function isRefusal({ status }: { readonly status: number }): boolean {
	return status < 200 || status >= 300;
}

/** The body of a refusal, or as much of it as arrives and is worth reading. */
export async function readRefusal({ body }: TransportResponse): Promise<Buffer> {
	const read: Uint8Array[] = [];
	let bytes = 0;
	try {
		for await (const chunk of body) {
			read.push(chunk);
			bytes += chunk.length;
			if (bytes > MAX_REFUSAL_BYTES) break;
		}
	} catch (error) {
		if (error instanceof CancelledError) throw error;
	}
	return Buffer.concat(read);
}
