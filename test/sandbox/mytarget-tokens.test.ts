import { afterEach, describe, expect, it } from '@jest/globals';

import { type Json } from './client';
import { NOW, sandboxOfFile, withSandbox } from './opened';
import { askToken, callMyTarget, myTargetAnswer, tokenOf } from './mytarget/client';

const DAY = 86_400_000;
const CAMPAIGNS = '/api/v2/campaigns.json';

const SMALL = { campaigns: 30, banners: 20, adPlans: 5 };
const INVALID = { code: 'invalid_token', message: 'Unknown access token' };

let time = NOW;
const sandbox = sandboxOfFile({ now: () => time, myTarget: SMALL });

const OWN = { grant_type: 'client_credentials' };
const agency = (name = sandbox.myTarget.agencyClientName) => ({
	grant_type: 'agency_client_credentials',
	agency_client_name: name,
});
const status = async (token: unknown) => {
	const response = await callMyTarget(sandbox, CAMPAIGNS, { token: String(token) });
	return [response.status, response.status === 200 ? '' : ((await response.json()) as Json).code];
};

describe('a token', () => {
	afterEach(() => {
		time = NOW;
	});

	it('opens the account of its owner, or of a client of the agency', async () => {
		const own = await tokenOf(sandbox, OWN);
		expect(own).toMatchObject({ token_type: 'bearer', expires_in: '86400', scope: expect.any(String) });
		const clients = await tokenOf(sandbox, agency());
		const ask = async (token: unknown) => {
			const response = await callMyTarget(sandbox, CAMPAIGNS, {
				token: String(token),
				query: { limit: '50' },
			});
			return (await response.json()) as { count: number; items: Json[] };
		};
		const mine = await ask(own.access_token);
		expect([mine.count, mine.items]).toEqual([30, sandbox.myTarget.listed('campaigns')]);
		const theirs = await ask(clients.access_token);
		const view = sandbox.myTarget.client(sandbox.myTarget.agencyClientName);
		expect([theirs.count, theirs.items]).toEqual([12, view.listed('campaigns')]);
		const closed = await callMyTarget(sandbox, '/api/v2/agency/clients.json', {
			token: String(clients.access_token),
		});
		expect([closed.status, await closed.json()]).toEqual([
			403,
			{ error: { code: 'access_denied', required_permission: 'agency_access' } },
		]);
		expect(sandbox.myTarget.tokens.map(({ owner }) => owner)).toEqual([
			sandbox.myTarget.username,
			sandbox.myTarget.agencyClientName,
		]);
	});

	it('is refused as the sixth of one user, expired ones counted', async () => {
		for (let count = 0; count < 5; count++) await tokenOf(sandbox, OWN);
		time += 2 * DAY;
		const sixth = await askToken(sandbox, OWN);
		expect([sixth.status, await sixth.json()]).toEqual([
			403,
			{ error: 'token_limit_exceeded', error_description: expect.stringContaining('limit reached') },
		]);
		expect((await askToken(sandbox, agency())).status).toBe(200);
		expect(sandbox.myTarget.tokens.map(({ state }) => state)).toEqual([
			...Array.from({ length: 5 }, () => 'expired'),
			'valid',
		]);
		expect(sandbox.myTarget.tokens).toMatchObject({ issued: 6, overLimit: 1 });
	});

	it('expires, is refreshed within its slot, and dies by that', async () => {
		const { access_token: first, refresh_token } = await tokenOf(sandbox, OWN);
		time += DAY;
		expect(await status(first)).toEqual([401, 'expired_token']);
		const second = await tokenOf(sandbox, {
			grant_type: 'refresh_token',
			refresh_token: String(refresh_token),
		});
		expect(second.refresh_token).toBe(refresh_token);
		expect([await status(first), await status(second.access_token)]).toEqual([
			[401, 'invalid_token'],
			[200, ''],
		]);
		expect(sandbox.myTarget.tokens).toMatchObject({ length: 1, issued: 1, refreshed: 1 });
	});

	it('is forgotten after a month without activity', async () => {
		const { access_token } = await tokenOf(sandbox, OWN);
		time += 31 * DAY;
		expect(await status(access_token)).toEqual([401, 'invalid_token']);
		expect(sandbox.myTarget.tokens).toHaveLength(0);
	});

	it('expires in the middle of a run', async () => {
		const { access_token } = await tokenOf(sandbox, OWN);
		sandbox.faults.add({ path: CAMPAIGNS, skip: 1, times: 1, fault: { kind: 'expire-token' } });
		const seen = [];
		for (let request = 0; request < 3; request++) seen.push(await status(access_token));
		expect(seen).toEqual([
			[200, ''],
			[401, 'expired_token'],
			[401, 'expired_token'],
		]);
	});

	it.each([
		['flat', INVALID],
		['wrapped', { error: INVALID }],
		['oauth', { error: INVALID.code, error_description: INVALID.message }],
	] as const)('that is wrong is refused, in the form %s', async (authErrorBody, body) => {
		await withSandbox({ myTarget: { ...SMALL, authErrorBody } }, async (other) => {
			expect(await myTargetAnswer(other, CAMPAIGNS, { token: 'wrong' })).toEqual(body);
		});
	});

	it('that is ready takes no slot, and can be expired', async () => {
		expect(sandbox.myTarget.tokens).toHaveLength(0);
		expect(await status(sandbox.myTarget.accessToken)).toEqual([200, '']);
		sandbox.myTarget.expireToken(sandbox.myTarget.accessToken);
		const refused = await callMyTarget(sandbox, CAMPAIGNS);
		expect(refused.headers.get('www-authenticate')).toContain('error="expired_token"');
	});
});

