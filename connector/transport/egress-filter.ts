import type { LookupFunction } from 'node:net';

/**
 * Who else decides which addresses requests may go to: the policy of whoever runs this process. In the shape of n8n's
 * egress filter.
 */
export interface EgressFilter {
	/** Looks names up; rejects where that fails. */
	validateUrl(url: URL): Promise<{ readonly ok: boolean }>;
	/** A DNS lookup for sockets that fails when a name leads to an address that is not allowed. */
	createSecureLookup(): LookupFunction;
}
