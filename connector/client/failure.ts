import {
	AccessDeniedError,
	CredentialInvalidError,
	NotFoundError,
	RateLimitedError,
	RequestInvalidError,
	TemporarilyUnavailableError,
	TimeoutError,
	type ConnectorError,
	type ErrorDetails,
} from '../errors';

/**
 * The error that an HTTP status stands for, on every platform. 413, 408 and 5xx may be the size of the report, so a
 * smaller slice is worth a try.
 *
 * @param message a full sentence with the platform's own words, if it had any
 */
export function failureForStatus(
	status: number,
	message: string,
	details: ErrorDetails = {},
): ConnectorError {
	const all = { ...details, status };
	switch (status) {
		case 401:
			return new CredentialInvalidError(message, all);
		case 403:
			return new AccessDeniedError(message, all);
		case 404:
		case 410:
			return new NotFoundError(message, all);
		case 408:
			return new TimeoutError(message, { splittable: true, ...all });
		case 413:
			return new RequestInvalidError(message, { splittable: true, ...all });
		case 425:
			return new TemporarilyUnavailableError(message, all);
		case 429:
			return new RateLimitedError(message, all);
		default:
			return status >= 500
				? new TemporarilyUnavailableError(message, { splittable: true, ...all })
				: new RequestInvalidError(message, all);
	}
}
