import { describe, expect, it } from '@jest/globals';

import { minuteRows } from '../../../nodes/MyTarget/report/getFast';
import { flattened } from '../../../nodes/MyTarget/report/metrics';
import { rateLimitRows } from '../../../nodes/MyTarget/rateLimit/getAll';
import { clientCredential, CREDENTIAL, Harness, NODE } from './harness';

const harness = Harness.ofFile({ myTarget: { campaigns: 130, banners: 60, adPlans: 12, offlineGoals: 9 } });

const editor = () => ({ credentials: { [CREDENTIAL]: harness.credential } });

describe('Rate Limit: Get Many', () => {
	const ROWS = [
		['v2', 'READ', 60, 1],
		['v2', 'CREATE', 60, 0],
		['v3', 'READ', 3600, 200],
		['v3', 'CREATE', 3600, 10],
		['all', 'READ', 3600, 200],
		['all', 'CREATE', 60, 1],
	].map(([version, action, window, limit]) => ({
		resource: 'REMARKETINGUSERSLIST',
		version,
		action,
		window,
		limit,
		remaining: limit,
	}));

	it('gives the numbers of the sample of the documentation as rows (traps 1 to 7)', async () => {
		const rows = await harness.rows({ resource: 'rateLimit', operation: 'getAll', returnAll: true });
		expect(rows).toEqual(ROWS);
	});

	it('takes a limit without a remainder', () => {
		const rows = rateLimitRows({ GOALS: { v2: { UPDATE: { limits: { 1: 2, 86400: 100 } } } } });
		expect(rows.map(({ action, window, remaining }) => [action, window, remaining])).toEqual([
			['UPDATE', 1, null],
			['UPDATE', 86_400, null],
		]);
	});
});

