import { ParameterError } from '../parameters/parameter-error';
import { SCHEME } from './pasted-token';

/**
 * The access token of a credential.
 *
 * @throws {ParameterError} empty, or with characters that no header may carry
 */
export function parseAccessToken(value: unknown): string {
	const token = typeof value === 'string' ? value.trim().replace(SCHEME, '') : '';
	if (/^[\x21-\x7e]+$/.test(token)) return token;
	throw new ParameterError(
		'Access Token',
		'Access Token is empty or holds characters that no token has.',
		'Enter it in the credential.',
	);
}
