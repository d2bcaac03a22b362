import { describe, expect, it, jest } from '@jest/globals';
import type { ICredentialDataDecryptedObject, IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { systemClock } from '../../../connector/clock';
import { MyTargetApi } from '../../../credentials/MyTargetApi.credentials';
import type * as renewal from '../../../nodes/MyTarget/agency-renewal';
import { keptTokens, ownerOf, tokenSettings } from '../../../nodes/MyTarget/token';
import type { CredentialHost } from '../../../nodes/shared/platform/credential-host';

const ENTERED = {
	...{ authentication: 'clientCredentials', clientId: 'c1', clientSecret: 's1' },
	...{ platform: 'other', baseUrl: 'https://ads.example' },
};

/** Up to so many milliseconds of a database, not always as many. */
let drawn = 0;
const database = async () => new Promise((resolve) => setTimeout(resolve, (drawn = (drawn * 7 + 3) % 5)));

/** The platform's token endpoint, which counts. */
class Platform {
	readonly issued: string[] = [];
	readonly refreshed: string[] = [];

	readonly httpRequest = async ({ url, body }: IHttpRequestOptions): Promise<unknown> => {
		await database();
		if (url.endsWith('/user.json'))
			return { statusCode: 401, body: { code: 'expired_token', message: 'Access token is expired' } };
		const form = new URLSearchParams(String(body));
		const refreshToken = form.get('refresh_token');
		const client = refreshToken?.replace('refresh of ', '') ?? form.get('agency_client_name') ?? 'the agency';
		(refreshToken === null ? this.issued : this.refreshed).push(client);
		const count = this.issued.length + this.refreshed.length;
		const answer = { access_token: `token ${count} of ${client}`, refresh_token: `refresh of ${client}` };
		return { statusCode: 200, body: { ...answer, expires_in: 86_400 } };
	};
}

/** What n8n keeps for all its processes: it reads, lays over what pre-authentication returned, and writes. */
class Store {
	data: ICredentialDataDecryptedObject = { ...ENTERED };
	writes = 0;

	constructor(
		private readonly platform: Platform,
		/** As the older lines do it: with everything that pre-authentication was given. */
		private readonly storesAll: boolean,
		readonly isBroken = false,
	) {}

	/** As a process sees it. */
	host(id: string): CredentialHost {
		const type = new MyTargetApi();
		const http = { helpers: { httpRequest: this.platform.httpRequest } };
		return {
			id,
			http,
			read: async () => {
				await database();
				return { ...this.data };
			},
			refreshOAuth2Token: () => Promise.reject(new Error('It is no such credential.')),
			authenticatedGet: async (_url, instead) => {
				if (instead === undefined) throw new Error('Only what is handed over.');
				const returned: IDataObject = await type.preAuthentication.call(http, instead.data);
				const before = this.storesAll ? instead.data : { ...this.data };
				await database();
				if (!this.isBroken) this.data = { ...before, ...returned } as ICredentialDataDecryptedObject;
				this.writes += 1;
				throw new Error('What the request itself is answered does not matter.');
			},
		};
	}
}

/** A copy of the code with a memory of its own, as every process has one. */
function process(): typeof renewal {
	let copy: typeof renewal | undefined;
	jest.isolateModules(() => {
		copy = jest.requireActual<typeof renewal>('../../../nodes/MyTarget/agency-renewal');
	});
	return copy!;
}

const settingsOf = (client: string) => tokenSettings(ENTERED, client)!;
const clients = (count: number, from = 0) =>
	Array.from({ length: count }, (_none, place) => `client ${from + place}`);

describe.each([
	['as n8n 2.41 stores', false],
	['as n8n 2.8 and 1.123 store', true],
])('tokens of several clients, %s', (_name, storesAll) => {
	it('two processes that write at the same time lose none, and the next round issues none', async () => {
		const platform = new Platform();
		const store = new Store(platform, storesAll);
		const processes = [process(), process()];
		const hosts = processes.map(() => store.host('credential-1'));
		const round = async () =>
			Promise.all(
				processes.map(async ({ renewedAmongSeveral }, index) => {
					// One after another, so that each writes often.
					for (const client of clients(15, index * 15))
						await renewedAmongSeveral(hosts[index]!, settingsOf(client), '', systemClock);
				}),
			);
		await round();
		expect(keptTokens(store.data).size).toBe(30);
		// What the other process has issued is found by everybody.
		for (const { renewedAmongSeveral } of processes)
			for (const client of clients(30))
				expect(await renewedAmongSeveral(hosts[0]!, settingsOf(client), '', systemClock)).toContain(
					`of ${client}`,
				);
		expect(platform.issued.sort()).toEqual(clients(30).sort());
		expect(JSON.stringify(store.data.tokensToKeep ?? '')).not.toContain('token');
	});

	it('264 at once in one process: one each, and few writes', async () => {
		const platform = new Platform();
		const store = new Store(platform, storesAll);
		const { renewedAmongSeveral } = process();
		const host = store.host('credential-1');
		const all = [...clients(264), ...clients(264)];
		await Promise.all(
			all.map(async (client) => renewedAmongSeveral(host, settingsOf(client), '', systemClock)),
		);
		expect(platform.issued).toHaveLength(264);
		expect(keptTokens(store.data).size).toBe(264);
		expect(store.writes).toBeLessThan(30);
	});

	it('what another process wrote over is put back, not issued again', async () => {
		const platform = new Platform();
		const store = new Store(platform, storesAll);
		const { renewedAmongSeveral } = process();
		const host = store.host('credential-1');
		const first = await renewedAmongSeveral(host, settingsOf('a'), '', systemClock);
		store.data = { ...ENTERED };
		expect(await renewedAmongSeveral(host, settingsOf('a'), '', systemClock)).toBe(first);
		expect(platform.issued).toEqual(['a']);
		expect(keptTokens(store.data).get(ownerOf(settingsOf('a')))?.token).toBe(first);
	});

	it('a refused one is refreshed once for all that ask, and takes none of the five', async () => {
		const platform = new Platform();
		const store = new Store(platform, storesAll);
		const { renewedAmongSeveral } = process();
		const host = store.host('credential-1');
		const first = await renewedAmongSeveral(host, settingsOf('a'), '', systemClock);
		const ask = async () => renewedAmongSeveral(host, settingsOf('a'), first, systemClock);
		const next = await Promise.all([ask(), ask(), ask()]);
		expect(new Set(next)).toEqual(new Set(['token 2 of a']));
		expect([platform.issued, platform.refreshed]).toEqual([['a'], ['a']]);
		// Who still holds the old one gets the new one.
		expect(await ask()).toBe('token 2 of a');
		expect(platform.refreshed).toEqual(['a']);
	});
});

describe('old tokens', () => {
	it('are forgotten by their age, never before the platform has deleted them', async () => {
		const store = new Store(new Platform(), false);
		const { renewedAmongSeveral } = process();
		const host = store.host('credential-1');
		const at = (days: number) => ({
			...systemClock,
			now: () => Date.parse('2026-03-02T09:00:00Z') + days * 86_400_000,
		});
		await renewedAmongSeveral(host, settingsOf('old'), '', at(0));
		await renewedAmongSeveral(host, settingsOf('young'), '', at(31));
		expect(keptTokens(store.data).size).toBe(2);
		await renewedAmongSeveral(host, settingsOf('new'), '', at(33));
		expect([...keptTokens(store.data).keys()]).toEqual(
			['young', 'new'].map((one) => ownerOf(settingsOf(one))),
		);
	});

	it('a map that cannot be read is none, and one of another secret neither', () => {
		for (const issuedToken of ['{', '{}', '{"secret":"x","tokens":{}}', '{"secret":1}'])
			expect(keptTokens({ ...ENTERED, issuedToken }).size).toBe(0);
	});
});

it('a store that keeps nothing is told, and the token is used again in place of a new one', async () => {
	const platform = new Platform();
	const host = new Store(platform, false, true).host('credential-1');
	const { renewedAmongSeveral } = process();
	const instantly = { ...systemClock, sleep: async () => Promise.resolve() };
	for (let count = 0; count < 2; count++)
		await expect(renewedAmongSeveral(host, settingsOf('a'), '', instantly)).rejects.toMatchObject({
			kind: 'temporarily-unavailable',
			message: 'n8n does not store the access token of a in the credential.',
		});
	expect(platform.issued).toEqual(['a']);
});