describe('the editor', () => {
	it.each([
		['searchCampaigns', () => harness.sandbox.myTarget.campaigns],
		['searchAdGroups', () => harness.sandbox.myTarget.adGroups],
		['searchAdPlans', () => harness.sandbox.myTarget.adPlans],
		['searchBanners', () => harness.sandbox.myTarget.banners],
		['searchParents', () => harness.sandbox.myTarget.adGroups],
		['searchLeadForms', () => harness.sandbox.myTarget.leadForms],
		['searchUserLists', () => harness.sandbox.myTarget.userLists],
		['searchOfflineConversions', () => harness.sandbox.myTarget.offlineGoals],
	])('%s pages through everything, and searches by name', async (method, objects) => {
		const seen: unknown[] = [];
		let paginationToken: string | undefined;
		do {
			const page = await harness.engine.listSearch('myTarget', method, { ...editor(), paginationToken });
			expect(page.results.length).toBeLessThanOrEqual(50);
			for (const { value } of page.results) seen.push(value);
			paginationToken = page.paginationToken;
		} while (paginationToken !== undefined);
		expect([...seen].sort()).toEqual(
			objects()
				.map(({ id }) => String(id))
				.sort(),
		);
		const { id, name } = objects()[7]! as unknown as { id: number; name: string };
		const found = await harness.engine.listSearch('myTarget', method, {
			...editor(),
			filter: name.toUpperCase(),
		});
		expect(found.results).toContainEqual({ name: `${name} (${id})`, value: String(id) });
	});

	it.each([
		['campaigns', () => harness.sandbox.myTarget.campaigns.map(({ id }) => id)],
		['ad_groups', () => harness.sandbox.myTarget.adGroups.map(({ id }) => id)],
		['ad_plans', () => harness.sandbox.myTarget.adPlans.map(({ id }) => id)],
		['banners', () => harness.sandbox.myTarget.banners.map(({ id }) => id)],
		['users', () => [harness.sandbox.myTarget.userId]],
		['auto', () => harness.sandbox.myTarget.adPlans.map(({ id }) => id)],
	])('lists the %s of a report', async (objectType, ids) => {
		const options = await harness.engine.loadOptions('myTarget', 'getObjects', {
			...editor(),
			parameters: { resource: 'report', operation: 'getDaily', objectScope: 'selected', objectType },
		});
		expect(options.map(({ value }) => value).sort()).toEqual(ids().map(String).sort());
	});

	it.each([
		['campaign', () => harness.sandbox.myTarget.adPlans],
		['ad_group', () => harness.sandbox.myTarget.adGroups],
		['ad', () => harness.sandbox.myTarget.banners],
	])(
		'lists what there is at the level %s of the table of all platforms',
		async (performanceLevel, objects) => {
			const options = await harness.engine.loadOptions('myTarget', 'getObjects', {
				...editor(),
				parameters: { resource: 'report', operation: 'getPerformance', performanceLevel },
			});
			expect(options.map(({ value }) => value).sort()).toEqual(
				objects()
					.map(({ id }) => String(id))
					.sort(),
			);
		},
	);

	it.each([
		['getCampaigns', () => harness.sandbox.myTarget.campaigns],
		['getAdGroups', () => harness.sandbox.myTarget.adGroups],
		['getAdPlans', () => harness.sandbox.myTarget.adPlans],
		['getBanners', () => harness.sandbox.myTarget.banners],
		['getLeadForms', () => harness.sandbox.myTarget.leadForms],
	])('%s lists what can be chosen', async (method, objects) => {
		const options = await harness.engine.loadOptions('myTarget', method, editor());
		const wanted = objects().map(({ id, name }) => ({ name: `${name} (${id})`, value: String(id) }));
		expect(options).toHaveLength(wanted.length);
		expect(options).toEqual(expect.arrayContaining(wanted));
	});

	it('a dropdown gets itself a token where there is none', async () => {
		const credentials = { [CREDENTIAL]: clientCredential(harness.sandbox) };
		const page = await harness.engine.listSearch('myTarget', 'searchCampaigns', { credentials });
		expect(page.results).toHaveLength(50);
		expect(harness.sandbox.myTarget.tokens.issued).toBe(1);
	});

	it('says in a dropdown what is wrong with the credential', async () => {
		const credentials = { [CREDENTIAL]: { ...harness.credential, accessToken: 'wrong' } };
		await expect(harness.engine.listSearch('myTarget', 'searchCampaigns', { credentials })).rejects.toThrow(
			'invalid_token',
		);
	});

	it('answers "Custom API Call" with the ways that there are', async () => {
		const run = await harness.run({ resource: '__CUSTOM_API_CALL__' });
		expect(run.nodeError(NODE)?.description).toContain('API Request');
	});
});

describe('simplified rows', () => {
	it('prefix every set but base, keep empty texts, and leave no object (trap 50)', () => {
		expect(
			flattened(
				{},
				{
					base: { shows: 1, spent: '2.50', vk: { goals: 3, cpa: '0.83' } },
					video: { viewed_range_rate: '' },
					custom_event: { custom_event_7: { alias: '0042', count: '5' } },
				},
			),
		).toEqual({
			shows: 1,
			spent: 2.5,
			vk_goals: 3,
			vk_cpa: 0.83,
			video_viewed_range_rate: '',
			custom_event_custom_event_7_alias: '0042',
			custom_event_custom_event_7_count: 5,
		});
	});

	it('never turns digits into another number', () => {
		expect(flattened({}, { base: null, uniques: null, events: { likes: 1 } })).toEqual({
			base: null,
			uniques: null,
			events_likes: 1,
		});
		const row = flattened({}, { base: { long: '9007199254740993', version: '1.2.3', minus: '-5' } });
		expect(row).toEqual({ long: '9007199254740993', version: '1.2.3', minus: -5 });
	});

	it('fast statistics of series of different lengths end at the same minute', () => {
		const rows = minuteRows({ id: 7 }, { timestamp: 1707998760, minutely: { clicks: [1, 2], shows: [9] } });
		expect(rows).toEqual([
			{ id: 7, minute: '2024-02-15 15:05:00', timestamp: 1707998700, clicks: 1, shows: null },
			{ id: 7, minute: '2024-02-15 15:06:00', timestamp: 1707998760, clicks: 2, shows: 9 },
		]);
	});
});
