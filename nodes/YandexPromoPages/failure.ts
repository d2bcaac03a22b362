import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { LONGEST_WORDS, failureForStatus, type Answer } from '../../connector/client';
import type { ConnectorError, ErrorKind } from '../../connector/errors';
import { tokenTypeOf } from './account';
import { errorAnswer } from './schemas';

/** Reads a refusal of PromoPages. Only 429 is documented, so the status decides. */
export function failureOf(
	{ status, body, retryAfterMs }: Answer,
	credential: ICredentialDataDecryptedObject,
): ConnectorError | undefined {
	if (status < 400) return undefined;
	const parsed = errorAnswer.safeParse(body);
	const words = parsed.success ? parsed.data.slice(0, LONGEST_WORDS) : 'no reason given';
	const token = status === 401 ? ` The token was sent as ${tokenTypeOf(credential)}.` : '';
	return failureForStatus(status, `Yandex PromoPages answered: ${words} (${status}).${token}`, {
		retryAfterMs,
	});
}

const ADVICE: Readonly<Partial<Record<ErrorKind, string>>> = {
	'credential-invalid':
		'Check the Access Token in the credential and, if it is right, change Token Type there to the other one. The token needs the scope promopages:api.',
	'access-denied': 'Check that the user of the token may read this publisher.',
	'not-found': 'Check the ID. Reports are kept for 30 days, and only the 1,000 latest ones.',
};

/** What a user of PromoPages can do about an error. */
export function advice({ kind }: ConnectorError): string | undefined {
	return ADVICE[kind];
}
