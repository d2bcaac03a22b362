import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { parseBaseUrl } from '../../shared/platform/base-url';
import { oneOf } from '../../shared/parameters/parameters';

/** Where the API of each platform is (sheet 1.1). VK Ads moved its documentation to ads.vk.ru; both hosts answer. */
export const ADDRESSES = {
	vkAds: 'https://ads.vk.com',
	vkAdsRu: 'https://ads.vk.ru',
	myTarget: 'https://target.my.com',
	sandbox: 'https://target-sandbox.my.com',
} as const;

const OTHER = 'other';
type Named = keyof typeof ADDRESSES;
const CHOICES: readonly (Named | typeof OTHER)[] = [...(Object.keys(ADDRESSES) as Named[]), OTHER];

/** For n8n's Test, which resolves it by itself. */
export const ADDRESS_EXPRESSION = `={{ (${JSON.stringify(ADDRESSES)})[$credentials.platform] ?? $credentials.baseUrl.trim().replace(/\\/+$/, "") }}`;

/**
 * Where a credential leads.
 *
 * @throws {ParameterError} to no address
 */
export function addressOf({ platform = 'vkAds', baseUrl }: ICredentialDataDecryptedObject): string {
	const choice = oneOf(CHOICES, platform, 'Platform');
	return choice === OTHER ? parseBaseUrl(baseUrl) : ADDRESSES[choice];
}

/** VK Ads has ad plans with ad groups in them, myTarget campaigns alone; all hosts of myTarget begin with its word. */
export function hasAdPlans(address: string): boolean {
	return !new URL(address).hostname.startsWith('target');
}
