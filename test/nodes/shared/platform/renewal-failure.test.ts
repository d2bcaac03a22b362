import { describe, expect, it } from '@jest/globals';

import { CredentialInvalidError, TemporarilyUnavailableError } from '../../../../connector/errors';
import { renewalFailure } from '../../../../nodes/shared/platform/renewal-failure';

const refusal = new CredentialInvalidError('The access was revoked.');

const failed = (fields: object, cause?: Error) =>
	Object.assign(new Error('The request failed', { cause }), fields);

describe('why n8n got no new token', () => {
	it.each([
		['an older line of n8n: the authorization server refused', failed({ code: 'EAUTH' })],
		['an older line of n8n: a status alone', failed({ code: 'ESTATUS', status: 401 })],
		['a newer one', failed({ response: { status: 400 } })],
		['n8n around it', failed({}, failed({ code: 'EAUTH' }))],
		['something unknown', failed({ code: 'EWHATEVER' })],
		['no error at all', 'revoked'],
	])('is the refusal: %s', (_what, failure) => {
		expect(renewalFailure(failure, refusal)).toBe(refusal);
	});

	it.each([
		['nobody there', failed({ code: 'ECONNREFUSED' })],
		['silence', failed({ code: 'ETIMEDOUT' })],
		['nobody there, with n8n around it', failed({}, failed({ code: 'ENOTFOUND' }))],
		['an outage', failed({ code: 'ESTATUS', status: 502 })],
		['too many', failed({ httpCode: '429' })],
	])('is an outage, which says nothing about the credential: %s', (_what, failure) => {
		const error = renewalFailure(failure, refusal);
		expect(error).toBeInstanceOf(TemporarilyUnavailableError);
		expect(error.message).toBe('The platform could not be reached for an access token.');
	});

	it('is what the credential has found out itself', () => {
		const own = new CredentialInvalidError('The client secret is wrong.');
		expect(renewalFailure(failed({}, own), refusal)).toBe(own);
	});
});
