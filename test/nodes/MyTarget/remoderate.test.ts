import { describe, expect, it } from '@jest/globals';

import { startSandbox } from '../../sandbox';
import { ofFile } from '../../support/of-file';
import { answer, failing, failureOf, Harness, jsonOf, NOW, runOnFakeClock } from './harness';

const sandbox = ofFile(async () =>
	startSandbox({ now: () => Date.parse(NOW), myTarget: { campaigns: 60, banners: 450, adPlans: 9 } }),
);

const run = async (ids: readonly unknown[]) =>
	runOnFakeClock(sandbox, {
		...{ resource: 'banner', operation: 'remoderate', bannerScope: 'byId', bannerIdList: ids.join(',') },
	});
const mayBeSent = (wanted: boolean) =>
	sandbox.myTarget.banners.filter(
		({ status, user_can_request_remoderation: may }) => (status !== 'deleted' && may === true) === wanted,
	);
const sent = () => sandbox.requests.filter(({ path }) => path === '/api/v2/banners/remoderate.json');

describe('Banner: Remoderate', () => {
	it('sends banners to moderation again and says of each whether it went', async () => {
		const [taken] = mayBeSent(true);
		const [left] = mayBeSent(false);
		const { items, hints } = await run([taken!.id, left!.id]);
		expect(jsonOf(items)).toEqual([
			{ id: taken!.id, success: true },
			{ id: left!.id, success: false },
		]);
		expect(hints.join()).toMatch(/1 banner of 2 did not go to moderation.*user_can_request_remoderation/);
		expect(sent().map(({ method, query, body }) => [method, query, body])).toEqual([
			['POST', { fields: 'id,remoderated' }, { banners: [{ id: taken!.id }, { id: left!.id }] }],
		]);
		const now = sandbox.myTarget.banners.find(({ id }) => id === taken!.id);
		expect(now!.moderation_status).toBe('pending');
	});

	it('is an error when none went', async () => {
		const ids = mayBeSent(false).map(({ id }) => id);
		expect(await failureOf(run(ids.slice(0, 3)))).toMatchObject(
			failing('request-invalid', `None of the banners was sent to moderation: 3 banners from ${ids[0]} on.`),
		);
	});

	const answering = (...banners: unknown[]) =>
		sandbox.faults.add({ path: /remoderate/, fault: answer(200, { banners }) });

	it.each<[string, unknown]>([
		['is no object', null],
		['does not say whether it went', { id: 13, remoderated: 'yes' }],
		['does not say which banner it is about', { id: {}, remoderated: true }],
	])('an entry of the answer that %s leaves open only what no other one says', async (_name, odd) => {
		answering({ id: 11, remoderated: true }, odd, { id: '12', remoderated: false });
		const { items, hints } = await run([11, 12, 13]);
		expect(jsonOf(items)).toEqual([
			{ id: 11, success: true },
			{ id: 12, success: false },
			{ id: 13, success: null },
		]);
		expect(hints.join(' ')).toMatch(
			/about 1 banner cannot be read: success is null there\. Look with Banner/,
		);
		expect(hints.join(' ')).toContain('1 banner of 3 did not go to moderation');
		expect(sent()).toHaveLength(1);
	});

	it('is in doubt where no entry can be read', async () => {
		answering(null, { banner: 11 });
		expect(await failureOf(run([11]))).toMatchObject(
			failing('response-invalid', /Look with Banner > Get Many/),
		);
	});

	it('takes 200 at a time, and tells what was sent before a batch that fails', async () => {
		const ids: number[] = sandbox.myTarget.banners.map(({ id }) => id);
		expect((await run(ids)).items).toHaveLength(450);
		expect(sent().map(({ body }) => (body as { banners: unknown[] }).banners.length)).toEqual([200, 200, 50]);
		sandbox.reset();
		ids.splice(300, 0, sandbox.myTarget.deadId);
		expect(await failureOf(run(ids))).toMatchObject(
			failing(
				'request-invalid',
				new RegExp(`about 200 banners from ${ids[200]} on; 200 of 451 were changed before it`),
			),
		);
		expect(sent()).toHaveLength(2);
	});

	it('is not sent again when its answer got lost', async () => {
		sandbox.faults.add({ path: /remoderate/, fault: { kind: 'reset-after' } });
		expect(await failureOf(run([mayBeSent(true)[0]!.id]))).toMatchObject(
			failing('temporarily-unavailable', /Look with Banner > Get Many/),
		);
		expect(sent()).toHaveLength(1);
	});

	it.each(['', '0', 'abc', '12,x'])('IDs "%s" are refused before anything is sent', async (ids) => {
		expect(await failureOf(run([ids]))).toMatchObject({ message: expect.stringContaining('Banner IDs') });
		expect(sandbox.requests).toEqual([]);
	});

	it("does not run with n8n's Retry On Fail", async () => {
		const harness = await Harness.open({ myTarget: { campaigns: 5, banners: 5 } });
		const parameters = {
			resource: 'banner',
			operation: 'remoderate',
			bannerScope: 'byId',
			bannerIdList: '1',
		};
		const { error } = await harness.run(parameters, {}, { retryOnFail: true });
		expect(error?.message).toMatch(/Retry On Fail/);
		expect(harness.sandbox.requests).toEqual([]);
	});
});
