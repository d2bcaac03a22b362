import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { Answer } from '../../../connector/client';
import type { ConnectorError } from '../../../connector/errors';
import type { Client } from '../../../connector/client';
import type { Auth } from '../../../connector/auth';
import type { BudgetWindow } from '../../../connector/rate-limit';
import type { Backoff } from '../../../connector/retry';
import type { Resource } from '../operations/operation';
import type { RequestDefaults } from '../parameters/request-options';
import type { CredentialHost } from './credential-host';

/** Where a credential leads, how it signs, and what it opens. */
export interface Account<Api> {
	readonly baseUrl: string;
	readonly auth: Auth;
	/** Values that may never be shown. */
	readonly secrets: readonly string[];
	/** The same for everybody whose requests count on the same budget, however often its token changes. */
	readonly identity: string;
	/**
	 * Names whose data it gives, whatever the token: two of them never share a cursor of Since Last Run. Where a credential
	 * holds nothing but a token, that is `identity`, and a new token counts as another account.
	 */
	readonly owner?: string;
	readonly api: (client: Client) => Api;
}

/** What the shared parts need to know of a platform. Everything else about it stays in its own folder. */
export interface Platform<Api> {
	/** As its users call it. */
	readonly displayName: string;
	readonly credentialType: string;
	/** Its days begin and end in it. */
	readonly timezone: string;
	readonly resources: readonly Resource<Api>[];
	readonly defaults: RequestDefaults;
	/** Names of headers, besides Authorization, that carry a credential: their values are never shown. */
	readonly secretHeaders?: readonly string[];
	/** Wait after a 429 that names none. */
	readonly afterRateLimit: Backoff;
	/** Milliseconds that an answer may come later than the time-out set, so that the platform's own refusal arrives. */
	readonly timeoutGraceMs: number;
	/**
	 * @param host absent where n8n has no stored credential to renew: in its credential test
	 * @param other what the option for another account says, where the platform has one
	 * @throws {ParameterError} naming the field of the credential that cannot be used
	 */
	readonly account: (
		credential: ICredentialDataDecryptedObject,
		host?: CredentialHost,
		other?: string,
	) => Account<Api> | Promise<Account<Api>>;
	readonly failureOf: (
		answer: Answer,
		credential: ICredentialDataDecryptedObject,
	) => ConnectorError | undefined;
	/** Reads what an answer tells about the budget of its method; absent where the platform never tells. */
	readonly budgetOf?: (answer: Answer) => readonly BudgetWindow[];
	/** What to do about an error, where this platform knows better than the general advice. */
	readonly advice: (error: ConnectorError) => string | undefined;
	/** The same platform for an account that n8n has connected by OAuth2; absent where only tokens lead in. */
	readonly oAuth2?: Pick<Platform<Api>, 'credentialType' | 'account' | 'failureOf' | 'advice'>;
}
