import { demoCredentials, demoCredentialsById } from '../../demo/credentials';
import type { Sandbox } from '../../sandbox';
import type { StoredCredential } from './import';

/** By type: under what id and name the examples refer to it. */
const references: Readonly<Record<string, readonly [id: string, name: string]>> = {
	adfoxApi: ['demoAdfox00001', 'ADFOX demo'],
	myTargetApi: ['demoMyTarget001', 'myTarget demo'],
	targetAdsApi: ['demoTargetAds001', 'TargetADS demo'],
	yandexPromoPagesApi: ['demoPromoPages001', 'Yandex PromoPages demo'],
};

/** The credentials of the examples, leading to a sandbox. */
export function storedCredentials(sandbox: Sandbox): StoredCredential[] {
	const byType = Object.entries(demoCredentials(sandbox)).map(([type, data]) => {
		const [id = type, name = type] = references[type] ?? [];
		return { id, name, type, data };
	});
	const byId = Object.entries(demoCredentialsById(sandbox)).map(([id, data]) => ({
		id,
		name: 'myTarget demo, one agency client',
		type: 'myTargetApi',
		data,
	}));
	return [...byType, ...byId];
}
