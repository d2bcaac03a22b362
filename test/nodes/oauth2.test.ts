import { describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { startEngine, type WorkflowJson } from '../engine';
import { accounts, platforms } from '../platforms';
import { startSandbox } from '../sandbox';
import { builtPackage } from '../setup/built-package';
import { APPLICATION, REVOKED, startOAuthServer } from '../support/oauth-server';
import { ofFile, shortWaitsInThisFile } from '../support/of-file';
import { tracesOf } from '../support/traces';

shortWaitsInThisFile();

const engine = ofFile(async () => startEngine());
const sandbox = ofFile(async () => startSandbox(accounts('quick')));
const oauth = ofFile(startOAuthServer);

const connectable = platforms.flatMap((platform) => {
	const { oAuth2CredentialType: type } = platform;
	return type === undefined ? [] : [{ title: platform.title, type, platform }];
});

it('the platforms whose accounts n8n can connect are two', () => {
	expect(connectable).toHaveLength(2);
});

describe.each(connectable)('$title, connected by OAuth2', ({ type, platform }) => {
	const { title } = platform;
	const token = () => String(platform.credential(sandbox).accessToken);
	const credential = (access_token?: string, more: object = {}) => ({
		...APPLICATION,
		baseUrl: platform.credential(sandbox).baseUrl,
		accessTokenUrl: oauth.accessTokenUrl,
		...(access_token === undefined
			? {}
			: { oauthTokenData: { access_token, refresh_token: 'refresh-token-0', token_type: 'bearer' } }),
		...more,
	});
	const workflow = (parameters: INodeParameters): WorkflowJson => ({
		nodes: [
			{
				name: title,
				type: platform.type,
				parameters: { authentication: 'oAuth2', ...parameters },
				credentials: { [type]: { id: 'connected-1', name: 'Connected' } },
			},
		],
	});
	const run = async (data: IDataObject, json = workflow(platform.steady(sandbox))) =>
		engine.run(json, { credentialsById: { 'connected-1': data } });
	const words = () => sandbox.requests.map(({ headers }) => headers.authorization);

	it('the token goes out with the word OAuth, and no other one is tried', async () => {
		const { status, credentialData } = await run(credential(token()));
		expect(status).toBe('success');
		expect(new Set(words())).toEqual(new Set([`OAuth ${token()}`]));
		expect(oauth.exchanges).toEqual([]);
		expect(credentialData['connected-1']).toMatchObject({ oauthTokenData: { access_token: token() } });
	});

	it('the rows are those that the token gives', async () => {
		const parameters = platform.steady(sandbox);
		const connected = await run(credential(token()));
		const byToken = await engine.run(
			{
				nodes: [
					{
						name: title,
						type: platform.type,
						parameters,
						credentials: { [platform.credentialType]: { id: 't', name: 't' } },
					},
				],
			},
			{ credentials: { [platform.credentialType]: platform.credential(sandbox) } },
		);
		expect(byToken.json(title).length).toBeGreaterThan(0);
		expect(connected.json(title)).toEqual(byToken.json(title));
	});

	it('a refused token is renewed once, kept by n8n, and the request sent again', async () => {
		oauth.give(token());
		const { status, credentialData } = await run(credential('token-of-last-year'));
		expect(status).toBe('success');
		expect(oauth.exchanges).toEqual([
			expect.objectContaining({ grant_type: 'refresh_token', refresh_token: 'refresh-token-0' }),
		]);
		expect(words().slice(0, 2)).toEqual(['OAuth token-of-last-year', `OAuth ${token()}`]);
		expect(words().filter((word) => word === 'OAuth token-of-last-year')).toHaveLength(1);
		expect(credentialData['connected-1']).toMatchObject({
			oauthTokenData: { access_token: token(), refresh_token: 'refresh-token-1' },
		});
	});

	it('a token that Yandex leaves as it is gets its second try, and no third', async () => {
		oauth.give('still-refused');
		const { error } = await run(credential('still-refused'));
		expect(words()).toEqual(['OAuth still-refused', 'OAuth still-refused']);
		expect(oauth.exchanges).toHaveLength(1);
		expect(error).toMatchObject({ description: expect.stringContaining('connect the account again') });
	});

	it('a connection that was revoked says so, and what to do', async () => {
		oauth.fail(REVOKED);
		const result = await run(credential('token-of-last-year'));
		expect(result.error).toMatchObject({
			message: expect.stringMatching(/refused the access token.*revoked/),
			description: expect.stringContaining('connect the account again'),
			context: expect.objectContaining({ kind: 'credential-invalid' }),
		});
		const { messages, hints, items, logs } = await tracesOf(result);
		const shown = [messages, hints, items, logs].flat().join('\n');
		for (const secret of ['token-of-last-year', 'refresh-token', APPLICATION.clientSecret])
			expect(shown).not.toContain(secret);
	});

	it('an outage where tokens are given is no fault of the connection', async () => {
		oauth.fail({ status: 503, body: 'down' });
		const { error } = await run(credential('token-of-last-year'));
		expect(error).toMatchObject({ context: expect.objectContaining({ kind: 'temporarily-unavailable' }) });
	});

	it('a credential that nobody has connected is refused before any request', async () => {
		const { error } = await run(credential());
		expect(error).toMatchObject({
			message: expect.stringContaining('not connected'),
			description: expect.stringContaining('button that connects'),
		});
		expect(sandbox.requests).toEqual([]);
	});

	it('pickers and lists use it, and renew it too', async () => {
		oauth.give(token());
		const { methods } = builtPackage().nodes.find(({ description: { name } }) =>
			platform.type.endsWith(`.${name}`),
		)!;
		const [picker = ''] = Object.keys(methods!.listSearch!);
		const found = await engine.listSearch(platform.type, picker, {
			parameters: { authentication: 'oAuth2' },
			credentials: { [type]: credential('token-of-last-year') },
		});
		expect(found.results.length).toBeGreaterThan(0);
		expect(words()[0]).toBe('OAuth token-of-last-year');
	});

	it('domains that the credential is restricted to bind it', async () => {
		const restricted = { allowedHttpRequestDomains: 'domains', allowedDomains: 'yandex.ru' };
		const { error } = await run(credential(token(), restricted));
		expect(error?.message).toContain('Allowed Domains');
		expect(sandbox.requests).toEqual([]);
	});
});

describe('the dialog of such a credential', () => {
	const { credentials } = builtPackage();

	it.each(connectable)('$title: asks for what the user has, and tells what n8n lacks', ({ type }) => {
		const { properties, extends: parents } = credentials.find(({ name }) => name === type)!;
		expect(parents).toEqual(['oAuth2Api']);
		const shown = properties.filter((property) => property.type !== 'hidden');
		expect(shown.map(({ name }) => name)).toEqual(['notice', 'baseUrl']);
		expect(shown[0]!.displayName).toMatch(/no Test.*HTTP Request node would send the token as Bearer/);
		const { scope } = Object.fromEntries(properties.map(({ name, default: value }) => [name, value]));
		expect(shown[0]!.displayName).toContain(String(scope));
	});
});

it('two runs that are refused together share a renewal', async () => {
	const { platform, type } = connectable[0]!;
	const { baseUrl, accessToken } = platform.credential(sandbox);
	oauth.give(String(accessToken));
	const data = {
		...APPLICATION,
		baseUrl,
		accessTokenUrl: oauth.accessTokenUrl,
		oauthTokenData: { access_token: 'old', refresh_token: 'refresh-token-0', token_type: 'bearer' },
	};
	const one = (name: string) =>
		engine.run(
			{
				nodes: [
					{
						name,
						type: platform.type,
						parameters: { authentication: 'oAuth2', ...platform.steady(sandbox) },
						credentials: { [type]: { id: 'shared-1', name: 'Shared' } },
					},
				],
			},
			{ credentialsById: { 'shared-1': data } },
		);
	const runs = await Promise.all([one('One'), one('Other')]);
	expect(runs.map(({ status }) => status)).toEqual(['success', 'success']);
	expect(oauth.exchanges).toHaveLength(1);
});
