import type { Platform } from '../shared/platform/platform';
import { account } from './account';
import { agencyClient } from './agency-client';
import type { MyTargetApi } from './api';
import { budgetOf } from './budget';
import { advice, failureOf } from './failure';
import { MAX_WAIT_SECONDS, RATE_LIMIT_WAIT, TIMEOUT_SECONDS, TIMEZONE } from './limits';
import { resources } from './resources';

export const myTarget: Platform<MyTargetApi> = {
	displayName: 'VK Ads (myTarget)',
	credentialType: 'myTargetApi',
	timezone: TIMEZONE,
	resources,
	defaults: {
		maxWaitSeconds: MAX_WAIT_SECONDS,
		timeoutSeconds: TIMEOUT_SECONDS,
		tellsBudget: true,
		otherAccount: agencyClient,
	},
	afterRateLimit: RATE_LIMIT_WAIT,
	timeoutGraceMs: 0,
	account,
	failureOf,
	budgetOf,
	advice,
};
