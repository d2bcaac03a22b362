import { isLoopbackHost } from '../../../connector/transport';
import { ParameterError } from '../parameters/parameter-error';

const NAME = 'Base URL';
const EXAMPLE = 'Enter an address such as https://api.example.com in the credential.';

/**
 * Checks the base URL of a credential. Plain http would send the token in the clear, so it is for loopback only.
 *
 * @returns the URL without a trailing slash
 * @throws {ParameterError}
 */
export function parseBaseUrl(value: unknown): string {
	const text = typeof value === 'string' ? value.trim() : '';
	if (!URL.canParse(text)) throw new ParameterError(NAME, `${NAME} is not a web address.`, EXAMPLE);
	const url = new URL(text);
	if (url.protocol !== 'https:' && url.protocol !== 'http:')
		throw new ParameterError(
			NAME,
			`${NAME} begins with "${url.protocol}//", but only https:// can be used.`,
			EXAMPLE,
		);
	if (url.username !== '' || url.password !== '')
		throw new ParameterError(
			NAME,
			`${NAME} contains a user name or a password, which do not belong there.`,
			EXAMPLE,
		);
	// Looked for in the text: a "?" or "#" with nothing behind it leaves no trace in the URL's parts.
	if (/[?#]/.test(text))
		throw new ParameterError(NAME, `${NAME} contains a "?" or a "#", which do not belong there.`, EXAMPLE);
	if (url.protocol === 'http:' && !isLoopbackHost(url.hostname))
		throw new ParameterError(
			NAME,
			`${NAME} begins with http://, so the token would travel unencrypted.`,
			EXAMPLE,
		);
	return url.href.replace(/\/+$/, '');
}
