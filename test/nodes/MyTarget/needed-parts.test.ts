import { describe, expect, it } from '@jest/globals';

import { startSandbox } from '../../sandbox';
import { ofFile } from '../../support/of-file';
import { failing, failureOf, jsonOf, NOW, runOnFakeClock } from './harness';

const sandbox = ofFile(async () =>
	startSandbox({ now: () => Date.parse(NOW), myTarget: { campaigns: 5, banners: 5 } }),
);
const rowsOf = async (parameters: object) => jsonOf((await runOnFakeClock(sandbox, { ...parameters })).items);

const GROUP = { name: 'New group', package_id: 3127 };
const PLAN = { resource: 'adPlan', operation: 'create', additionalFields: { name: 'Весна' } };

describe('a new object that lacks what belongs to it', () => {
	it.each<[string, object, RegExp, RegExp]>([
		[
			'an ad plan without ad groups',
			PLAN,
			/^Body \(JSON\) has no ad_groups, and an ad plan needs it/,
			/"ad_groups": \[\{/,
		],
		[
			'with an empty list of them',
			{ ...PLAN, body: { ad_groups: [] } },
			/has no ad_groups/,
			/Package > Get Many/,
		],
		[
			'with one that stands alone',
			{ ...PLAN, body: { ad_groups: GROUP } },
			/ad_groups in Body \(JSON\) is no list/,
			/\[\{/,
		],
		[
			'with one that has no package',
			{ ...PLAN, body: { ad_groups: [GROUP, { name: 'x' }] } },
			/^Ad group 2 of ad_groups in Body \(JSON\) has no package_id/,
			/Package > Get Many/,
		],
		[
			'with one that is no object',
			{ ...PLAN, body: { ad_groups: ['x'] } },
			/^Ad group 1 .* has no name/,
			/"name"/,
		],
		[
			'with one that is nothing',
			{ ...PLAN, body: { ad_groups: [null] } },
			/^Ad group 1 .* has no name/,
			/"name"/,
		],
		[
			'an ad plan without a name',
			{ ...PLAN, additionalFields: {}, body: { ad_groups: [GROUP] } },
			/^Additional Fields has no Name, and an ad plan needs one/,
			/Choose Name in Additional Fields/,
		],
		[
			'an ad group without a package',
			{ ...PLAN, resource: 'adGroup', body: { ad_plan_id: 1 } },
			/^Body \(JSON\) has no package_id, and an ad group needs it/,
			/Package > Get Many/,
		],
	])(
		'%s is refused before any request, with the field and the way out',
		async (_name, parameters, words, advice) => {
			const failure = await failureOf(rowsOf(parameters));
			expect(failure).toMatchObject({
				message: expect.stringMatching(words),
				description: expect.stringMatching(advice),
			});
			expect(sandbox.requests).toEqual([]);
		},
	);

	it('is created when all is there', async () => {
		const group = { ...GROUP, package_id: Number(sandbox.myTarget.packages[0]!.id) };
		const [plan] = await rowsOf({ ...PLAN, body: { ad_groups: [group] } });
		expect(plan).toEqual({ id: expect.any(Number), ad_groups: [{ id: expect.any(Number) }] });
		const body = JSON.stringify({ ...group, ad_plan_id: plan!.id, name: undefined });
		expect(await rowsOf({ ...PLAN, resource: 'adGroup', body })).toHaveLength(1);
	});
});

it('Update of an ad group refuses banners, which only a new one takes', async () => {
	const { id } = sandbox.myTarget.adGroups.find(({ status }) => status === 'active')!;
	const change = (resource: string, body: object) =>
		rowsOf({
			resource,
			operation: 'update',
			[`${resource}Id`]: { __rl: true, mode: 'id', value: String(id) },
			body,
		});
	expect(await failureOf(change('adGroup', { banners: [{}] }))).toMatchObject({
		message: expect.stringMatching(
			/^Body \(JSON\) has banners, which can only be sent when an ad group is created/,
		),
		description: expect.stringMatching(/Banner > Create/),
	});
	expect(sandbox.requests).toEqual([]);
});

it('the platform itself still tells what it lacks of a kind whose needs are not documented', async () => {
	expect(await failureOf(rowsOf({ ...PLAN, resource: 'campaign' }))).toMatchObject(
		failing('request-invalid', /Fields: package_id \(required/),
	);
});
