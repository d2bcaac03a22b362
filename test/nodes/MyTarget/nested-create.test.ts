import { describe, expect, it } from '@jest/globals';

import { startSandbox } from '../../sandbox';
import { ofFile } from '../../support/of-file';
import { failing, failureOf, jsonOf, NOW, runOnFakeClock } from './harness';

const sandbox = ofFile(async () =>
	startSandbox({ now: () => Date.parse(NOW), myTarget: { campaigns: 5, adPlans: 3, banners: 5 } }),
);

const packageId = () => Number(sandbox.myTarget.packages[0]!.id);
const banner = (name: string) => ({
	...{ name, urls: { primary: { id: 1 } }, content: { image_1080x1080: { id: 2 } } },
	textblocks: { title_25: { text: 'Весна' } },
});
const group = (name: string, banners: readonly object[]) => ({ name, package_id: packageId(), banners });
const sent = () => sandbox.requests.filter(({ method }) => method === 'POST');

const CREATE = {
	...{ resource: 'adPlan', operation: 'create' },
	additionalFields: { name: 'Весна', status: 'blocked', budgetLimitDay: 1500, dateStart: '2026-04-01' },
};
const create = async (body: unknown) =>
	jsonOf((await runOnFakeClock(sandbox, { ...CREATE, body: body as string })).items);

describe('an ad plan with its ad groups and their banners', () => {
	it.each([
		['as JSON text', (body: object): unknown => JSON.stringify(body)],
		['as what an expression gave', (body: object): unknown => body],
	])('is created by one request, %s, beside the usual fields', async (_form, given) => {
		const body = {
			objective: 'traffic',
			ad_groups: [group('Первая', [banner('А'), banner('Б')]), group('Вторая', [banner('В')])],
		};
		const { adGroups, banners } = sandbox.myTarget;
		const [row] = await create(given(body));
		const newGroups = sandbox.myTarget.adGroups.slice(adGroups.length);
		const newBanners = sandbox.myTarget.banners.slice(banners.length);
		expect(row).toEqual({ id: expect.any(Number), ad_groups: newGroups.map(({ id }) => ({ id })) });
		expect(sandbox.myTarget.adPlans.at(-1)).toMatchObject({
			...{ id: row!.id, name: 'Весна', status: 'blocked', budget_limit_day: 1500, date_start: '2026-04-01' },
		});
		expect(newGroups.map(({ name, ad_plan_id }) => [name, ad_plan_id])).toEqual([
			['Первая', row!.id],
			['Вторая', row!.id],
		]);
		const [first, second] = newGroups;
		expect(newBanners.map(({ name, ad_group_id }) => [name, ad_group_id])).toEqual([
			['А', first!.id],
			['Б', first!.id],
			['В', second!.id],
		]);
		expect(sent()).toHaveLength(1);
	});

	it('is all or nothing: one wrong banner, and nothing of it is there', async () => {
		const { adPlans, adGroups, banners } = sandbox.myTarget;
		const body = { ad_groups: [group('Первая', [banner('А')]), group('Вторая', [{ name: 'no link' }])] };
		expect(await failureOf(create(body))).toMatchObject(failing('request-invalid', 'ad_groups (bad_items'));
		expect([sandbox.myTarget.adPlans, sandbox.myTarget.adGroups, sandbox.myTarget.banners]).toEqual([
			...[adPlans, adGroups, banners],
		]);
	});

	it('whose answer got lost is there once, and the message says where to look', async () => {
		const before = sandbox.myTarget.adPlans.length;
		sandbox.faults.add({ path: /ad_plans\.json/, method: 'POST', fault: { kind: 'reset-after' } });
		const failed = await failureOf(create({ ad_groups: [group('Первая', [banner('А')])] }));
		expect((failed as Error).message).toMatch(
			/may have been done all the same\. Look with Ad Plan .*> Get Many/,
		);
		expect(sandbox.myTarget.adPlans).toHaveLength(before + 1);
		expect(sent()).toHaveLength(1);
	});
});

it('an ad group with its banners: their IDs come back with it', async () => {
	const body = JSON.stringify({ package_id: packageId(), banners: [banner('А'), banner('Б')] });
	const parameters = { resource: 'adGroup', operation: 'create', additionalFields: { name: 'Группа' }, body };
	const [row] = jsonOf((await runOnFakeClock(sandbox, parameters)).items);
	const added = sandbox.myTarget.banners.slice(-2).map(({ id }) => ({ id }));
	expect(row).toEqual({ id: sandbox.myTarget.adGroups.at(-1)!.id, banners: added });
});
