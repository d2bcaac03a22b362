import { describe, expect, it } from '@jest/globals';

import { startSandbox } from '../../sandbox';
import { ofFile } from '../../support/of-file';
import { failureOf, jsonOf, NOW, runOnFakeClock } from './harness';

const sandbox = ofFile(async () =>
	startSandbox({ now: () => Date.parse(NOW), myTarget: { campaigns: 130, banners: 90, adPlans: 8 } }),
);

type Filters = Readonly<Record<string, unknown>>;
const run = async (resource: string, filters: Filters) =>
	runOnFakeClock(sandbox, { resource, operation: 'getAll', returnAll: true, filters } as never);
const idsOf = async (resource: string, filters: Filters) =>
	jsonOf((await run(resource, filters)).items).map(({ id }) => id);
const failure = async (filters: Filters) => (await failureOf(run('campaign', filters))) as Error;
const query = () => sandbox.requests[0]!.query;

describe('filters by name', () => {
	it.each([
		['campaign', () => sandbox.myTarget.campaigns],
		['adGroup', () => sandbox.myTarget.adGroups],
		['adPlan', () => sandbox.myTarget.adPlans],
		['banner', () => sandbox.myTarget.banners],
	] as const)('of a %s: Status and IDs', async (resource, all) => {
		const stopped = all().filter(({ status }) => status !== 'active');
		expect(await idsOf(resource, { status: ['blocked', 'deleted'] })).toEqual(stopped.map(({ id }) => id));
		expect(query()).toMatchObject({ _status__in: 'blocked,deleted' });
		sandbox.reset();
		const [one, two] = all().map(({ id }) => id);
		expect(await idsOf(resource, { ids: `${two}, ${one}` })).toEqual([one, two]);
	});

	it('one status is compared as such', async () => {
		await run('campaign', { status: 'active' });
		expect(query()).toMatchObject({ _status: 'active' });
		expect(query()).not.toHaveProperty('_status__in');
	});

	it.each(['campaign', 'adGroup'])('of a %s: Ad Plan IDs', async (resource) => {
		const plan = sandbox.myTarget.adPlans[2]!.id;
		const within = sandbox.myTarget.adGroups.filter(({ ad_plan_id: id }) => id === plan).map(({ id }) => id);
		expect(await idsOf(resource, { adPlanIds: [plan] })).toEqual(within);
	});

	it('of a banner: Ad Group IDs', async () => {
		const group = sandbox.myTarget.banners[0]!.ad_group_id;
		const within = sandbox.myTarget.banners.filter(({ ad_group_id: id }) => id === group).map(({ id }) => id);
		expect(await idsOf('banner', { adGroupIds: String(group) })).toEqual(within);
	});

	it.each([
		['campaign', '_last_updated__gte'],
		['banner', '_updated__gte'],
	])('of a %s: Updated After is %s, in Moscow time', async (resource, name) => {
		await run(resource, { updatedAfter: '2026-01-31T21:00:00Z' });
		expect(query()).toMatchObject({ [name]: '2026-02-01 00:00:00' });
	});

	it.each(['last_updated', '_last_updated'])(
		'another field is called as here or as in the query: %s',
		async (otherField) => {
			const value = '2026-01-01 00:00:00';
			await run('campaign', {
				conditions: { values: [{ field: 'other', otherField, lookup: 'gte', value }] },
			});
			expect(query()).toMatchObject({ _last_updated__gte: value });
		},
	);

	it('and conditions hold together', async () => {
		const conditions = { values: [{ field: 'other', otherField: 'id', lookup: 'in', value: '1,2' }] };
		expect(await idsOf('campaign', { status: ['active'], conditions })).toEqual([]);
		expect(query()).toMatchObject({ _status: 'active', _id__in: '1,2' });
	});

	it('ids without an answer are told', async () => {
		const { hints } = await run('campaign', { ids: [sandbox.myTarget.deadId] });
		expect(hints.join()).toContain(`No answer for 1 ID: ${sandbox.myTarget.deadId}`);
	});
});

describe('a value that is a list in JSON', () => {
	it.each([
		['[12345678901234567890]', '12345678901234567890'],
		['[1, "b", 12345678901234567890]', '1,b,12345678901234567890'],
		['[spring] sale', '[spring] sale'],
	])('goes out with all its digits: %s', async (value, sent) => {
		const values = [{ field: 'other', otherField: 'name', lookup: 'eq', value }];
		await run('campaign', { conditions: { values } }).catch(() => undefined);
		expect(query()).toMatchObject({ _name: sent });
	});
});

describe('filters that are refused before any request', () => {
	it.each<[string, Filters, RegExp]>([
		['an empty one', { ids: '' }, /^IDs in Filters is empty/],
		['no status', { status: [] }, /^Status in Filters is empty/],
		['no id', { adPlanIds: 'spring' }, /^Ad Plan IDs contains "spring", which is no ID/],
		['no date', { updatedAfter: 'today' }, /^Updated After is "today", which is no date/],
		[
			'the same twice',
			{ status: ['active'], conditions: { values: [{ field: 'status', lookup: 'eq', value: 'blocked' }] } },
			/^Filters compares "status" twice in the same way/,
		],
		[
			'another field without its name',
			{ conditions: { values: [{ field: 'other', lookup: 'eq', value: '1' }] } },
			/^Field of a filter condition is not the name of a field/,
		],
	])('%s', async (_name, filters, message) => {
		expect((await failure(filters)).message).toMatch(message);
		expect(sandbox.requests).toEqual([]);
	});
});
