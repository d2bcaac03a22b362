import { describe, expect, it } from '@jest/globals';

import type { CredentialData } from '../../engine';
import { askToken } from '../../sandbox/mytarget/client';
import { failing, clientCredential, CREDENTIAL, Harness, NODE } from './harness';
import { CAMPAIGNS, tokenStage } from './token-stage';

const LIST = '/api/v2/campaigns.json';

const { harness, tokens, ids, runWith, usedCredential } = tokenStage();

describe('client credentials', () => {
	it('ten runs issue one token, which n8n keeps in the credential (traps 21, 24)', async () => {
		let credential: CredentialData = clientCredential(harness().sandbox);
		for (let count = 0; count < 10; count++) {
			const { run, stored } = await runWith(credential);
			expect(run.error).toBeUndefined();
			expect(run.json(NODE).map(({ id }) => id)).toEqual(ids());
			credential = stored;
		}
		expect(tokens().issued).toBe(1);
		expect(tokens().refreshed).toBe(0);
		expect(credential).toMatchObject({
			issuedToken: tokens()[0]!.accessToken,
			refreshToken: tokens()[0]!.refreshToken,
			tokenExpiresAt: expect.stringMatching(/^20\d\d-/),
			tokenOwner: expect.stringMatching(/^[0-9a-f]{32}$/),
		});
	});

	it('two nodes of a workflow share one token', async () => {
		const node = (name: string) => ({
			name,
			type: 'n8n-nodes-ru-ads.myTarget',
			parameters: CAMPAIGNS,
			credentials: { [CREDENTIAL]: { id: 'shared', name: 'shared' } },
		});
		const { credentialData } = await harness().runWorkflow(
			{
				nodes: [{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' }, node('One'), node('Two')],
				connections: {
					Start: { main: [['One', 'Two'].map((name) => ({ node: name, type: 'main' as const, index: 0 }))] },
				},
			},
			{ credentials: { [CREDENTIAL]: clientCredential(harness().sandbox) } },
		);
		expect(tokens().issued).toBe(1);
		expect(credentialData[CREDENTIAL]!.issuedToken).toBe(tokens()[0]!.accessToken);
	});

	it('each agency client has a token of its own, and never meets that of another one', async () => {
		const [first, second] = harness().sandbox.myTarget.agencyClientNames as [string, string];
		const agency = { ...clientCredential(harness().sandbox), authentication: 'agencyClientCredentials' };
		const campaignsOf = (name: string) =>
			harness()
				.sandbox.myTarget.client(name)
				.campaigns.map(({ id }) => id);
		const one = await runWith({ ...agency, agencyClientName: first });
		expect(one.run.json(NODE).map(({ id }) => id)).toEqual(campaignsOf(first));
		expect(tokens().map(({ owner }) => owner)).toEqual([first]);
		const before = harness().sandbox.requests.length;
		const { run } = await runWith({ ...one.stored, agencyClientName: second });
		expect(run.json(NODE).map(({ id }) => id)).toEqual(campaignsOf(second));
		for (const { headers } of harness().sandbox.requests.slice(before))
			expect(headers.authorization ?? '').not.toContain(one.stored.issuedToken);
	});

	it('a changed client ID never sends the old token', async () => {
		const stored = await usedCredential();
		const before = harness().sandbox.requests.length;
		const { run } = await runWith({ ...stored, clientId: 'another-client' });
		expect(run.error).toMatchObject(failing('credential-invalid', 'invalid_client'));
		expect(harness().sandbox.requests.length).toBeGreaterThan(before);
		for (const { headers } of harness().sandbox.requests.slice(before))
			expect(headers.authorization ?? '').not.toContain(stored.issuedToken);
		expect(tokens().issued).toBe(1);
	});

	it('a ready token that replaces them is used, and nothing is issued', async () => {
		const stored = await usedCredential();
		const { accessToken } = harness().sandbox.myTarget;
		const before = harness().sandbox.requests.length;
		const { run } = await runWith({ ...stored, authentication: 'accessToken', accessToken });
		expect(run.error).toBeUndefined();
		for (const { headers } of harness().sandbox.requests.slice(before))
			expect(headers.authorization).toBe(`Bearer ${accessToken}`);
		expect(tokens().issued).toBe(1);
	});
});

describe('a token that is no good any more', () => {
	it('expires in the middle of a run: one refresh, each row once', async () => {
		const stored = await usedCredential();
		harness().sandbox.faults.add({ path: LIST, skip: 1, times: 1, fault: { kind: 'expire-token' } });
		const { run, stored: after } = await runWith(stored);
		expect(run.json(NODE).map(({ id }) => id)).toEqual(ids());
		expect([tokens().issued, tokens().refreshed]).toEqual([1, 1]);
		expect(after.issuedToken).toBe(tokens()[0]!.accessToken);
		expect(after.issuedToken).not.toBe(stored.issuedToken);
	});

	it('refresh tokens that rotate are kept (trap 25)', async () => {
		const own = await Harness.open({ myTarget: { campaigns: 10, rotateRefreshTokens: true } });
		let credential: CredentialData = clientCredential(own.sandbox);
		for (let count = 0; count < 4; count++) {
			const run = await own.run(CAMPAIGNS, { credentials: { [CREDENTIAL]: credential } });
			expect(run.error).toBeUndefined();
			credential = run.credentialData[CREDENTIAL] as CredentialData;
			own.sandbox.myTarget.expireToken(credential.issuedToken as string);
		}
		expect([own.sandbox.myTarget.tokens.issued, own.sandbox.myTarget.tokens.refreshed]).toEqual([1, 3]);
	});

	it('has been deleted: one new one', async () => {
		const stored = await usedCredential();
		harness().sandbox.myTarget.forgetToken(stored.issuedToken as string);
		const { run } = await runWith(stored);
		expect(run.json(NODE).map(({ id }) => id)).toEqual(ids());
		expect(tokens().issued).toBe(2);
	});

	it('was entered by the user: nothing is renewed, and the message says where to look', async () => {
		const { baseUrl } = harness().sandbox.myTarget;
		const { run } = await runWith({
			...{ platform: 'other', baseUrl },
			authentication: 'accessToken',
			accessToken: 'not-a-token',
		});
		expect(run.error).toMatchObject(failing('credential-invalid', 'invalid_token', 'Platform'));
		expect(harness().sandbox.requests).toHaveLength(1);
		expect(tokens().issued).toBe(0);
	});

	it('five tokens are gone: the message tells the way out', async () => {
		// By other programs: our own nodes would share one.
		for (let count = 0; count < 5; count++)
			await askToken(harness().sandbox, { grant_type: 'client_credentials' });
		expect(tokens().issued).toBe(5);
		const { run } = await runWith(clientCredential(harness().sandbox));
		expect(run.error).toMatchObject({ context: { kind: 'credential-invalid' } });
		expect(run.error!.message).toContain('token_limit_exceeded');
		expect(run.error!.message).toContain('support_target@corp.my.com');
		expect(run.error).toMatchObject({
			description: expect.stringContaining('Authentication > Access Token'),
		});
		expect(tokens().overLimit).toBe(1);
	});

	it('a wrong secret: what happened, and once what to check', async () => {
		const { run } = await runWith({ ...clientCredential(harness().sandbox), clientSecret: 'wrong' });
		expect(run.error).toMatchObject({
			message: expect.stringMatching(/Invalid client id or secret provided \(invalid_client, 401\)\.$/),
			description: 'Check the Client ID, the Client Secret and that the Platform is the one they belong to.',
		});
	});
});

describe('Test of a credential', () => {
	it('ten presses on a saved one issue none', async () => {
		let credential = await usedCredential();
		for (let count = 0; count < 10; count++) {
			const result = await harness().engine.testCredential(CREDENTIAL, credential);
			expect(result).toMatchObject({ status: 'OK' });
			credential = result.credentialData;
		}
		expect(tokens().issued).toBe(1);
		expect(tokens().refreshed).toBe(0);
	});

	it('stores the first token, so that the first run needs none', async () => {
		const result = await harness().engine.testCredential(CREDENTIAL, clientCredential(harness().sandbox));
		expect(result.status).toBe('OK');
		expect(result.credentialData.issuedToken).toBe(tokens()[0]!.accessToken);
		await runWith(result.credentialData);
		expect(tokens().issued).toBe(1);
	});

	it.each<[string, object, RegExp]>([
		['a wrong secret', { clientSecret: 'wrong' }, /invalid_client/],
		[
			'a wrong token',
			{ authentication: 'accessToken', accessToken: 'wrong' },
			/does not accept the access token/,
		],
		['an unreachable host', { baseUrl: 'http://127.0.0.1:1' }, /could not be reached/],
		[
			'an unreachable host with a token',
			{ baseUrl: 'http://127.0.0.1:1', authentication: 'accessToken', accessToken: 'wrong' },
			/ECONNREFUSED/,
		],
	])('tells %s', async (_name, wrong, message) => {
		const credential = { ...clientCredential(harness().sandbox), ...wrong };
		const result = await harness().engine.testCredential(CREDENTIAL, credential);
		expect(result.status).toBe('Error');
		expect(result.message).toMatch(message);
		expect(JSON.stringify(result)).not.toContain(`"message":"${harness().sandbox.myTarget.clientSecret}`);
	});
});
