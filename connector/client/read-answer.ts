import { CancelledError, ResponseInvalidError } from '../errors';
import { readJson } from '../rows';
import type { TransportResponse } from '../transport';
import type { ClientRequest } from './request';

/** A refusal is read for its words only. */
const MAX_REFUSAL_BYTES = 256 * 1024;

/**
 * Reads a JSON answer. A refusal counts by its status, so its body may be anything: JSON, plain text as it is, and
 * undefined for what nobody wants to read in a message, such as a page of HTML.
 *
 * @throws {ResponseInvalidError} a good status with a body that is cut off, empty, too large or no JSON
 */
export async function readAnswer(
	response: TransportResponse,
	{ mayBeEmpty = false, unparsedRows }: ClientRequest,
): Promise<unknown> {
	if (response.status < 200 || response.status >= 300) return readRefusal(response);
	const body = await readJson(response.body, { unparsedRows });
	if (body === undefined && !mayBeEmpty && response.status !== 204)
		throw new ResponseInvalidError('The platform sent an empty answer.', { status: response.status });
	return body;
}

async function readRefusal(response: TransportResponse): Promise<unknown> {
	const text = await readStart(response);
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text === '' || text.startsWith('<') ? undefined : text;
	}
}

async function readStart({ body }: TransportResponse): Promise<string> {
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
	return Buffer.concat(read).toString('utf8').trim();
}
