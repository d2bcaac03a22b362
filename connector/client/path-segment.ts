import { RequestInvalidError } from '../errors';

/**
 * A text as one segment of a path, whatever is in it. A single or a double dot cannot be one, however it is encoded
 * (WHATWG URL, section 4.1): it would lead to another resource, with the credential.
 *
 * @throws {RequestInvalidError}
 */
export function pathSegment(text: string): string {
	if (text === '' || text === '.' || text === '..')
		throw new RequestInvalidError(`"${text}" is no ID that can be part of an address.`);
	// By way of bytes, because encodeURIComponent throws at half of a surrogate pair.
	return encodeURIComponent(Buffer.from(text).toString());
}
