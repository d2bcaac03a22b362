import { beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';

import { accounts, platforms } from '../platforms';
import { allowed, APPLICATION, REVOKED, startOAuthServer } from '../support/oauth-server';
import { ofFile } from '../support/of-file';
import { startHost } from './support/host';
import { afterStart, nodeOf } from './support/workflow';

const created = z.object({ id: z.string() });
const shown = z.object({ data: z.record(z.string(), z.unknown()) });

const oauth = ofFile(startOAuthServer);
// n8n takes the addresses from the credential's type, whatever was stored; who runs n8n may overwrite them.
const host = ofFile(async () => {
	const { authUrl, accessTokenUrl } = oauth;
	const overwrites = Object.fromEntries(connectable.map(({ type }) => [type, { authUrl, accessTokenUrl }]));
	const environment = { CREDENTIALS_OVERWRITE_DATA: JSON.stringify(overwrites) };
	return startHost({ sandbox: accounts('quick'), environment });
});

const connectable = platforms.flatMap((platform) => {
	const { oAuth2CredentialType: type } = platform;
	return type === undefined ? [] : [{ title: platform.title, type, platform }];
});

describe.each(connectable)('$title: an account that n8n connects', ({ type, platform }) => {
	let id: string;
	const token = () => String(platform.credential(host.sandbox).accessToken);

	beforeEach(async () => {
		const { baseUrl } = platform.credential(host.sandbox);
		const data = { ...APPLICATION, baseUrl };
		id = created.parse(await host.rest.post('/credentials', { name: 'Mine', type, data })).id;
	});

	/** The button of the dialog, the consent page, and the way back to n8n. @returns the page that n8n shows at the end */
	async function connect(): Promise<string> {
		const asked = z.string().parse(await host.rest.get(`/oauth2-credential/auth?id=${id}`));
		const consent = await fetch(asked);
		expect(await consent.clone().text()).toMatch(/asks for: \w+:api</);
		const { pathname, search } = new URL(await allowed(consent));
		expect(pathname).toBe('/rest/oauth2-credential/callback');
		return await (await host.rest.raw('GET', pathname + search)).text();
	}

	function workflow(settings: object = {}, parameters: object = platform.steady(host.sandbox)) {
		const credentials = { [type]: { id, name: 'Mine' } };
		const node = nodeOf(platform, 'Rows', { authentication: 'oAuth2', ...parameters });
		return afterStart([{ ...node, credentials, ...settings }]);
	}

	const words = () => host.sandbox.requests.map(({ headers }) => headers.authorization);

	it('is connected by a click and gives rows, and the token is renewed when it is refused', async () => {
		oauth.give('token-of-last-year', token());
		expect(await connect()).toMatch(/success|connected/i);
		expect(oauth.exchanges).toEqual([
			expect.objectContaining({ grant_type: 'authorization_code', client_id: APPLICATION.clientId }),
		]);

		const first = (await host.run(workflow())).assertSuccess();
		expect(first.json('Rows').length).toBeGreaterThan(0);
		expect(words()[0]).toBe('OAuth token-of-last-year');
		expect(oauth.exchanges.map(({ grant_type }) => grant_type)).toEqual([
			'authorization_code',
			'refresh_token',
		]);

		// n8n has kept it: the next run begins with the new one.
		const before = words().length;
		(await host.run(workflow())).assertSuccess();
		expect(new Set(words().slice(before))).toEqual(new Set([`OAuth ${token()}`]));
		expect(oauth.exchanges).toHaveLength(2);
	});

	it('never shows its tokens to the editor', async () => {
		oauth.give(token());
		await connect();
		const { data } = shown.parse(await host.rest.get(`/credentials/${id}?includeData=true`));
		expect(data.clientId).toBe(APPLICATION.clientId);
		for (const secret of [token(), 'refresh-token-', APPLICATION.clientSecret])
			expect(JSON.stringify(data)).not.toContain(secret);
	});

	it('says what to do when the access was revoked, and works again after it was connected anew', async () => {
		oauth.give('token-of-last-year');
		await connect();
		oauth.fail(REVOKED);
		const run = await host.run(workflow());
		expect(run.status).toBe('error');
		expect(run.data.error).toMatchObject({
			message: expect.stringContaining('the access was revoked'),
			description: expect.stringContaining('connect the account again'),
		});
		oauth.reset();
		oauth.give(token());
		await connect();
		(await host.run(workflow())).assertSuccess();
	});

	it('says that it is not connected', async () => {
		const run = await host.run(workflow());
		expect(run.data.error?.message).toContain('not connected');
		expect(host.sandbox.requests).toEqual([]);
	});

	it('goes out as Bearer from the HTTP Request node, as the dialog says', async () => {
		oauth.give(token());
		await connect();
		const url = `${String(platform.credential(host.sandbox).baseUrl)}/anything`;
		const parameters = { url, authentication: 'predefinedCredentialType', nodeCredentialType: type };
		const settings = { type: 'n8n-nodes-base.httpRequest', typeVersion: 4.2 };
		await host.run(workflow({ ...settings, parameters }));
		expect(words()[0]).toBe(`Bearer ${token()}`);
	});
});
