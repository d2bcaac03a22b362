import type { CredentialData } from '../engine';
import type { Sandbox } from '../sandbox';

/** Credentials that lead to the sandbox, by type. */
export function demoCredentials({
	adfox,
	myTarget,
	targetAds,
	promoPages,
}: Sandbox): Record<string, CredentialData> {
	return {
		adfoxApi: { accessToken: adfox.token, authHeader: 'xYandexApiKey', baseUrl: adfox.baseUrl },
		myTargetApi: {
			authentication: 'accessToken',
			accessToken: myTarget.accessToken,
			baseUrl: myTarget.baseUrl,
		},
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

/** Credentials of accounts beside those, by id. */
export function demoCredentialsById({ myTarget }: Sandbox): Record<string, CredentialData> {
	const { clientId, clientSecret, agencyClientName, baseUrl } = myTarget;
	return {
		demoMyTargetClient1: {
			authentication: 'agencyClientCredentials',
			clientId,
			clientSecret,
			agencyClientName,
			baseUrl,
		},
	};
}
