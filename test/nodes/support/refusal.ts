import type { Answer } from '../../../connector/client';
import type { ConnectorError, ErrorDetails, ErrorKind } from '../../../connector/errors';

/** What an answer failed with; what says nothing is left out. */
interface Told extends Omit<ErrorDetails, 'cause'> {
	readonly kind: ErrorKind;
	readonly message: string;
}

/** An answer of a platform. */
export function answered(status: number, body: unknown, more: Partial<Answer> = {}): Answer {
	return { status, body, headers: {}, retryAfterMs: undefined, receivedAt: 0, ...more };
}

/** The whole error, for comparison with `toEqual`; undefined for none. */
export function told(error: ConnectorError | undefined): Told | undefined {
	if (error === undefined) return undefined;
	const { kind, message, status, retryAfterMs, windowMs, fields, splittable, inDoubt, unforeseen } = error;
	return {
		...{ kind, message, status, retryAfterMs, windowMs, unforeseen },
		...(fields.length === 0 ? {} : { fields }),
		...(splittable ? { splittable } : {}),
		...(inDoubt ? { inDoubt } : {}),
	};
}
