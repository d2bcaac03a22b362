import { describe, expect, it } from '@jest/globals';

import { promoPages } from '../../../platforms/promopages';
import { openTrigger } from '../../support/trigger';

describe('Balance Below', () => {
	it('tells of the publisher whose balance fell', async () => {
		const { trigger, sandbox } = await openTrigger(promoPages, {
			event: 'balanceBelow',
			minimumBalance: 1000,
		});
		const { publisher } = sandbox.promoPages.publishers[0]!;
		expect(await trigger.activate()).toEqual([]);
		sandbox.promoPages.setBalance(publisher.id, 500);
		expect(await trigger.poll()).toEqual([
			{
				publisherId: publisher.id,
				publisherName: publisher.name,
				balance: 500,
				previous: { isBelow: false },
				current: { isBelow: true },
			},
		]);
		expect(await trigger.poll()).toEqual([]);
		sandbox.promoPages.setBalance(publisher.id, 5000);
		await trigger.poll();
		sandbox.promoPages.setBalance(publisher.id, 1);
		expect(await trigger.poll()).toHaveLength(1);
	});

	it('has nothing to show where none is low', async () => {
		const { trigger, sandbox } = await openTrigger(promoPages, {
			event: 'balanceBelow',
			minimumBalance: 1000,
			publisherScope: 'byId',
			publisherIdList: '5d6015092f1e4409e4e3ee84',
		});
		await expect(trigger.test()).rejects.toThrow('nothing to show');
		sandbox.promoPages.setBalance('5d6015092f1e4409e4e3ee84', 7);
		expect(await trigger.test()).toMatchObject([{ balance: 7, previous: null }]);
	});
});

describe('campaigns', () => {
	it('Campaign Changed tells of the archive and of publications', async () => {
		const { trigger, sandbox } = await openTrigger(promoPages, { event: 'campaignChanged' });
		const { id: publisherId } = sandbox.promoPages.publishers[0]!.publisher;
		expect(await trigger.activate()).toEqual([]);
		const campaign = sandbox.promoPages
			.campaigns(publisherId)
			.find(
				({ isArchived, publications }) =>
					isArchived !== true && publications.some(({ isDisabled, isDeleted }) => !isDisabled && !isDeleted),
			)!;
		const [publication, ...rest] = [...campaign.publications].sort(
			(one, other) =>
				Number(one.isDisabled ?? one.isDeleted ?? false) -
				Number(other.isDisabled ?? other.isDeleted ?? false),
		);
		sandbox.promoPages.putCampaign(publisherId, {
			id: campaign.id,
			isArchived: true,
			publications: [{ ...publication!, isDisabled: true }, ...rest],
		});
		expect(await trigger.poll()).toMatchObject([
			{
				level: 'campaign',
				id: campaign.id,
				publisherId,
				previous: { isArchived: false },
				current: { isArchived: true },
			},
			{
				level: 'publication',
				id: publication!.id,
				campaignId: campaign.id,
				previous: { isDisabled: false, isDeleted: false },
				current: { isDisabled: true, isDeleted: false },
			},
		]);
		expect(await trigger.poll()).toEqual([]);
	});

	it('New Campaign tells each once, with its publisher', async () => {
		const { trigger, sandbox } = await openTrigger(promoPages, { event: 'newCampaign' });
		const { id: publisherId } = sandbox.promoPages.publishers[0]!.publisher;
		expect(await trigger.activate()).toEqual([]);
		sandbox.promoPages.putCampaign(publisherId, {
			id: '5fffffffffffffffffffffff',
			title: 'Новая',
			start: '2029-01-01T00:00:00Z',
		});
		expect(await trigger.poll()).toMatchObject([
			{ id: '5fffffffffffffffffffffff', title: 'Новая', publisherId },
		]);
		trigger.restart();
		expect(await trigger.poll()).toEqual([]);
		expect(await trigger.test()).toMatchObject([{ id: '5fffffffffffffffffffffff' }]);
	});
});
