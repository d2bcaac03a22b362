import { describe, expect, it, jest } from '@jest/globals';
import * as fc from 'fast-check';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { withinAllowedDomains } from '../../../../nodes/shared/platform/allowed-domains';

const API = 'https://api.example.com/v1';
const only = (allowedDomains: unknown) => ({ allowedHttpRequestDomains: 'domains', allowedDomains }) as never;

/** What n8n asks itself. */
const { isDomainAllowed } = jest.requireActual<{
	isDomainAllowed: (options: { url: string; allowedDomains: string }) => boolean;
}>('n8n-workflow/dist/cjs/credential-domain-restrictions');

const keeps = (url: string, domains: string) => {
	try {
		return withinAllowedDomains(url, only(domains)) === url;
	} catch {
		return false;
	}
};

describe('withinAllowedDomains', () => {
	it.each<ICredentialDataDecryptedObject>([
		{},
		{ allowedHttpRequestDomains: 'all', allowedDomains: 'other.example' },
		// n8n sets this by itself, and it is about the HTTP Request node only.
		{ allowedHttpRequestDomains: 'none' },
		only('api.example.com'),
		only('other.example, *.Example.com.'),
	])('takes the Base URL with %j', (credential) => {
		expect(withinAllowedDomains(API, credential)).toBe(API);
	});

	it.each(['', undefined, 'example.com', '*.api.example.com', 'api.example.com.evil', '*.', '*'])(
		'refuses it with the list %p, and names the field',
		(list) => {
			expect(() => withinAllowedDomains(API, only(list))).toThrow(
				'Allowed Domains of the credential does not hold api.example.com, the host of its Base URL.',
			);
		},
	);

	it('decides as n8n does', () => {
		const name = fc.constantFrom(
			'example.com',
			'api.example.com',
			'a.api.example.com',
			'com',
			'EXAMPLE.com.',
		);
		const entry = fc.tuple(fc.constantFrom('', '*.', '.'), name).map((parts) => parts.join(''));
		const list = fc.array(entry, { minLength: 1, maxLength: 3 }).map((entries) => entries.join(', '));
		fc.assert(
			fc.property(name, list, (host, domains) => {
				const url = `https://${host}`;
				expect(keeps(url, domains)).toBe(isDomainAllowed({ url, allowedDomains: domains }));
			}),
		);
	});
});
