import { failureForStatus, type Answer } from '../../connector/client';
import type { ConnectorError } from '../../connector/errors';
import { errorAnswer } from './schemas';

/** A page of stack traces is no message. */
const LONGEST_WORDS = 300;

/** Reads a refusal (sheet 3). */
export function failureOf({ status, body, retryAfterMs }: Answer): ConnectorError | undefined {
	if (status < 400) return undefined;
	const parsed = errorAnswer.safeParse(body);
	const words = parsed.success ? parsed.data.error.message.slice(0, LONGEST_WORDS) : 'no reason given';
	return failureForStatus(status, `Example Ads answered: ${words} (${status}).`, { retryAfterMs });
}

/** What a user of Example Ads can do about an error, where there is more to say than of any platform. */
export function advice({ kind }: ConnectorError): string | undefined {
	return kind === 'credential-invalid'
		? 'Check the Access Token in the credential. A new one can be made in the settings of the account.'
		: undefined;
}
