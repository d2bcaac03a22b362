import { entry, type Entry, type HostPart } from '../../host/support/host-part';
import type { Sandbox } from '../../sandbox';

const id = 'demoPromoPages001';

function publishers({ promoPages }: Sandbox): Entry[] {
	return promoPages.publishers
		.filter(({ canRead, canWrite, publisher }) => (canRead || canWrite) && !publisher.isDeleted)
		.map(({ publisher }) => entry(publisher.id, publisher.name));
}

const wrongToken = () => ({ accessToken: 'wrong-token' });

export const host: HostPart = {
	strictAccount: { tokenType: 'OAuth' },
	accepted: [{ name: 'Yandex PromoPages', id }],
	refused: [
		{ name: 'a wrong token', id, typed: wrongToken, words: /Check the Access Token/ },
		{
			name: 'the wrong token type',
			id,
			typed: () => ({ tokenType: 'Bearer' }),
			words: /sent as Bearer.*change Token Type/,
		},
	],
	listsAccount: { publishers: 160, campaigns: [250, 7] },
	dropdowns: [
		{ method: 'getPublishers', truth: publishers },
		{
			method: 'getCampaigns',
			parameters: (sandbox) => ({
				publisherId: { __rl: true, mode: 'id', value: publishers(sandbox)[0]!.id },
			}),
			truth: (sandbox) =>
				sandbox.promoPages
					.campaigns(publishers(sandbox)[0]!.id)
					.map((campaign) => entry(campaign.id, campaign.title)),
		},
	],
	searches: [{ method: 'searchPublishers', truth: publishers }],
	scene: {
		parameters: { resource: 'report', operation: 'get' },
		fill: async (panel) => [await panel.pickFromList('publisherId', '')],
		picked: /./,
		columns: ['campaignId'],
	},
};
