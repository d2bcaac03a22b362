import { AccessDeniedError } from '../errors';
import { codeOf } from './error-code';

/** What is wrong with a TLS certificate, and what a user can do about it. */
interface Problem {
	readonly words: string;
	readonly advice: string;
}

const unknownIssuer = {
	words: 'has a TLS certificate of an issuer that this server does not know',
	advice:
		'If a firewall or a proxy of your network signs certificates itself, have n8n trust its issuer: set NODE_EXTRA_CA_CERTS to a PEM file with the certificate of the issuer and restart n8n. Else check the Base URL of the credential.',
};

const selfSigned = { ...unknownIssuer, words: 'has a TLS certificate that nobody vouches for' };

const wrongName = {
	words: 'has a TLS certificate for another name',
	advice:
		'Check the Base URL of the credential, and whether a firewall or a proxy answers in place of the platform.',
};

const untimely = (words: string) => ({
	words,
	advice: 'Check the date and the time of this server. If they are right, the platform has to renew it.',
});

const PROBLEMS = new Map<string, Problem>(
	Object.entries({
		CERT_HAS_EXPIRED: untimely('has a TLS certificate that has expired'),
		CERT_NOT_YET_VALID: untimely('has a TLS certificate that is not valid yet'),
		CERT_UNTRUSTED: unknownIssuer,
		DEPTH_ZERO_SELF_SIGNED_CERT: selfSigned,
		ERR_TLS_CERT_ALTNAME_INVALID: wrongName,
		HOSTNAME_MISMATCH: wrongName,
		SELF_SIGNED_CERT_IN_CHAIN: unknownIssuer,
		UNABLE_TO_GET_ISSUER_CERT: unknownIssuer,
		UNABLE_TO_GET_ISSUER_CERT_LOCALLY: unknownIssuer,
		UNABLE_TO_VERIFY_LEAF_SIGNATURE: unknownIssuer,
		UND_ERR_PRX_TLS: {
			words: 'is behind a proxy whose TLS certificate cannot be trusted',
			advice:
				'Check the address of the proxy in HTTPS_PROXY or ALL_PROXY. Where its certificate is of your own, name its issuer in NODE_EXTRA_CA_CERTS.',
		},
	}),
);

/** All other verdicts of OpenSSL that Node passes on. */
const UNVERIFIED = new Set([
	'CERT_CHAIN_TOO_LONG',
	'CERT_REJECTED',
	'CERT_REVOKED',
	'CERT_SIGNATURE_FAILURE',
	'CRL_HAS_EXPIRED',
	'CRL_NOT_YET_VALID',
	'CRL_SIGNATURE_FAILURE',
	'ERROR_IN_CERT_NOT_AFTER_FIELD',
	'ERROR_IN_CERT_NOT_BEFORE_FIELD',
	'ERROR_IN_CRL_LAST_UPDATE_FIELD',
	'ERROR_IN_CRL_NEXT_UPDATE_FIELD',
	'ERR_TLS_CERT_ALTNAME_FORMAT',
	'ERR_TLS_CERT_SIGNATURE_ALGORITHM_UNSUPPORTED',
	'INVALID_CA',
	'INVALID_PURPOSE',
	'PATH_LENGTH_EXCEEDED',
	'UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY',
	'UNABLE_TO_DECRYPT_CERT_SIGNATURE',
	'UNABLE_TO_DECRYPT_CRL_SIGNATURE',
	'UNABLE_TO_GET_CRL',
]);

/**
 * The error for a host whose certificate cannot be trusted. Final: no repetition makes it better.
 *
 * @returns undefined where the failure was another one
 */
export function certificateFailure(host: string, error: unknown): AccessDeniedError | undefined {
	const code = codeOf(error);
	const problem = UNVERIFIED.has(code)
		? { ...wrongName, words: `has a TLS certificate that cannot be verified (${code})` }
		: PROBLEMS.get(code);
	if (problem === undefined) return undefined;
	return new AccessDeniedError(`${host} ${problem.words}.`, { advice: problem.advice, cause: error });
}
