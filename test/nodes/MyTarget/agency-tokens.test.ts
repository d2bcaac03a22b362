import { describe, expect, it } from '@jest/globals';

import { agency } from './agency-stage';
import { failing, NODE } from './harness';

const REFRESH_OR_ISSUE = /oauth2\/token/;

describe('one credential for all clients of an agency', () => {
	it('gives each item the account of its client, and keeps a token for each (trap 24)', async () => {
		const { myTarget, run, idsOf, idsOfClients, perClient, credential } = await agency();
		const clients = myTarget.agencyClientNames.slice(0, 5);
		for (let count = 0; count < 3; count++) {
			const done = await run([...clients, clients[1]!]);
			expect(done.error).toBeUndefined();
			expect(idsOf(done)).toEqual(idsOfClients(clients));
		}
		expect([...perClient()]).toEqual(clients.map((client) => [client, 1]));
		expect(myTarget.tokens.issued).toBe(5);
		const { tokens } = JSON.parse(String(credential().issuedToken)) as { tokens: Record<string, object> };
		expect(Object.values(tokens)).toEqual(
			myTarget.tokens.map(({ accessToken, refreshToken }) =>
				expect.objectContaining({ token: accessToken, refreshToken }),
			),
		);
		expect(credential()).toMatchObject({ refreshToken: '', tokenOwner: '' });
	});

	it('keeps that of the agency itself beside them, whichever is asked for first', async () => {
		const { myTarget, run, idsOf, idsOfClients, perClient } = await agency();
		const own = { resource: 'user', operation: 'get', userFields: ['id'] };
		const client = myTarget.agencyClientName;
		for (let count = 0; count < 2; count++) {
			expect((await run([client], own)).json(NODE)).toEqual([{ id: myTarget.userId }]);
			expect(idsOf(await run([client]))).toEqual(idsOfClients([client]));
			expect((await run([client], own)).json(NODE)).toEqual([{ id: myTarget.userId }]);
			myTarget.expireTokens();
		}
		expect([...perClient()]).toEqual([
			[myTarget.username, 1],
			[client, 1],
		]);
		expect(myTarget.tokens.issued).toBe(2);
	});

	it('264 clients, 500 executions, tokens expiring in between: one token each, and none lost (traps 24, 25)', async () => {
		const { myTarget, run, idsOf, idsOfClients, perClient } = await agency({
			...{ agencyClients: 320, clientCampaigns: 1, adPlans: 1, banners: 1, campaigns: 1 },
			rotateRefreshTokens: true,
		});
		const all = myTarget.agencyClientNames.slice(0, 264);
		expect(all).toHaveLength(264);
		for (let execution = 0; execution < 500; execution++) {
			// Each client comes twice, and the second time its token has expired in every third execution.
			const client = all[(execution * 5) % 264]!;
			const other = all[(execution * 7 + 1) % 264]!;
			if (execution % 3 === 0)
				for (const { owner, accessToken } of myTarget.tokens)
					if (owner === client || owner === other) myTarget.expireToken(accessToken);
			const done = await run([client, other]);
			expect(done.error).toBeUndefined();
			expect(idsOf(done)).toEqual(idsOfClients([...new Set([client, other])]));
		}
		expect(perClient().size).toBe(264);
		expect(Math.max(...perClient().values())).toBe(1);
		expect(myTarget.tokens.issued).toBe(264);
		expect(myTarget.tokens.overLimit).toBe(0);
		expect(myTarget.tokens.refreshed).toBeGreaterThan(50);
	}, 180_000);

	it('a changed secret drops all of them, and none is sent again', async () => {
		const { harness, myTarget, run, idsOf, idsOfClients, change, credential } = await agency();
		const clients = myTarget.agencyClientNames.slice(0, 3);
		await run(clients);
		const old = myTarget.tokens.map(({ accessToken }) => accessToken);
		myTarget.changeSecret('another-secret-of-it');
		change({ clientSecret: 'another-secret-of-it' });
		const before = harness.sandbox.requests.length;
		expect(idsOf(await run(clients.slice(1)))).toEqual(idsOfClients(clients.slice(1)));
		for (const { headers } of harness.sandbox.requests.slice(before))
			expect(old).not.toContain((headers.authorization ?? '').replace('Bearer ', ''));
		const kept = String(credential().issuedToken);
		for (const token of old) expect(kept).not.toContain(token);
	});

	it('another client ID never sends them either', async () => {
		const { harness, myTarget, run, change } = await agency();
		const [client] = myTarget.agencyClientNames as [string];
		await run([client]);
		change({ clientId: 'another-client' });
		const before = harness.sandbox.requests.length;
		expect((await run([client])).error).toMatchObject(failing('credential-invalid', 'invalid_client'));
		for (const { headers } of harness.sandbox.requests.slice(before))
			expect(headers.authorization).toBeUndefined();
	});

	it('a token that was deleted at the platform is replaced by one new one', async () => {
		const { myTarget, run, idsOf, idsOfClients } = await agency();
		const [client] = myTarget.agencyClientNames as [string];
		await run([client]);
		myTarget.forgetToken(myTarget.tokens[0]!.accessToken);
		expect(idsOf(await run([client]))).toEqual(idsOfClients([client]));
		expect(myTarget.tokens.issued).toBe(2);
	});
});

