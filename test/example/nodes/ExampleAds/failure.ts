import { failureForStatus, joined, unforeseenRefusal, type Answer } from '../../connector/client';
import type { ConnectorError } from '../../connector/errors';
import { wrongBaseUrl } from '../shared/errors/advice';
import { errorAnswer } from './schemas';

/** Reads a refusal (sheet 3). */
export function failureOf(answer: Answer): ConnectorError | undefined {
	const { status, body, retryAfterMs } = answer;
	if (status < 400) return undefined;
	const parsed = errorAnswer.safeParse(body);
	if (!parsed.success) return unforeseenRefusal('Example Ads', answer);
	const { error, ...rest } = parsed.data;
	const { message, ...more } = error;
	const words = joined(message, more, rest);
	return failureForStatus(status, `Example Ads answered: ${words} (${status}).`, { retryAfterMs });
}

/** What a user of Example Ads can do about an error, where there is more to say than of any platform. */
export function advice({ kind, unforeseen }: ConnectorError): string | undefined {
	if (kind === 'not-found' && unforeseen) return wrongBaseUrl('https://api.example.com', '/campaigns');
	return kind === 'credential-invalid'
		? 'Check the Access Token in the credential. A new one can be made in the settings of the account.'
		: undefined;
}
