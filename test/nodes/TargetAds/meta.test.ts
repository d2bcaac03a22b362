import { describe, expect, it } from '@jest/globals';

import { answer, Harness, NODE } from './harness';

const NOW = Date.now();
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
	const days = (count: number) => new Date(NOW + count * 86_400_000 + 3_600_000).toISOString();

	it('validates a token: rights, end, and whether it ends soon (S13)', async () => {
		const expiresAt = days(29);
		const harness = await Harness.open({ targetAds: { placements: 3, expiresAt } });
		const [item] = await harness.rows(VALIDATE);
		expect(item).toEqual({
			valid: true,
			projectId: harness.sandbox.targetAds.projectId,
			isAdmin: false,
			campaignAccess: harness.sandbox.targetAds.accessibleIds,
			expiresAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
			daysUntilExpiry: 29,
			expiresSoon: true,
		});
		const [later] = await harness.rows({ ...VALIDATE, options: { warnBeforeDays: 10 } });
		expect(later).toMatchObject({ expiresSoon: false });
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
