import { connectedAdvice } from '../shared/errors/advice';
import type { Platform } from '../shared/platform/platform';
import { account, oAuth2Account } from './account';
import type { YandexPromoPagesApi } from './api';
import { advice, failureOf } from './failure';
import { MAX_WAIT_SECONDS, RATE_LIMIT_WAIT, TIMEOUT_SECONDS, TIMEZONE } from './limits';
import { resources } from './resources';

export const yandexPromoPages: Platform<YandexPromoPagesApi> = {
	displayName: 'Yandex PromoPages',
	credentialType: 'yandexPromoPagesApi',
	timezone: TIMEZONE,
	resources,
	defaults: { maxWaitSeconds: MAX_WAIT_SECONDS, timeoutSeconds: TIMEOUT_SECONDS },
	afterRateLimit: RATE_LIMIT_WAIT,
	timeoutGraceMs: 0,
	account,
	failureOf,
	advice,
	oAuth2: {
		credentialType: 'yandexPromoPagesOAuth2Api',
		account: oAuth2Account,
		failureOf: (answer, credential) => failureOf(answer, { ...credential, tokenType: 'OAuth' }),
		advice: connectedAdvice(advice),
	},
};
