import { isLoopbackHost } from '../../../connector/transport';
import { ParameterError } from '../parameters/parameter-error';

/** Where the address was entered. */
interface AddressField {
	readonly name: string;
	readonly advice: string;
}

const OF_CREDENTIAL: AddressField = {
	name: 'Base URL',
	advice: 'Enter an address such as https://api.example.com in the credential.',
};

/**
 * Checks an address that the token will go to, as a rule the base URL of a credential. Plain http would send the token in
 * the clear, so it is for loopback only.
 *
 * @returns the URL without a trailing slash
 * @throws {ParameterError}
 */
export function parseBaseUrl(value: unknown, { name, advice } = OF_CREDENTIAL): string {
	const text = typeof value === 'string' ? value.trim() : '';
	if (!URL.canParse(text)) throw new ParameterError(name, `${name} is not a web address.`, advice);
	const url = new URL(text);
	if (url.protocol !== 'https:' && url.protocol !== 'http:')
		throw new ParameterError(
			name,
			`${name} begins with "${url.protocol}//", but only https:// can be used.`,
			advice,
		);
	if (url.username !== '' || url.password !== '')
		throw new ParameterError(
			name,
			`${name} contains a user name or a password, which do not belong there.`,
			advice,
		);
	// Looked for in the text: a "?" or "#" with nothing behind it leaves no trace in the URL's parts.
	if (/[?#]/.test(text))
		throw new ParameterError(name, `${name} contains a "?" or a "#", which do not belong there.`, advice);
	if (url.protocol === 'http:' && !isLoopbackHost(url.hostname))
		throw new ParameterError(
			name,
			`${name} begins with http://, so the token would travel unencrypted.`,
			advice,
		);
	return url.href.replace(/\/+$/, '');
}
