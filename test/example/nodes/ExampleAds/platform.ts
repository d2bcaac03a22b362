import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { fixedAuth } from '../../connector/auth';
import { parseAccessToken } from '../shared/platform/access-token';
import { parseBaseUrl } from '../shared/platform/base-url';
import type { Account, Platform } from '../shared/platform/platform';
import { ExampleAdsApi } from './api';
import { advice, failureOf } from './failure';
import { MAX_WAIT_SECONDS, RATE_LIMIT_WAIT, TIMEOUT_SECONDS, TIMEZONE } from './limits';
import { resources } from './resources';

export const exampleAds: Platform<ExampleAdsApi> = {
	displayName: 'Example Ads',
	credentialType: 'exampleAdsApi',
	timezone: TIMEZONE,
	resources,
	defaults: { maxWaitSeconds: MAX_WAIT_SECONDS, timeoutSeconds: TIMEOUT_SECONDS },
	afterRateLimit: RATE_LIMIT_WAIT,
	timeoutGraceMs: 0,
	account,
	failureOf,
	advice,
};

/** @throws {ParameterError} naming the field of the credential that cannot be used */
function account({ accessToken, baseUrl }: ICredentialDataDecryptedObject): Account<ExampleAdsApi> {
	const token = parseAccessToken(accessToken);
	return {
		baseUrl: parseBaseUrl(baseUrl),
		auth: fixedAuth({ authorization: `Bearer ${token}` }),
		secrets: [token],
		// A token belongs to one account (sheet 1).
		identity: token,
		api: (client) => new ExampleAdsApi(client),
	};
}
