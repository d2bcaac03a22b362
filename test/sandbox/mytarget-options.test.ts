import { describe, expect, it } from '@jest/globals';

import { withSandbox } from './client';
import { callMyTarget, myTargetAnswer, tokenOf, type Json } from './mytarget/client';

import type { Sandbox } from '.';
import type { MyTargetOptions } from './mytarget';

const CAMPAIGNS = '/api/v2/campaigns.json';
const NOW = Date.parse('2026-04-10T09:00:00Z');

function withOptions(myTarget: Partial<MyTargetOptions>, use: (sandbox: Sandbox) => Promise<void>) {
	return withSandbox(
		{ now: () => NOW, myTarget: { campaigns: 120, banners: 30, adPlans: 5, ...myTarget } },
		use,
	);
}

const lengthOf = async (sandbox: Sandbox, query: Record<string, string>) => {
	const answer = await myTargetAnswer(sandbox, CAMPAIGNS, { query });
	return (answer.items as unknown[]).length;
};

describe('what the sheet leaves open can be switched', () => {
	it('a limit over the highest one', async () => {
		await withOptions({ overLimit: 'clamped' }, async (sandbox) => {
			expect(await lengthOf(sandbox, { limit: '100' })).toBe(50);
		});
		await withOptions({ overLimit: 'honoured' }, async (sandbox) => {
			expect(await lengthOf(sandbox, { limit: '100' })).toBe(100);
		});
	});

	it('filters and fields', async () => {
		await withOptions({ undocumentedFilters: 'applied' }, async (sandbox) => {
			const [first] = sandbox.myTarget.campaigns;
			const query = { _id__not_in: String(first!.id), limit: '1' };
			expect(await myTargetAnswer(sandbox, CAMPAIGNS, { query })).toMatchObject({ count: 119 });
		});
		await withOptions({ undocumentedFilters: 'ignored', unknownFields: 'ignored' }, async (sandbox) => {
			const query = { _nonsense: '1', fields: 'id,nonsense', limit: '1' };
			const items = [{ id: sandbox.myTarget.campaigns[0]!.id }];
			expect(await myTargetAnswer(sandbox, CAMPAIGNS, { query })).toEqual({ count: 120, offset: 0, items });
		});
	});

	it('the types of an account', async () => {
		await withOptions({ ownerTypes: ['agency'] }, async (sandbox) => {
			const campaigns = await callMyTarget(sandbox, CAMPAIGNS);
			expect([campaigns.status, await campaigns.json()]).toEqual([
				403,
				{ error: { code: 'access_denied', required_permission: 'advert_access' } },
			]);
			const statistics = await callMyTarget(sandbox, '/api/v2/statistics/campaigns/summary.json');
			expect([statistics.status, await statistics.json()]).toEqual([
				403,
				{ error: { code: 'ACCESS_DENIED', message: 'access denied' } },
			]);
		});
		await withOptions({ ownerTypes: ['advert', 'manager'] }, async (sandbox) => {
			expect((await callMyTarget(sandbox, '/api/v2/agency/clients.json')).status).toBe(403);
			const { items } = await myTargetAnswer(sandbox, '/api/v3/manager/clients.json');
			expect((items as Json[])[0]).toHaveProperty('agency.id', sandbox.myTarget.userId);
		});
	});

	it('answers of the token endpoint', async () => {
		const options = { tokenAnswer: 'quickStart', rotateRefreshTokens: true, permanentTokens: true } as const;
		await withOptions(options, async (sandbox) => {
			const first = await tokenOf(sandbox, { grant_type: 'client_credentials' });
			expect(first).toMatchObject({ token_type: 'Bearer', scope: [], expires_in: 86_400, tokens_left: 4 });
			const refresh = { grant_type: 'refresh_token', refresh_token: String(first.refresh_token) };
			expect((await tokenOf(sandbox, refresh)).refresh_token).not.toBe(first.refresh_token);
			expect(await tokenOf(sandbox, refresh)).toMatchObject({ error: 'invalid_token' });
			const forever = await tokenOf(sandbox, { grant_type: 'client_credentials', permanent: 'true' });
			expect(forever).not.toHaveProperty('expires_in');
			expect(sandbox.myTarget.tokens[1]!.expiresAt).toBeNull();
		});
	});

	it('bodies of a 401', async () => {
		const error = { code: 'invalid_token', message: 'Unknown access token' };
		for (const [authErrorBody, body] of [
			['flat', error],
			['wrapped', { error }],
			['oauth', { error: error.code, error_description: error.message }],
		] as const) {
			await withOptions({ authErrorBody }, async (sandbox) => {
				expect(await myTargetAnswer(sandbox, CAMPAIGNS, { token: 'wrong' })).toEqual(body);
			});
		}
	});

	it('statistics', async () => {
		const options = {
			statisticsErrorPrefix: 'ERR_',
			statisticsWithoutId: 'all',
			quietDays: 'omitted',
			futureDates: 'accepted',
		} as const;
		await withOptions(options, async (sandbox) => {
			const ask = (query: Record<string, string>) =>
				myTargetAnswer(sandbox, '/api/v2/statistics/banners/day.json', { query });
			const days = { date_from: '2026-03-01', date_to: '2026-04-20' };
			const { items } = (await ask(days)) as { items: { rows: Json[] }[] };
			expect(items).toHaveLength(30);
			const shows = items.flatMap(({ rows }) => rows.map(({ base }) => (base as { shows: number }).shows));
			expect([shows.length > 500, shows.includes(0)]).toEqual([true, false]);
			expect(await ask({ ...days, id: String(sandbox.myTarget.deadId) })).toMatchObject({
				error: { code: 'ERR_WRONG_BANNERS' },
			});
		});
	});

	it('compression, and the seed', async () => {
		const names: string[] = [];
		for (const options of [{ gzip: true }, { gzip: false, seed: 2 }]) {
			await withOptions(options, async (sandbox) => {
				const response = await callMyTarget(sandbox, CAMPAIGNS, { headers: { 'accept-encoding': 'gzip' } });
				expect(response.headers.get('content-encoding')).toBe(options.gzip ? 'gzip' : null);
				names.push(sandbox.myTarget.campaigns[0]!.name);
			});
		}
		expect(names[0]).not.toBe(names[1]);
	});
});
