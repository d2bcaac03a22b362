import { describe, expect, it } from '@jest/globals';

import { parseBaseUrl } from '../../../../nodes/shared/platform/base-url';
import { parameterErrorOf } from '../parameters/parameters-of';

describe('parseBaseUrl', () => {
	it.each([
		['https://api.example.com', 'https://api.example.com'],
		[' https://api.example.com/ ', 'https://api.example.com'],
		// As a web page or a table hands it over.
		['\u00a0https://api.example.com\u00a0', 'https://api.example.com'],
		['https://api.example.com/v1//', 'https://api.example.com/v1'],
		['HTTPS://API.example.com:8443/Path', 'https://api.example.com:8443/Path'],
		['http://localhost:3000/', 'http://localhost:3000'],
		['http://127.0.0.1', 'http://127.0.0.1'],
		['http://127.8.9.10:80/', 'http://127.8.9.10'],
		['http://[::1]:3000', 'http://[::1]:3000'],
		['https://10.0.0.1', 'https://10.0.0.1'],
	])('takes %p', (value, expected) => {
		expect(parseBaseUrl(value)).toBe(expected);
	});

	it.each<[unknown, string]>([
		['', 'is not a web address'],
		[undefined, 'is not a web address'],
		[42, 'is not a web address'],
		['api.example.com', 'is not a web address'],
		['https://', 'is not a web address'],
		['ftp://api.example.com', 'begins with "ftp://"'],
		['file:///etc/passwd', 'begins with "file://"'],
		['javascript:alert(1)', 'begins with "javascript://"'],
		['https://user@api.example.com', 'user name or a password'],
		['https://user:word@api.example.com', 'user name or a password'],
		['https://:word@api.example.com', 'user name or a password'],
		['https://api.example.com?a=1', 'a "?" or a "#"'],
		['https://api.example.com/#a', 'a "?" or a "#"'],
		['https://api.example.com/?', 'a "?" or a "#"'],
		['https://api.example.com/#', 'a "?" or a "#"'],
		['http://api.example.com', 'would travel unencrypted'],
		['http://10.0.0.1', 'would travel unencrypted'],
		['http://0.0.0.0', 'would travel unencrypted'],
		['http://localhost.example.com', 'would travel unencrypted'],
		['http://127.0.0.1.example.com', 'would travel unencrypted'],
	])('refuses %p', (value, message) => {
		const error = parameterErrorOf(() => parseBaseUrl(value));
		expect(error.parameter).toBe('Base URL');
		expect(error.message).toContain(`Base URL `);
		expect(error.message).toContain(message);
		expect(error.message).not.toContain('word@');
		expect(error.advice).toContain('https://');
	});
});
