import { describe, expect, it } from '@jest/globals';

import { isOfTheNetwork, networkError } from '../../../connector/transport/network-error';

/** What n8n-workflow replaces a whole message for, wherever it stands in there. */
const REPLACED =
	/ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|ERRADDRINUSE|EADDRNOTAVAIL|ECONNABORTED|EHOSTUNREACH|EAI_AGAIN|ENOENT|EISDIR|ENOTDIR|EACCES|EEXIST|EPERM|GETADDRINFO/i;

const explained = (error: unknown, proxied = false) =>
	networkError(error, {
		host: 'api.example',
		proxied,
		idleTimeoutMs: 60_000,
		signal: new AbortController().signal,
		overdue: false,
	});

const withCode = (code: string) => Object.assign(new Error(`${code} inside`), { code });

/** Every verdict on a certificate that Node has a code for. */
const CERTIFICATES = `
	CERT_CHAIN_TOO_LONG CERT_HAS_EXPIRED CERT_NOT_YET_VALID CERT_REJECTED CERT_REVOKED CERT_SIGNATURE_FAILURE
	CERT_UNTRUSTED CRL_HAS_EXPIRED CRL_NOT_YET_VALID CRL_SIGNATURE_FAILURE DEPTH_ZERO_SELF_SIGNED_CERT
	ERROR_IN_CERT_NOT_AFTER_FIELD ERROR_IN_CERT_NOT_BEFORE_FIELD ERROR_IN_CRL_LAST_UPDATE_FIELD
	ERROR_IN_CRL_NEXT_UPDATE_FIELD ERR_TLS_CERT_ALTNAME_INVALID HOSTNAME_MISMATCH INVALID_CA INVALID_PURPOSE
	PATH_LENGTH_EXCEEDED SELF_SIGNED_CERT_IN_CHAIN UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY
	UNABLE_TO_DECRYPT_CERT_SIGNATURE UNABLE_TO_DECRYPT_CRL_SIGNATURE UNABLE_TO_GET_CRL UNABLE_TO_GET_ISSUER_CERT
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY UNABLE_TO_VERIFY_LEAF_SIGNATURE`
	.trim()
	.split(/\s+/);

describe('a certificate', () => {
	it.each(CERTIFICATES)('with the verdict %s is final, and says what to do', (code) => {
		expect(explained(withCode(code))).toMatchObject({
			kind: 'access-denied',
			splittable: false,
			message: expect.stringMatching(/^api\.example has a TLS certificate .+\.$/),
			advice: expect.stringMatching(/.{30}/),
		});
	});

	it.each([
		'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
		'UNABLE_TO_GET_ISSUER_CERT',
		'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
		'SELF_SIGNED_CERT_IN_CHAIN',
		'DEPTH_ZERO_SELF_SIGNED_CERT',
	])('of an unknown issuer (%s) names NODE_EXTRA_CA_CERTS', (code) => {
		expect(explained(withCode(code)).advice).toContain('NODE_EXTRA_CA_CERTS');
	});

	it('is found inside of what a library wraps it in', () => {
		const wrapped = new TypeError('fetch failed', { cause: withCode('CERT_HAS_EXPIRED') });
		expect(explained(wrapped).message).toBe('api.example has a TLS certificate that has expired.');
	});
});

describe('what is not in the table', () => {
	it.each([
		[withCode('UND_ERR_NEVER_HEARD_OF'), 'UND_ERR_NEVER_HEARD_OF'],
		[withCode('ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE'), 'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE'],
		[withCode('EACCES'), 'E ACCES'],
		[withCode('EMFILE'), 'E MFILE'],
		[new RangeError('x'), 'RangeError'],
		['text', 'string'],
		[null, 'object'],
		[{ name: 5 }, 'object'],
		[Object.assign(new Error('x'), { cause: null }), 'Error'],
		[Object.assign(new Error('x'), { errors: [] }), 'Error'],
	])('is told as unknown, with what is known: %s', (error, shown) => {
		expect(explained(error)).toMatchObject({
			kind: 'temporarily-unavailable',
			message: `The connection to api.example failed in a way that is not known (${shown}).`,
		});
	});

	it.each(['constructor', 'toString', '__proto__'])('is so with the code %s, too', (code) => {
		expect(explained(withCode(code)).message).toContain('not known');
	});
});

it.each(
	`ECONNREFUSED ECONNRESET ENOTFOUND ETIMEDOUT EADDRNOTAVAIL ECONNABORTED EHOSTUNREACH EAI_AGAIN ENOENT EISDIR
	ENOTDIR EACCES EEXIST EPERM ENETUNREACH EPIPE UND_ERR_SOCKET`
		.trim()
		.split(/\s+/),
)('%s leaves no word in the message that n8n would replace it for', (code) => {
	for (const proxied of [false, true])
		expect(explained(withCode(code), proxied).message).not.toMatch(REPLACED);
});

it.each([
	...['ECONNREFUSED', 'ENOTFOUND', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT'].map(
		(code) => [code, true] as const,
	),
	...['', 'EACCES', 'ERR_INVALID_URL', 'ERR_BAD_REQUEST', 'constructor'].map(
		(code) => [code, false] as const,
	),
])('%s is of the network: %s', (code, wanted) => {
	expect(isOfTheNetwork(code)).toBe(wanted);
});

it.each(['SsrfBlockedIpError', 'SsrfBlockedHostnameError'])("%s of n8n's own filter is final", (name) => {
	const inside = Object.assign(new Error('blocked'), { name });
	expect(explained(new Error('lookup failed', { cause: inside }))).toMatchObject({
		kind: 'access-denied',
		message: 'n8n does not let requests go to api.example: its SSRF protection forbids it.',
		advice: expect.stringContaining('N8N_SSRF_ALLOWED'),
	});
});
