import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import {
	failureForStatus,
	isSensitive,
	joined,
	quoted,
	unforeseenRefusal,
	type Answer,
} from '../../connector/client';
import {
	AccessDeniedError,
	CredentialInvalidError,
	RequestInvalidError,
	type ConnectorError,
	type ErrorKind,
} from '../../connector/errors';
import { wrongBaseUrl } from '../shared/errors/advice';
import { authHeaderOf, type AuthHeader } from './account';
import { isClassic, PLACED_UPPER, textOf, type ClassicAnswer } from './answer';
import { errorAnswer } from './schemas';

/**
 * Reads a refusal of ADFOX: a code inside of XML, or the JSON of reports. What a status says of waiting, of the token
 * or of a server that broke down goes before the code, since it decides what may be repeated and what is in doubt.
 */
export function failureOf(
	answer: Answer,
	credential: ICredentialDataDecryptedObject,
): ConnectorError | undefined {
	const { status, body, retryAfterMs } = answer;
	const refusal = isClassic(body) ? refusalIn(body) : undefined;
	if (refusal !== undefined) {
		if (status === 401) return refusedToken(refusal.words, status, authHeaderOf(credential));
		const message = `ADFOX answered: ${refusal.words}`;
		if (decidesByItself(status))
			return failureForStatus(status, `${message}, status ${status}.`, { retryAfterMs });
		return failureForCode(refusal, status, credential);
	}
	if (status < 400) return undefined;
	const parsed = errorAnswer.safeParse(body);
	const words = parsed.success ? joined(...parsed.data) : '';
	if (status === 401) {
		// Only reports answer in this form, and they are always signed with this header.
		const header = parsed.success ? 'Authorization' : authHeaderOf(credential);
		const said = words || quoted(isClassic(body) ? body.status : body);
		return refusedToken([said, `status ${status}`].filter(Boolean).join(', '), status, header);
	}
	if (words === '')
		return unforeseenRefusal('ADFOX', isClassic(body) ? { ...answer, body: body.status } : answer);
	return failureForStatus(status, `ADFOX answered: ${words} (${status}).`, { retryAfterMs });
}

function decidesByItself(status: number): boolean {
	return status === 408 || status === 429 || status >= 500;
}

interface Refusal {
	readonly code: string;
	/** The platform's own, with the parameter that they are about. */
	readonly words: string;
	readonly fields: readonly string[];
}

/** The presence of `error` means refusal; so does a code that is neither success nor a remark (sheet 4.1). */
function refusalIn(answer: ClassicAnswer): Refusal | undefined {
	const { code } = answer;
	const error = textOf(answer.status, 'error');
	if (code === PLACED_UPPER || (code === '0' && error === undefined)) return undefined;
	const parameter = textOf(answer.status, 'parameter');
	const value = textOf(answer.status, 'value');
	const about = parameter === undefined ? '' : `, parameter ${parameter}`;
	const isShown = value !== undefined && !isSensitive(parameter ?? '');
	const sent = isShown ? `, value "${quoted(value)}"` : '';
	const { code: _code, error: _error, parameter: _parameter, value: _value, ...rest } = answer.status;
	const words = `${joined(error, rest) || 'no reason given'} (${code})${about}${sent}`;
	return { code, words, fields: parameter === undefined ? [] : [parameter] };
}

function failureForCode(
	{ code, words, fields }: Refusal,
	status: number,
	credential: ICredentialDataDecryptedObject,
): ConnectorError {
	const details = { status, fields };
	switch (code) {
		case '-1':
			return refusedToken(words, status, authHeaderOf(credential));
		case '-2':
			return new AccessDeniedError(`ADFOX answered: ${words}.`, details);
		default:
			return new RequestInvalidError(`ADFOX answered: ${words}.`, details);
	}
}

function refusedToken(words: string, status: number, header: AuthHeader | undefined): CredentialInvalidError {
	const carrier =
		header === undefined
			? 'Both headers, Authorization and X-Yandex-API-Key, were tried.'
			: `The header ${header} carried it.`;
	return new CredentialInvalidError(`ADFOX refused the token with ${words}. ${carrier}`, { status });
}

const ADVICE: Readonly<Partial<Record<ErrorKind, string>>> = {
	'credential-invalid':
		'Check the Access Token in the credential, and set Auth Header there to Auto. Reports take an OAuth token with the scope adfox:api only.',
	'access-denied':
		'ADFOX says this of objects that it does not have, too, so check the ID first. If it is right, check what the account of the token may do: reading needs an API assistant with RO rights, changes one with RW rights.',
	'request-invalid':
		'Check the parameters that the message names; ADFOX tells upper from lower case in names.',
};

/** What a user of ADFOX can do about an error. */
export function advice({ kind, unforeseen }: ConnectorError): string | undefined {
	if (kind === 'not-found' && unforeseen) return wrongBaseUrl('https://adfox.yandex.ru/api', '/v1 or /v2');
	return ADVICE[kind];
}
