import type { Platform } from '../shared/platform/platform';
import { account } from './account';
import type { TargetAdsApi } from './api';
import { advice, failureOf } from './failure';
import { MAX_WAIT_SECONDS, RATE_LIMIT_WAIT_MS, TIMEOUT_GRACE_MS, TIMEOUT_SECONDS, TIMEZONE } from './limits';
import { resources } from './resources';

export const targetAds: Platform<TargetAdsApi> = {
	displayName: 'TargetADS',
	credentialType: 'targetAdsApi',
	timezone: TIMEZONE,
	resources,
	defaults: { maxWaitSeconds: MAX_WAIT_SECONDS, timeoutSeconds: TIMEOUT_SECONDS },
	afterRateLimit: { firstMs: RATE_LIMIT_WAIT_MS, factor: 1, capMs: RATE_LIMIT_WAIT_MS, jitter: 'above' },
	timeoutGraceMs: TIMEOUT_GRACE_MS,
	account,
	failureOf,
	advice,
};
