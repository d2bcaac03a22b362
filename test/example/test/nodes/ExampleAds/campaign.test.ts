import { describe, expect, it } from '@jest/globals';

import { byId } from '../../platforms/platform';
import { Harness, jsonOf, NODE, runOnFakeClock, TYPE } from './harness';

const LIST = { resource: 'campaign', operation: 'getAll', returnAll: true };

describe('Example Ads, Campaign', () => {
	const harness = Harness.ofFile();
	const account = () => harness.sandbox.exampleAds;
	const editor = () => ({ credentials: { [TYPE]: harness.credential } });

	it('Get Many gives all of them, in pages of 100', async () => {
		expect(await harness.rows(LIST)).toEqual(account().campaigns);
		expect(harness.sandbox.requests.map(({ query }) => query.offset)).toEqual(['0', '100', '200']);
	});

	it('Get Many asks for no more than its limit, and tells that there is more', async () => {
		const run = await harness.run({ ...LIST, returnAll: false, limit: 5, filters: { status: 'paused' } });
		const paused = account().campaigns.filter(({ status }) => status === 'paused');
		expect(run.json(NODE)).toEqual(paused.slice(0, 5));
		expect(harness.sandbox.requests.map(({ query }) => query)).toEqual([
			{ offset: '0', limit: '5', status: 'paused' },
		]);
		expect(run.hints(NODE).join(' ')).toContain('Stopped at the limit');
	});

	it('Get gives the campaign that was picked from the list', async () => {
		const { results } = await harness.engine.listSearch('exampleAds', 'searchCampaigns', {
			...editor(),
			filter: 'кампания 17',
		});
		expect(results).toContainEqual({ name: 'Кампания 17 (117)', value: '117' });
		const picked = { resource: 'campaign', operation: 'get', campaignId: byId(117) };
		expect(await harness.rows(picked)).toEqual([account().campaigns[16]]);
	});

	it('a missing campaign is told in the words of the platform', async () => {
		const run = await harness.run({ resource: 'campaign', operation: 'get', campaignId: byId(99) });
		expect(run.error?.message).toContain('Example Ads answered: no such campaign (404).');
	});

	it('waits as long as a 429 says, and then gives all of them', async () => {
		const fault = { kind: 'status', status: 429, retryAfter: '7', body: '{}' } as const;
		harness.sandbox.faults.add({ path: '/campaigns', skip: 1, times: 1, fault });
		const { items, clock } = await runOnFakeClock(harness.sandbox, LIST);
		expect(jsonOf(items)).toEqual(account().campaigns);
		expect(clock.sleeps).toEqual([7000]);
	});

	it('the credential test tells a good token from a wrong one', async () => {
		const test = async (accessToken: string) =>
			harness.engine.testCredential(TYPE, { ...harness.credential, accessToken });
		expect(await test(account().token)).toMatchObject({ status: 'OK' });
		const { status, message } = await test('wrong');
		expect(status).toBe('Error');
		expect(message).toMatch(
			/^Example Ads answered: this token is not known \(401\)\. Check the Access Token/,
		);
	});
});
