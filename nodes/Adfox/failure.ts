import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { LONGEST_WORDS, failureForStatus, type Answer } from '../../connector/client';
import {
	AccessDeniedError,
	CredentialInvalidError,
	RequestInvalidError,
	type ConnectorError,
	type ErrorKind,
} from '../../connector/errors';
import { authHeaderOf, type AuthHeader } from './account';
import { isClassic, PLACED_UPPER, textOf, type ClassicAnswer } from './answer';
import { errorAnswer } from './schemas';

/** Parameters whose values may not get into messages. */
const SENSITIVE = /password|token|secret/i;

/**
 * Reads a refusal of ADFOX: a code inside of XML, or the JSON of reports. What a status says of waiting, of the token
 * or of a server that broke down goes before the code, since it decides what may be repeated and what is in doubt.
 */
export function failureOf(
	{ status, body, retryAfterMs }: Answer,
	credential: ICredentialDataDecryptedObject,
): ConnectorError | undefined {
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
	if (status === 401) {
		// Only reports answer in JSON, and they are always signed with this header.
		const header = parsed.success ? 'Authorization' : authHeaderOf(credential);
		return refusedToken(`status ${status}`, status, header);
	}
	const words = parsed.success ? parsed.data.slice(0, LONGEST_WORDS) : 'no reason given';
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
	const isShown = value !== undefined && !SENSITIVE.test(parameter ?? '');
	const sent = isShown ? `, value "${value.slice(0, LONGEST_WORDS)}"` : '';
	const words = `${(error ?? 'no reason given').slice(0, LONGEST_WORDS)} (${code})${about}${sent}`;
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

function refusedToken(words: string, status: number, header: AuthHeader): CredentialInvalidError {
	return new CredentialInvalidError(
		`ADFOX refused the token with ${words}. The header ${header} carried it.`,
		{
			status,
		},
	);
}

const ADVICE: Readonly<Partial<Record<ErrorKind, string>>> = {
	'credential-invalid':
		'Check the Access Token in the credential and, if it is right, change Auth Header there to the other one. Reports take an OAuth token with the scope adfox:api only.',
	'access-denied':
		'Check what the account of the token may do: reading needs an API assistant with RO rights, changes one with RW rights.',
	'request-invalid':
		'Check the parameters that the message names; ADFOX tells upper from lower case in names.',
};

/** What a user of ADFOX can do about an error. */
export function advice({ kind }: ConnectorError): string | undefined {
	return ADVICE[kind];
}
