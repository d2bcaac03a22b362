import { describe, expect, it } from '@jest/globals';

import { myTarget } from '../../../platforms/mytarget';
import { openTrigger } from '../../support/trigger';

const small = {
	myTarget: { campaigns: 12, adPlans: 4, banners: 20, budget: false as const },
};

const open = async (parameters: Record<string, unknown>) =>
	openTrigger(myTarget, parameters as never, { sandbox: small });

describe('Balance Below', () => {
	it('tells when it falls below, and again only after it was higher', async () => {
		const { trigger, sandbox } = await open({ event: 'balanceBelow', minimumBalance: 1000 });
		sandbox.myTarget.balance = '1000';
		expect(await trigger.activate()).toEqual([]);
		sandbox.myTarget.balance = '999.99';
		expect(await trigger.poll()).toEqual([
			{
				account_id: sandbox.myTarget.userId,
				account_name: sandbox.myTarget.username,
				balance: 999.99,
				currency: 'RUB',
				previous: { isBelow: false },
				current: { isBelow: true },
			},
		]);
		sandbox.myTarget.balance = '12';
		expect(await trigger.poll()).toEqual([]);
		sandbox.myTarget.balance = '5000';
		expect(await trigger.poll()).toEqual([]);
		sandbox.myTarget.balance = '12';
		expect(await trigger.poll()).toHaveLength(1);
	});

	it('watches each client of an agency', async () => {
		const { trigger, sandbox } = await open({
			event: 'balanceBelow',
			accountScope: 'clients',
			minimumBalance: 0.5,
		});
		await trigger.activate();
		const [name] = sandbox.myTarget.agencyClientNames;
		sandbox.myTarget.client(name!).balance = 0;
		expect(await trigger.poll()).toMatchObject([
			{ account_id: sandbox.myTarget.client(name!).userId, balance: 0 },
		]);
		expect(await trigger.poll()).toEqual([]);
	});

	it('has nothing to show where no balance is low, and says what to do', async () => {
		const { trigger } = await open({ event: 'balanceBelow', minimumBalance: 1 });
		await expect(trigger.test()).rejects.toMatchObject({
			description: expect.stringContaining('Minimum Balance'),
		});
		const { trigger: high } = await open({ event: 'balanceBelow', minimumBalance: 1_000_000 });
		expect(await high.test()).toMatchObject([
			{ balance: 15230.4, previous: null, current: { isBelow: true } },
		]);
	});
});

describe('Moderation Changed', () => {
	it('tells of a refused banner with the reasons of the platform', async () => {
		const { trigger, sandbox } = await open({ event: 'moderationChanged' });
		const { id } = sandbox.myTarget.banners[7]!;
		sandbox.myTarget.changeObject('banners', id, { moderation_status: 'pending', moderation_reasons: [] });
		await trigger.activate();
		const reasons = [{ code: 'bad_image', message: 'Изображение низкого качества' }];
		sandbox.myTarget.changeObject('banners', id, {
			moderation_status: 'banned',
			moderation_reasons: reasons,
		});
		expect(await trigger.poll()).toMatchObject([
			{
				id,
				moderation_reasons: reasons,
				previous: { moderation_status: 'pending' },
				current: { moderation_status: 'banned' },
			},
		]);
		expect(await trigger.poll()).toEqual([]);
	});

	it('does not tell of one that waits for moderation unless that is wanted', async () => {
		const { trigger, sandbox } = await open({ event: 'moderationChanged' });
		const { trigger: all } = await open({ event: 'moderationChanged', moderationResults: [] });
		const { id } = sandbox.myTarget.banners[0]!;
		sandbox.myTarget.changeObject('banners', id, { moderation_status: 'allowed' });
		await trigger.activate();
		sandbox.myTarget.changeObject('banners', id, { moderation_status: 'pending' });
		expect(await trigger.poll()).toEqual([]);
		sandbox.myTarget.changeObject('banners', id, { moderation_status: 'allowed' });
		expect(await trigger.poll()).toHaveLength(1);
		expect(await all.test()).toHaveLength(1);
	});

	it('asks for what was changed alone, and once an hour for everything', async () => {
		const { trigger, sandbox } = await openTrigger(
			myTarget,
			{ event: 'moderationChanged' },
			{ sandbox: small },
		);
		await trigger.activate();
		await trigger.poll();
		const asked = sandbox.requests.map(({ query }) => Object.hasOwn(query, '_updated__gte'));
		expect(asked).toEqual([false, true]);
	});
});

