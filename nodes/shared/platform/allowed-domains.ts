import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { ParameterError } from '../parameters/parameter-error';

const NAME = 'Allowed Domains';

/**
 * Keeps to the domains that a credential is restricted to, as n8n itself does for what a credential asks on its own
 * behalf: a list counts; "None" shuts out the HTTP Request node, not the node that the credential is for.
 *
 * @param field whose host it is
 * @returns the base URL
 * @throws {ParameterError}
 */
export function withinAllowedDomains(
	baseUrl: string,
	{ allowedHttpRequestDomains, allowedDomains }: ICredentialDataDecryptedObject,
	field = 'its Base URL',
): string {
	if (allowedHttpRequestDomains !== 'domains') return baseUrl;
	const list = (typeof allowedDomains === 'string' ? allowedDomains : '').toLowerCase().split(',');
	const host = withoutLastDot(new URL(baseUrl).hostname);
	if (list.some((domain) => isWithin(host, withoutLastDot(domain.trim())))) return baseUrl;
	throw new ParameterError(
		NAME,
		`${NAME} of the credential does not hold ${host}, the host of ${field}.`,
		'Add the host there, or set Allowed HTTP Request Domains to All.',
	);
}

/** "*.example.com" stands for what is below it and not for itself. */
function isWithin(host: string, domain: string): boolean {
	return domain.startsWith('*.') ? domain.length > 2 && host.endsWith(domain.slice(1)) : host === domain;
}

function withoutLastDot(name: string): string {
	return name.replace(/\.$/, '');
}