describe('the token endpoint', () => {
	it.each<[number, string, () => Record<string, string>]>([
		[401, 'invalid_client', () => ({ ...OWN, client_secret: 'wrong' })],
		[401, 'invalid_client', () => ({ ...OWN, client_id: 'wrong' })],
		[401, 'invalid_token', () => ({ grant_type: 'refresh_token', refresh_token: 'unknown' })],
		[401, 'invalid_user', () => agency(clientWith('active', 'blocked'))],
		[401, 'revoked_token', () => agency(clientWith('deleted', 'active'))],
		[400, 'unsupported_grant_type', () => ({ grant_type: 'password' })],
		[400, 'invalid_request', () => agency('nobody@agency_client')],
		[400, 'invalid_request', () => ({ grant_type: 'agency_client_credentials' })],
		[400, 'invalid_request', () => agency(sandbox.myTarget.username)],
		[400, 'invalid_request', () => ({ ...OWN, permanent: 'true' })],
	])('answers %i %s', async (expected, error, form) => {
		const response = await askToken(sandbox, form());
		expect([response.status, await response.json()]).toEqual([
			expected,
			{ error, error_description: expect.any(String) },
		]);
		expect(sandbox.myTarget.tokens.issued).toBe(0);
	});

	it('answers in the form of the quick start too, and may rotate refresh tokens', async () => {
		const options = { tokenAnswer: 'quickStart', rotateRefreshTokens: true } as const;
		await withSandbox({ myTarget: { ...SMALL, ...options } }, async (other) => {
			const first = await tokenOf(other, OWN);
			expect(first).toMatchObject({ token_type: 'Bearer', scope: [], expires_in: 86_400, tokens_left: 4 });
			const refresh = { grant_type: 'refresh_token', refresh_token: String(first.refresh_token) };
			expect((await tokenOf(other, refresh)).refresh_token).not.toBe(first.refresh_token);
			expect(await tokenOf(other, refresh)).toMatchObject({ error: 'invalid_token' });
		});
	});

	it('wants a form, by POST', async () => {
		const path = '/api/v2/oauth2/token.json';
		expect((await callMyTarget(sandbox, path, { body: OWN })).status).toBe(400);
		expect((await callMyTarget(sandbox, path)).status).toBe(405);
	});

	function clientWith(relation: string, user: string): string {
		return sandbox.myTarget.clients.find((item) => item.status === relation && item.user.status === user)!
			.user.username;
	}
});
