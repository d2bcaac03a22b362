import { occurrence } from '../../../platforms/occurrence';
import type { Sandbox } from '../../../sandbox';

const first = ({ promoPages }: Sandbox) => promoPages.publishers[0]!.publisher.id;

export const occurrences = [
	occurrence('balanceBelow', ({ promoPages }, before) => {
		// Those that are above the sum at the start.
		promoPages.setBalance(promoPages.publishers[before * 2]!.publisher.id, 10);
	}),
	occurrence('campaignChanged', (sandbox, before) => {
		const { id, isArchived } = sandbox.promoPages.campaigns(first(sandbox))[before]!;
		sandbox.promoPages.putCampaign(first(sandbox), { id, isArchived: isArchived !== true });
	}),
	occurrence('newCampaign', (sandbox, before) => {
		const id = `5fffffffffffffffffffff0${before}`;
		sandbox.promoPages.putCampaign(first(sandbox), { id, title: 'Новая' });
	}),
];
