import { connectedAdvice } from '../shared/errors/advice';
import type { Platform } from '../shared/platform/platform';
import { account, oAuth2Account } from './account';
import type { AdfoxApi } from './api';
import { advice, failureOf } from './failure';
import { MAX_WAIT_SECONDS, RATE_LIMIT_WAIT, TIMEOUT_SECONDS, TIMEZONE } from './limits';
import { resources } from './resources';

export const adfox: Platform<AdfoxApi> = {
	displayName: 'ADFOX',
	credentialType: 'adfoxApi',
	timezone: TIMEZONE,
	resources,
	defaults: { maxWaitSeconds: MAX_WAIT_SECONDS, timeoutSeconds: TIMEOUT_SECONDS },
	secretHeaders: ['X-Yandex-API-Key'],
	afterRateLimit: RATE_LIMIT_WAIT,
	timeoutGraceMs: 0,
	account,
	failureOf,
	advice,
	oAuth2: {
		credentialType: 'adfoxOAuth2Api',
		account: oAuth2Account,
		failureOf: (answer, credential) => failureOf(answer, { ...credential, authHeader: 'authorizationOAuth' }),
		advice: connectedAdvice(advice),
	},
};
