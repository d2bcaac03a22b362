import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { Client } from '../../../connector/client';
import type { Observe } from '../../../connector/events';
import { retryRules, type RetryBudget } from '../../../connector/retry';
import type { RequestSettings } from '../parameters/request-options';
import { withinAllowedDomains } from './allowed-domains';
import type { CredentialHost } from './credential-host';
import type { Platform } from './platform';
import type { Ports } from './ports';

/** Whoever the requests are made for. */
interface Caller {
	readonly ports: Ports;
	readonly observe: Observe;
	readonly signal: AbortSignal;
	readonly retryBudget: RetryBudget;
	readonly host?: CredentialHost;
	/** How many milliseconds it can still wait, where its own time is short; asked before each wait. */
	readonly leftMs?: () => number;
}

export interface OpenedApi<Api> {
	readonly api: Api;
	/** Whose API it is: the same for all callers that share a limiter. */
	readonly account: string;
	/** Whose data it gives; see Account. */
	readonly owner: string;
	/** Values that may never be shown. */
	readonly secrets: readonly string[];
}

/**
 * A platform's API for one account. All callers of an account in this process share its limiter.
 *
 * @throws {ParameterError} naming the field of the credential that cannot be used
 */
export async function openApi<Api>(
	platform: Platform<Api>,
	credential: ICredentialDataDecryptedObject,
	{ ports, observe, signal, retryBudget, host, leftMs = () => Infinity }: Caller,
	{ timeoutSeconds, maxWaitSeconds, maxRetries, budgetShare, otherAccount }: RequestSettings,
): Promise<OpenedApi<Api>> {
	const {
		baseUrl,
		auth,
		secrets,
		identity,
		owner = identity,
		api,
	} = await platform.account(credential, host, otherAccount);
	const account = [platform.credentialType, baseUrl, identity].join('\n');
	const client = new Client({
		baseUrl: withinAllowedDomains(baseUrl, credential),
		auth,
		transport: ports.transport(),
		limiter: ports.limiter(account),
		budgetShare,
		clock: ports.clock,
		observe,
		signal,
		idleTimeoutMs: timeoutSeconds * 1000,
		retryBudget,
		retryPolicy: {
			maxRetries,
			get maxWaitMs() {
				return Math.min(maxWaitSeconds * 1000, leftMs());
			},
			rules: retryRules(platform.afterRateLimit),
		},
		failureOf: (answer) => platform.failureOf(answer, credential),
		budgetOf: platform.budgetOf,
	});
	return { api: api(client), account, owner, secrets };
}
