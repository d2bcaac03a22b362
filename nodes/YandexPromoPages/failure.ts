import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { failureForStatus, joined, quoted, unforeseenRefusal, type Answer } from '../../connector/client';
import type { ConnectorError, ErrorKind } from '../../connector/errors';
import { wrongBaseUrl } from '../shared/errors/advice';
import { tokenTypeOf } from './account';
import { errorAnswer } from './schemas';

/** Reads a refusal of PromoPages. Only 429 is documented, so the status decides. */
export function failureOf(
	answer: Answer,
	credential: ICredentialDataDecryptedObject,
): ConnectorError | undefined {
	const { status } = answer;
	if (status < 400) return undefined;
	const failure = refusal(answer);
	if (status !== 401) return failure;
	const word = tokenTypeOf(credential);
	const sent =
		word === undefined
			? 'Both words before the token, OAuth and Bearer, were tried.'
			: `The token was sent as ${word}.`;
	return failure.with({ message: `${failure.message} ${sent}` });
}

function refusal(answer: Answer): ConnectorError {
	const { status, body, retryAfterMs } = answer;
	const parsed = errorAnswer.safeParse(body);
	if (!parsed.success) return unforeseenRefusal('Yandex PromoPages', answer);
	const { code, said } = parsed.data;
	const codes = [code === status ? '' : quoted(code), status].filter(Boolean).join(', ');
	const message = `Yandex PromoPages answered: ${joined(...said)} (${codes}).`;
	return failureForStatus(status, message, { retryAfterMs });
}

const ADVICE: Readonly<Partial<Record<ErrorKind, string>>> = {
	'credential-invalid':
		'Check the Access Token in the credential, and set Token Type there to Auto. The token needs the scope promopages:api.',
	'access-denied': 'Check that the user of the token may read this publisher.',
	'not-found':
		'Check the ID. Reports are kept for 30 days, and only the 1,000 latest ones. If there should be such an object, check the Base URL of the credential.',
};

/** What a user of PromoPages can do about an error. */
export function advice({ kind, unforeseen }: ConnectorError): string | undefined {
	if (kind === 'not-found' && unforeseen)
		return wrongBaseUrl('https://promopages.yandex.ru/api/promo/v1', '/campaigns');
	return ADVICE[kind];
}
