import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';

import type { CredentialData } from '../engine';
import type { StoredCredential } from './server/import';
import { storedCredentials } from './server/stored-credentials';
import { type Host, startHost } from './support/host';

interface Tested {
	status: 'OK' | 'Error';
	message: string;
}

let host: Host;
beforeAll(async () => {
	host = await startHost({
		// Accounts that take one kind of header only.
		sandbox: { promoPages: { tokenType: 'OAuth' }, adfox: { authHeaders: ['Authorization'] } },
	});
});
afterAll(async () => {
	await host.close();
});
afterEach(() => {
	host.sandbox.reset();
});

function saved(id: string): StoredCredential {
	return storedCredentials(host.sandbox).find((credential) => credential.id === id)!;
}

/** "Test" of the dialog of a saved credential, with what the user has typed over it. */
async function test(id: string, typed: CredentialData = {}): Promise<Tested> {
	const { data, ...credential } = saved(id);
	const credentials = { ...credential, data: { ...data, ...typed } };
	return (await host.rest.post('/credentials/test', { credentials })) as Tested;
}

/** n8n 2.8 has words of its own for a refused test request, whatever the credential's rules say. */
function refusesWithOwnWords(id: string): boolean {
	return id === 'demoMyTarget001' && host.version.startsWith('2.8.');
}

const good: readonly [name: string, id: string, typed: CredentialData][] = [
	['TargetADS', 'demoTargetAds001', {}],
	['Yandex PromoPages', 'demoPromoPages001', {}],
	['ADFOX', 'demoAdfox00001', { authHeader: 'authorizationOAuth' }],
	['myTarget, an access token', 'demoMyTarget001', {}],
	['myTarget, an agency client', 'demoMyTargetClient1', {}],
];

describe('Test in the dialog of a credential', () => {
	it.each(good)('accepts a good one: %s', async (_name, id, typed) => {
		expect(await test(id, typed)).toEqual({ status: 'OK', message: 'Connection successful!' });
		expect(host.sandbox.requests.length).toBeGreaterThan(0);
	});

	it.each<[string, string, CredentialData, RegExp]>([
		[
			'TargetADS: a wrong token',
			'demoTargetAds001',
			{ accessToken: 'wrong-token' },
			/Check the Access Token/,
		],
		[
			'PromoPages: a wrong token',
			'demoPromoPages001',
			{ accessToken: 'wrong-token' },
			/Check the Access Token/,
		],
		[
			'ADFOX: a wrong token',
			'demoAdfox00001',
			{ accessToken: 'wrong-token', authHeader: 'authorizationOAuth' },
			/Check the Access Token/,
		],
		[
			'myTarget: a wrong token',
			'demoMyTarget001',
			{ accessToken: 'wrong-token' },
			/does not accept the access token/,
		],
		[
			'myTarget: a wrong secret',
			'demoMyTargetClient1',
			{ clientSecret: 'wrong-token' },
			/invalid_client.*Check the Client ID, the Client Secret/,
		],
		['TargetADS: a project of others', 'demoTargetAds001', { projectId: 'foreign' }, /Check the Project ID/],
		[
			'PromoPages: the wrong token type',
			'demoPromoPages001',
			{ tokenType: 'Bearer' },
			/sent as Bearer.*change Token Type/,
		],
		[
			'ADFOX: the wrong header',
			'demoAdfox00001',
			{ authHeader: 'xYandexApiKey' },
			/The header X-Yandex-API-Key.*change Auth Header/,
		],
		[
			'myTarget: an agency client that is none',
			'demoMyTargetClient1',
			{ agencyClientName: 'nobody@agency_client' },
			/Check the Agency Client Name/,
		],
	])('tells %s', async (_name, id, typed, words) => {
		const { foreignProjectId } = host.sandbox.targetAds;
		const data = typed.projectId === 'foreign' ? { projectId: String(foreignProjectId) } : typed;
		const { status, message } = await test(id, data);
		const expected = refusesWithOwnWords(id) ? /^Authorization failed/ : words;
		expect({ status, message }).toEqual({ status: 'Error', message: expect.stringMatching(expected) });
		expect(message).not.toContain('wrong-token');
	});

	it.each(good)('tells a host that cannot be reached: %s', async (_name, id, typed) => {
		const { status, message } = await test(id, { ...typed, baseUrl: 'http://127.0.0.1:1' });
		// Where no token is to be had first, the request is n8n's own, and so are the words.
		const isOwn = id === 'demoMyTarget001';
		const words = isOwn ? /^ECONNREFUSED$|refused the connection/ : /127\.0\.0\.1:1 .*check the Base URL/;
		expect({ status, message }).toEqual({ status: 'Error', message: expect.stringMatching(words) });
		expect(host.sandbox.requests).toEqual([]);
	});
});
