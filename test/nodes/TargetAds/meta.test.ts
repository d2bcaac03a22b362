import { describe, expect, it } from '@jest/globals';

import { expiryOf } from '../../../nodes/TargetAds/project/token';
import { FakeClock } from '../../support/fake-clock';
import { answer, Harness, jsonOf, NODE, runOnFakeClock, TYPE } from './harness';

const NOW = Date.parse('2026-03-02T09:00:00Z');
const DAY_MS = 86_400_000;
const CAMPAIGNS = { resource: 'campaign', operation: 'getAll', returnAll: true };

describe('Campaign and Target Event: Get Many', () => {
	it.each(['campaigns', 'meta'] as const)('T2: reads the list under "%s"', async (campaignsKey) => {
		const harness = await Harness.open({ targetAds: { campaignsKey, placements: 60 } });
		const { placements, activeIds } = harness.sandbox.targetAds;
		expect(await harness.rows(CAMPAIGNS)).toEqual(placements);
		const active = await harness.rows({ ...CAMPAIGNS, activeOnly: true });
		expect(active.map(({ placement_id }) => placement_id)).toEqual(activeIds);
		expect(harness.sandbox.requests.map(({ query }) => query.active)).toEqual(['false', 'true']);
		expect(await harness.rows({ ...CAMPAIGNS, returnAll: false, limit: 7 })).toEqual(placements.slice(0, 7));
	});

	it('gives no items for a project without campaigns, which is no error (3.1)', async () => {
		const harness = await Harness.open({ targetAds: { placements: 0 } });
		expect(await harness.rows(CAMPAIGNS)).toEqual([]);
	});

	it.each(['campaigns', 'meta'])('a list that stays behind its own count is a failure (%s)', async (key) => {
		const harness = await Harness.open({ targetAds: { placements: 20 } });
		const { placements } = harness.sandbox.targetAds;
		const answering = (count: unknown) =>
			harness.sandbox.faults.add({ path: /meta/, fault: answer(200, { [key]: placements, count }) });
		const handle = answering(30);
		const message = expect.stringContaining('announced 30 rows and stopped after 20');
		expect((await harness.run(CAMPAIGNS)).error).toMatchObject({ message });
		const REFERENCE = { resource: 'project', operation: 'getReferenceData' };
		expect((await harness.run(REFERENCE)).error).toMatchObject({ message });
		handle.remove();
		// A count that is lower says nothing of rows that are missing, and a missing one nothing at all.
		for (const count of [3, '20', null, undefined]) {
			const { remove } = answering(count);
			expect(await harness.rows(CAMPAIGNS)).toHaveLength(20);
			remove();
		}
	});

	it('target events that stay behind their own count are a failure', async () => {
		const harness = await Harness.open({});
		harness.sandbox.faults.add({ path: /target_event/, fault: { kind: 'counts-more', by: 1 } });
		const run = await harness.run({ ...CAMPAIGNS, resource: 'targetEvent' });
		expect(run.error?.message).toMatch(/announced \d+ rows and stopped after/);
	});

	it('T2, S18: an unknown answer is a failure, never "no campaigns"', async () => {
		const harness = await Harness.open({});
		harness.sandbox.faults.add({ path: /meta/, fault: { kind: 'unknown-envelope' } });
		const run = await harness.run(CAMPAIGNS);
		expect(run.error).toMatchObject({ context: { kind: 'response-invalid' } });
	});
});