describe('Status Changed', () => {
	it.each([
		['ad_plans', 'ad_plans'],
		['ad_groups', 'ad_groups'],
		['banners', 'banners'],
		['auto', 'ad_plans'],
	] as const)('tells of %s that were stopped', async (watchedObjects, resource) => {
		const { trigger, sandbox } = await open({
			event: 'statusChanged',
			watchedObjects,
			newStatuses: ['blocked'],
		});
		const all = {
			ad_plans: sandbox.myTarget.adPlans,
			ad_groups: sandbox.myTarget.adGroups,
			banners: sandbox.myTarget.banners,
		};
		const object = all[resource][0]!.id;
		sandbox.myTarget.changeObject(resource, object, { status: 'active' });
		await trigger.activate();
		sandbox.myTarget.changeObject(resource, object, { status: 'blocked' });
		expect(await trigger.poll()).toMatchObject([
			{ id: object, status: 'blocked', previous: { status: 'active' }, current: { status: 'blocked' } },
		]);
		sandbox.myTarget.changeObject(resource, object, { status: 'active' });
		expect(await trigger.poll()).toEqual([]);
	});

	it('shows the newest object as a test', async () => {
		const { trigger, sandbox } = await open({ event: 'statusChanged', watchedObjects: 'ad_groups' });
		expect((await trigger.test()).map(({ id }) => id)).toEqual([sandbox.myTarget.adGroups.at(-1)!.id]);
		const banners = await open({ event: 'statusChanged', watchedObjects: 'banners' });
		expect((await banners.trigger.test()).map(({ id }) => id)).toEqual([
			banners.sandbox.myTarget.banners.at(-1)!.id,
		]);
	});
});

describe('Spend Above', () => {
	it('tells of each object once a day', async () => {
		const { trigger, sandbox } = await open({
			event: 'spendAbove',
			dailySpend: 1_000_000,
			objectType: 'banners',
			objectScope: 'all',
		});
		const [one, two] = sandbox.myTarget.banners;
		expect(await trigger.activate()).toEqual([]);
		sandbox.myTarget.spend(one!.id, 1_000_001);
		const [told, ...others] = await trigger.poll();
		expect(others).toEqual([]);
		expect(told).toMatchObject({ id: one!.id, name: one!.name });
		expect(told!.spent).toBeGreaterThan(1_000_000);
		sandbox.myTarget.spend(one!.id, 5);
		expect(await trigger.poll()).toEqual([]);
		sandbox.myTarget.spend(two!.id, 2_000_000);
		trigger.restart();
		expect((await trigger.poll()).map(({ id }) => id)).toEqual([two!.id]);
	});

	it('watches the account as a whole and campaigns by their banners', async () => {
		const { trigger, sandbox } = await open({
			event: 'spendAbove',
			dailySpend: 1_000_000,
			objectScope: 'all',
		});
		const account = await open({ event: 'spendAbove', dailySpend: 1_000_000, objectType: 'users' });
		await trigger.activate();
		await account.trigger.activate();
		const banner = sandbox.myTarget.banners.find(({ ad_group_id }) =>
			sandbox.myTarget.adGroups.some(({ id, ad_plan_id }) => id === ad_group_id && ad_plan_id !== null),
		)!;
		sandbox.myTarget.spend(banner.id, 1_500_000);
		account.sandbox.myTarget.spend(banner.id, 1_500_000);
		expect(await trigger.poll()).toHaveLength(1);
		expect(await account.trigger.poll()).toMatchObject([{ id: account.sandbox.myTarget.userId }]);
	});
});
