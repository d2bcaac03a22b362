import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { failureForStatus, type Answer } from '../../connector/client';
import {
	AccessDeniedError,
	CredentialInvalidError,
	RequestInvalidError,
	type ConnectorError,
} from '../../connector/errors';
import { authHeaderOf, type AuthHeader } from './account';
import { isClassic, textOf, type ClassicAnswer } from './answer';
import { errorAnswer } from './schemas';
import { UnclearWriteError } from './unclear-write';

/** A page of stack traces is no message. */
const LONGEST_WORDS = 300;

/** A remark and no refusal: a placement that a higher level governs already (sheet 4.2). */
export const PLACED_UPPER = '-10';

/** Reads a refusal of ADFOX: a code inside of XML, whatever the HTTP status, or the JSON of reports. */
export function failureOf(
	{ status, body, retryAfterMs }: Answer,
	credential: ICredentialDataDecryptedObject,
): ConnectorError | undefined {
	if (isClassic(body)) {
		const failure = classicFailure(body, status, credential);
		if (failure !== undefined) return failure;
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

/** The presence of `error` means refusal; so does a code that is neither success nor a remark (sheet 4.1). */
function classicFailure(
	answer: ClassicAnswer,
	status: number,
	credential: ICredentialDataDecryptedObject,
): ConnectorError | undefined {
	const { code } = answer;
	const error = textOf(answer.status, 'error');
	if (code === PLACED_UPPER || (code === '0' && error === undefined)) return undefined;
	const parameter = textOf(answer.status, 'parameter');
	const value = textOf(answer.status, 'value');
	const about = parameter === undefined ? '' : `, parameter ${parameter}`;
	const sent = value === undefined ? '' : `, value "${value.slice(0, LONGEST_WORDS)}"`;
	const words = `${(error ?? 'no reason given').slice(0, LONGEST_WORDS)} (${code})${about}${sent}`;
	const details = { status, fields: parameter === undefined ? [] : [parameter] };
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

/** What a user of ADFOX can do about an error. */
export function advice(error: ConnectorError): string | undefined {
	if (error instanceof UnclearWriteError) return error.check;
	switch (error.kind) {
		case 'credential-invalid':
			return 'Check the Access Token in the credential and, if it is right, change Auth Header there to the other one. Reports take an OAuth token with the scope adfox:api only.';
		case 'access-denied':
			return 'Check what the account of the token may do: reading needs an API assistant with RO rights, changes one with RW rights.';
		case 'request-invalid':
			return 'Check the parameters that the message names; ADFOX tells upper from lower case in names.';
		case 'not-found':
		case 'rate-limited':
		case 'quota-exhausted':
		case 'temporarily-unavailable':
		case 'timeout':
		case 'response-invalid':
		case 'cancelled':
			return undefined;
	}
}
