import { describe, expect, it } from '@jest/globals';

import { adfox } from '../../../platforms/adfox';
import { openTrigger } from '../../support/trigger';

describe('Day Ready', () => {
	const parameters = { event: 'dayReady', level: 'campaign', objectId: '0427' };

	it('tells of each day once, in their order', async () => {
		const { trigger, sandbox } = await openTrigger(adfox, parameters);
		sandbox.adfox.readyUntil('20260301');
		expect(await trigger.activate()).toEqual([]);
		sandbox.adfox.readyUntil('20260302');
		expect(await trigger.poll()).toEqual([
			{ date: '2026-03-02', level: 'campaign', objectId: '427', ownerId: '' },
		]);
		expect(await trigger.poll()).toEqual([]);
		sandbox.adfox.readyUntil('20260305');
		trigger.restart();
		expect((await trigger.poll()).map(({ date }) => date)).toEqual([
			'2026-03-03',
			'2026-03-04',
			'2026-03-05',
		]);
	});

	it('does not tell of a day again that was taken back for a while', async () => {
		const { trigger, sandbox } = await openTrigger(adfox, parameters);
		sandbox.adfox.readyUntil('20260302');
		await trigger.activate();
		sandbox.adfox.readyUntil('20260301');
		expect(await trigger.poll()).toEqual([]);
		sandbox.adfox.readyUntil('20260303');
		expect((await trigger.poll()).map(({ date }) => date)).toEqual(['2026-03-03']);
	});

	it.each(['2026-03-02', '02.03.2026', '2026-03-02T00:00:00'])('takes the day as %s, too', async (day) => {
		const { trigger, sandbox } = await openTrigger(adfox, parameters);
		sandbox.adfox.readyUntil(day);
		expect((await trigger.test()).map(({ date }) => date)).toEqual(['2026-03-02']);
	});

	it('wants an object before any request', async () => {
		const { trigger, sandbox } = await openTrigger(adfox, { ...parameters, objectId: '' });
		await expect(trigger.activate()).rejects.toThrow('Object ID is empty');
		expect(sandbox.requests).toEqual([]);
	});
});

describe('campaigns', () => {
	it('Campaign Status Changed tells of the states that are wanted', async () => {
		const { trigger, sandbox } = await openTrigger(adfox, {
			event: 'campaignStatusChanged',
			newStatuses: ['1', '2'],
		});
		const { ID } = sandbox.adfox.campaigns[5]!;
		sandbox.adfox.changeCampaign(String(ID), { status: '0' });
		expect(await trigger.activate()).toEqual([]);
		sandbox.adfox.changeCampaign(String(ID), { status: '1' });
		expect(await trigger.poll()).toMatchObject([
			{ ID: Number(ID), previous: { status: 0 }, current: { status: 1 } },
		]);
		sandbox.adfox.changeCampaign(String(ID), { status: '0' });
		expect(await trigger.poll()).toEqual([]);
	});

	it('New Campaign tells each once', async () => {
		const { trigger, sandbox } = await openTrigger(adfox, { event: 'newCampaign' });
		expect(await trigger.activate()).toEqual([]);
		const id = sandbox.adfox.addCampaign('Новая');
		expect(await trigger.poll()).toMatchObject([{ ID: Number(id) }]);
		trigger.restart();
		expect(await trigger.poll()).toEqual([]);
		expect((await trigger.test()).map(({ ID }) => ID)).toEqual([Number(id)]);
	});
});
