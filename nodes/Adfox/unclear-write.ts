import { ConnectorError, type ErrorKind } from '../../connector/errors';
import { wasNeverSent } from '../../connector/transport';

/** Failures after which a change may have been made all the same. */
const UNCLEAR: ReadonlySet<ErrorKind> = new Set(['temporarily-unavailable', 'timeout', 'response-invalid']);

/** A change that was sent and whose outcome nobody told. It is not repeated: ADFOX has no idempotency key (sheet 7.2). */
export class UnclearWriteError extends ConnectorError {
	readonly kind: ErrorKind;

	/** @param check how to look whether it was done, in full sentences */
	constructor(
		cause: ConnectorError,
		readonly check: string,
	) {
		super(`${cause.message} It is not known whether ADFOX made the change. ${check}`, {
			status: cause.status,
			retryAfterMs: cause.retryAfterMs,
			cause,
		});
		this.kind = cause.kind;
	}
}

/**
 * Runs a change.
 *
 * @param check how to look whether it was done
 * @throws {UnclearWriteError} for a failure that leaves that open
 */
export async function tellingWhatToCheck<Result>(
	check: string,
	write: () => Promise<Result>,
): Promise<Result> {
	try {
		return await write();
	} catch (error) {
		if (error instanceof ConnectorError && UNCLEAR.has(error.kind) && !wasNeverSent(error))
			throw new UnclearWriteError(error, check);
		throw error;
	}
}
