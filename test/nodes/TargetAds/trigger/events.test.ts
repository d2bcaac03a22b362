import { describe, expect, it } from '@jest/globals';

import { targetAds } from '../../../platforms/targetads';
import { openTrigger } from '../../support/trigger';

const DAY_MS = 86_400_000;

describe('Token Ending', () => {
	it('tells once when the end comes near, and once more when it has come', async () => {
		const { trigger, sandbox } = await openTrigger(targetAds, { event: 'tokenEnding', daysBefore: 14 });
		expect(await trigger.activate()).toEqual([]);
		sandbox.targetAds.setTokenEnd(Date.now() + 10 * DAY_MS);
		expect(await trigger.poll()).toMatchObject([
			{ valid: true, daysUntilExpiry: 9, current: { stage: 'ending' }, previous: { stage: 'valid' } },
		]);
		expect(await trigger.poll()).toEqual([]);
		sandbox.targetAds.setTokenEnd(Date.now() - 1000);
		expect(await trigger.poll()).toMatchObject([{ valid: false, current: { stage: 'ended' } }]);
		expect(await trigger.poll()).toEqual([]);
	});

	it('tells of the next token anew', async () => {
		const { trigger, sandbox } = await openTrigger(targetAds, { event: 'tokenEnding', daysBefore: 14 });
		sandbox.targetAds.setTokenEnd(Date.now() + 5 * DAY_MS);
		expect(await trigger.activate()).toEqual([]);
		sandbox.targetAds.setTokenEnd(Date.now() + 6 * DAY_MS);
		expect(await trigger.poll()).toHaveLength(1);
		sandbox.targetAds.setTokenEnd(Date.now() + 300 * DAY_MS);
		expect(await trigger.poll()).toEqual([]);
	});

	it('has nothing to show for a token that lasts', async () => {
		const { trigger } = await openTrigger(targetAds, { event: 'tokenEnding', daysBefore: 14 });
		await expect(trigger.test()).rejects.toMatchObject({
			description: expect.stringContaining('Days Before'),
		});
		const { trigger: long } = await openTrigger(targetAds, { event: 'tokenEnding', daysBefore: 400 });
		expect(await long.test()).toMatchObject([{ expiresSoon: true, current: { stage: 'ending' } }]);
	});
});

describe('campaigns', () => {
	it('Campaign Status Changed tells what it was before', async () => {
		const { trigger, sandbox } = await openTrigger(targetAds, { event: 'campaignStatusChanged' });
		await trigger.activate();
		const { placement_id: id } = sandbox.targetAds.placements[3]!;
		sandbox.targetAds.setStatus(id, 'paused');
		expect(await trigger.poll()).toMatchObject([
			{ placement_id: id, previous: { placement_status: 'active' }, current: { placement_status: 'paused' } },
		]);
		expect(await trigger.poll()).toEqual([]);
		expect(await trigger.test()).toHaveLength(1);
	});

	it('New Campaign tells each once', async () => {
		const { trigger, sandbox } = await openTrigger(targetAds, { event: 'newCampaign' });
		expect(await trigger.activate()).toEqual([]);
		const id = sandbox.targetAds.addPlacement('Новая');
		expect(await trigger.poll()).toMatchObject([{ placement_id: id, placement_name: 'Новая' }]);
		trigger.restart();
		expect(await trigger.poll()).toEqual([]);
		expect((await trigger.test()).map(({ placement_id }) => placement_id)).toEqual([id]);
	});
});
