import { describe, expect, it } from '@jest/globals';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { CredentialInvalidError, TemporarilyUnavailableError } from '../../../connector/errors';
import { account } from '../../../nodes/MyTarget/account';
import { renewedToken } from '../../../nodes/MyTarget/renewal';
import { ownerOf, tokenSettings } from '../../../nodes/MyTarget/token';
import type { CredentialHost } from '../../../nodes/shared/platform/credential-host';

const ENTERED = {
	authentication: 'clientCredentials',
	clientId: 'c1',
	clientSecret: 's1',
	platform: 'other',
	baseUrl: 'https://target.my.com/',
};
const tokenOwner = ownerOf(tokenSettings(ENTERED)!);

/** n8n's store with one credential; `get` is what a request by n8n's helper does to it. */
class Host implements CredentialHost {
	readonly urls: string[] = [];
	readonly http = { helpers: { httpRequest: () => Promise.reject(new Error('Only n8n may ask.')) } };

	constructor(
		public credential: ICredentialDataDecryptedObject,
		private readonly get: (host: Host) => void | Promise<void>,
		readonly id = 'credential-1',
	) {}

	async read() {
		return { ...this.credential };
	}

	async authenticatedGet(url: string) {
		this.urls.push(url);
		await this.get(this);
	}

	async refreshOAuth2Token() {
		throw new Error('Not for this credential.');
	}

	store(issuedToken: string) {
		this.credential = { ...this.credential, issuedToken, tokenOwner };
	}
}

const holding = (issuedToken: string) => ({ ...ENTERED, issuedToken, tokenOwner });

describe('renewedToken', () => {
	it('has n8n get one by a cheap request where there is none', async () => {
		const host = new Host({ ...ENTERED }, (store) => {
			store.store('t1');
		});
		await expect(renewedToken(host, '')).resolves.toBe('t1');
		expect(host.urls).toEqual(['https://target.my.com/api/v3/user.json']);
	});

	it('takes over what another worker has renewed meanwhile', async () => {
		const host = new Host(holding('t2'), () => {
			throw new Error('nobody may ask');
		});
		await expect(renewedToken(host, 't1')).resolves.toBe('t2');
		expect(host.urls).toEqual([]);
	});

	it('one at a time per credential, however many ask', async () => {
		let issued = 0;
		const slow = async (store: Host) => {
			await new Promise((resolve) => setImmediate(resolve));
			issued += 1;
			store.store(`t${issued + 1}`);
		};
		const hosts = ['a', 'a', 'a', 'b'].map((id) => new Host(holding('t1'), slow, id));
		const got = await Promise.all(hosts.map((host) => renewedToken(host, 't1')));
		expect(issued).toBe(2);
		expect(new Set(got.slice(0, 3)).size).toBe(1);
	});

	it('a failed renewal does not stand in the way of the next one', async () => {
		let fails = true;
		const host = new Host({ ...ENTERED }, (store) => {
			if (fails) throw new Error('not now');
			store.store('t1');
		});
		await expect(renewedToken(host, '')).rejects.toThrow(CredentialInvalidError);
		fails = false;
		await expect(renewedToken(host, '')).resolves.toBe('t1');
	});

	it('a token that n8n was let in with gets a second try', async () => {
		const host = new Host(holding('t1'), () => undefined);
		await expect(renewedToken(host, 't1')).resolves.toBe('t1');
	});

	it('keeps a token that was issued although the request failed afterwards', async () => {
		const host = new Host({ ...ENTERED }, (store) => {
			store.store('t1');
			throw new Error('429');
		});
		await expect(renewedToken(host, '')).resolves.toBe('t1');
	});

	it('never takes a token of another owner', async () => {
		const host = new Host({ ...holding('theirs'), clientId: 'c2' }, () => undefined);
		await expect(renewedToken(host, '')).rejects.toThrow(CredentialInvalidError);
	});

	it('finds the reason inside the error that n8n wraps it in', async () => {
		const reason = new TemporarilyUnavailableError('target.my.com could not be reached.');
		const host = new Host({ ...ENTERED }, () => {
			throw new Error('Bad request', { cause: new Error('wrapped', { cause: reason }) });
		});
		await expect(renewedToken(host, '')).rejects.toBe(reason);
	});

	it.each(['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'ERR_TLS_CERT_ALTNAME_INVALID'])(
		'a certificate that cannot be trusted (%s) is neither that nor an outage, and leaves no request behind',
		async (code) => {
			const host = new Host(holding('t1'), () => {
				throw new Error('failed', { cause: Object.assign(new Error('config: secret'), { code }) });
			});
			const failure = await renewedToken(host, 't1').catch((error: unknown) => error);
			expect(failure).toMatchObject({
				kind: 'access-denied',
				message: expect.stringMatching(/^The platform has a TLS certificate/),
			});
			expect((failure as Error).cause).toBeUndefined();
		},
	);

	it('a connection that failed is no bad credential', async () => {
		const host = new Host(holding('t1'), () => {
			throw new Error('failed', { cause: Object.assign(new Error(), { code: 'ECONNRESET' }) });
		});
		await expect(renewedToken(host, 't1')).rejects.toThrow(TemporarilyUnavailableError);
	});
});

describe('account', () => {
	it('signs with the renewed token, hides it from then on, and stays the same account', async () => {
		const host = new Host({ ...holding('t1'), refreshToken: 'r1' }, (store) => {
			store.store('t2');
		});
		const { auth, secrets, identity } = account(host.credential, host);
		const signed = await auth.sign();
		expect(signed).toEqual({ authorization: 'Bearer t1' });
		expect(secrets).toEqual(['s1', 't1', 'r1']);
		await auth.refresh!(signed);
		expect(await auth.sign()).toEqual({ authorization: 'Bearer t2' });
		expect(secrets).toContain('t2');
		expect(account(host.credential, host).identity).toBe(identity);
	});

	it('takes no token before something is signed (an account has five)', async () => {
		const host = new Host({ ...ENTERED }, (store) => {
			store.store('t1');
		});
		const { auth, secrets } = account(host.credential, host);
		expect(host.urls).toEqual([]);
		expect(await auth.sign()).toEqual({ authorization: 'Bearer t1' });
		expect(secrets).toContain('t1');
		expect(host.urls).toHaveLength(1);
	});

	it('that could get no token tries again at the next signature', async () => {
		let fails = true;
		const host = new Host({ ...ENTERED }, (store) => {
			if (fails) throw new Error('not now');
			store.store('t1');
		});
		const { auth } = account(host.credential, host);
		await expect(auth.sign()).rejects.toThrow(CredentialInvalidError);
		fails = false;
		expect(await auth.sign()).toEqual({ authorization: 'Bearer t1' });
	});

	it.each([
		[{ clientId: 'c2' }, true],
		[{ baseUrl: 'https://ads.vk.com' }, true],
		[{ platform: 'vkAds' }, true],
		[{ platform: 'myTarget' }, false],
		[{ authentication: 'agencyClientCredentials', agencyClientName: 'x@agency_client' }, true],
		[{ clientSecret: 's2' }, false],
		[{ baseUrl: 'https://target.my.com' }, false],
	])('%j is another account: %s', (change, other) => {
		expect(ownerOf(tokenSettings({ ...ENTERED, ...change })!) !== tokenOwner).toBe(other);
	});
});