describe('Project', () => {
	const VALIDATE = { resource: 'project', operation: 'validateToken' };
	const after = (ms: number) => new Date(NOW + ms).toISOString();

	it('validates a token: rights, end, and whether it ends soon (S13)', async () => {
		const expiresAt = after(30 * DAY_MS - 1);
		const harness = await Harness.open({ now: () => NOW, targetAds: { placements: 3, expiresAt } });
		const validate = async (options: object = {}) => {
			const clock = new FakeClock(after(0));
			const { items } = await runOnFakeClock(harness.sandbox, { ...VALIDATE, ...options }, clock);
			return jsonOf(items)[0];
		};
		const item = await validate();
		expect(item).toEqual({
			valid: true,
			projectId: harness.sandbox.targetAds.projectId,
			isAdmin: false,
			campaignAccess: harness.sandbox.targetAds.accessibleIds,
			expiresAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
			daysUntilExpiry: 29,
			expiresSoon: true,
		});
		expect(await validate({ options: { warnBeforeDays: 29 } })).toMatchObject({ expiresSoon: false });
	});

	it.each([
		[30 * DAY_MS, 30, false],
		[30 * DAY_MS - 1, 29, true],
		[DAY_MS, 1, true],
		[0, 0, true],
		[-1, -1, true],
	])('a token that ends in %i ms has %i days, and whether that is soon: %s', (ms, days, soon) => {
		expect(expiryOf(after(ms), NOW, 30)).toEqual({ daysUntilExpiry: days, expiresSoon: soon });
	});

	it.each([undefined, null, '', 'never'])('a token that ends at %j may last for ever', (expiresAt) => {
		expect(expiryOf(expiresAt, NOW, 30)).toEqual({ daysUntilExpiry: null, expiresSoon: false });
	});

	it('T5: takes an empty 200 for a valid token of which no details are known', async () => {
		const harness = await Harness.open({ targetAds: { emptyTokenBody: true } });
		expect(await harness.rows(VALIDATE)).toEqual([
			{
				valid: true,
				projectId: null,
				isAdmin: null,
				campaignAccess: null,
				expiresAt: null,
				daysUntilExpiry: null,
				expiresSoon: false,
			},
		]);
	});

	it('T5: takes any other answer of an unknown form for a failure', async () => {
		const harness = await Harness.open({});
		harness.sandbox.faults.add({ path: /token_validate/, fault: { kind: 'unknown-envelope' } });
		expect((await harness.run(VALIDATE)).error).toMatchObject({ context: { kind: 'response-invalid' } });
	});

	it.each([
		[{}, { daysUntilExpiry: expect.any(Number), expiresSoon: expect.any(Boolean) }],
		[{ emptyTokenBody: true }, { daysUntilExpiry: null, expiresSoon: false }],
	])('checkAccess counts what a valid token gives access to (%j)', async (account, expiry) => {
		const harness = await Harness.open({ targetAds: { placements: 12, ...account } });
		const events = await harness.rows({ resource: 'targetEvent', operation: 'getAll', returnAll: true });
		harness.sandbox.reset();
		const rows = await harness.rows({ resource: 'project', operation: 'checkAccess' });
		expect(rows).toEqual([{ valid: true, ...expiry, campaigns: 12, targetEvents: events.length }]);
		expect(harness.sandbox.requests).toHaveLength(3);
	});

	it('takes the word of an answer that the token is not valid', async () => {
		const harness = await Harness.open({});
		harness.sandbox.faults.add({ path: /token_validate/, fault: answer(200, { valid: false }) });
		const reason = 'TargetADS says that the token is not valid.';
		for (const operation of ['validateToken', 'checkAccess'])
			expect(await harness.rows({ resource: 'project', operation })).toEqual([{ valid: false, reason }]);
		const test = await harness.engine.testCredential(TYPE, harness.credential);
		expect(test).toMatchObject({ status: 'Error', message: expect.stringContaining(reason) });
	});

	it.each(['validateToken', 'checkAccess'])('%s gives an item for a rejected token', async (operation) => {
		const harness = await Harness.open({});
		const credentials = { targetAdsApi: { ...harness.credential, accessToken: 'wrong-token' } };
		const run = await harness.run({ resource: 'project', operation }, { credentials });
		expect(run.json(NODE)).toEqual([
			{ valid: false, reason: expect.stringContaining('invalid or expired token') },
		]);
		expect(harness.sandbox.requests).toHaveLength(1);
	});
});
