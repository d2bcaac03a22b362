import type { CredentialData } from '../engine';
import type { Sandbox } from '../sandbox';

/** Credentials that lead to the sandbox, by type. */
export function demoCredentials({ targetAds, promoPages }: Sandbox): Record<string, CredentialData> {
	return {
		targetAdsApi: {
			accessToken: targetAds.token,
			projectId: String(targetAds.projectId),
			baseUrl: targetAds.baseUrl,
		},
		yandexPromoPagesApi: {
			accessToken: promoPages.token,
			tokenType: 'OAuth',
			baseUrl: promoPages.baseUrl,
		},
	};
}