describe('a client that no token can be had for', () => {
	it('fails by itself, and the others give their rows', async () => {
		const { myTarget, harness, idsOfClients, credential } = await agency();
		const [client] = myTarget.agencyClientNames as [string];
		const parameters = {
			...{ resource: 'campaign', operation: 'getAll', returnAll: true, campaignFields: ['id'] },
			options: { agencyClient: '={{ $json.client }}' },
		};
		const input = ['nobody@agency_client', client].map((one) => ({ json: { client: one } }));
		const credentials = { myTargetApi: credential() };
		const done = await harness.run(parameters, { credentials, input }, { onError: 'continueRegularOutput' });
		const [failed, ...rows] = done.json(NODE);
		expect(failed!.error).toMatchObject({
			description: expect.stringContaining('Check the Agency Client Name, or Options > Agency Client'),
		});
		expect(rows.map(({ id }) => id)).toEqual(idsOfClients([client]));
	});

	it.each([
		['an expression that finds nothing', '={{ $json.nothing }}', /^Agency Client in Options is empty/],
		['nothing chosen', { __rl: true, mode: 'list', value: '' }, /^Agency Client in Options is empty/],
	])('%s is refused before any request: it would be the agency itself', async (_name, given, message) => {
		const { harness, run, myTarget } = await agency();
		const done = await run([myTarget.agencyClientName], {
			...{ resource: 'user', operation: 'get', options: { agencyClient: given } },
		});
		expect(done.error?.message).toMatch(message);
		expect(harness.sandbox.requests).toEqual([]);
	});

	it('a ready token cannot be had for anybody else', async () => {
		const { harness, myTarget } = await agency();
		const options = { agencyClient: myTarget.agencyClientName };
		const done = await harness.run({ resource: 'user', operation: 'get', options });
		expect(done.error?.message).toMatch(
			/^Agency Client is set, but the credential holds a ready Access Token/,
		);
		expect(harness.sandbox.requests).toEqual([]);
	});

	it('an outage of the token endpoint takes no token and changes nothing that is kept', async () => {
		const { harness, myTarget, run, credential, idsOf, idsOfClients } = await agency();
		const clients = myTarget.agencyClientNames.slice(0, 2);
		await run(clients);
		const { issuedToken } = credential();
		myTarget.expireTokens();
		harness.sandbox.faults.add({ path: REFRESH_OR_ISSUE, times: 1, fault: { kind: 'status', status: 503 } });
		expect((await run(clients)).error).toMatchObject(failing('temporarily-unavailable', '503'));
		expect(credential().issuedToken).toBe(issuedToken);
		expect(idsOf(await run(clients))).toEqual(idsOfClients(clients));
		expect([myTarget.tokens.issued, myTarget.tokens.refreshed]).toEqual([2, 2]);
	});
});
