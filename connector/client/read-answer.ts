import { CancelledError, ResponseInvalidError } from '../errors';
import { readJson } from '../rows';
import type { TransportResponse } from '../transport';

/** Answers that are read as a whole may not be larger, so that a broken or hostile server cannot fill the memory. */
const MAX_BODY_BYTES = 64 * 1024 * 1024;

/**
 * Reads a JSON answer. A refusal counts by its status, so its body may be anything; what is no JSON is undefined.
 *
 * @throws {ResponseInvalidError} a good status with a body that is cut off, empty, too large or no JSON
 */
export async function readAnswer(response: TransportResponse, mayBeEmpty: boolean): Promise<unknown> {
	const good = response.status >= 200 && response.status < 300;
	try {
		const body = await readJson(response.body, { maxBytes: MAX_BODY_BYTES });
		if (body === undefined && good && !mayBeEmpty && response.status !== 204)
			throw new ResponseInvalidError('The platform sent an empty answer.', { status: response.status });
		return body;
	} catch (error) {
		if (good || error instanceof CancelledError) throw error;
		return undefined;
	}
}
