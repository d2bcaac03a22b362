import { entry, pickSeveral, type Entry, type HostPart } from '../../host/support/host-part';
import type { Sandbox } from '../../sandbox';
import type { Campaign } from '../../sandbox/promopages';
import { ofPublisher, publisherOf, rowsOfPublisher } from './matrix';

const id = 'demoPromoPages001';

function publishers({ promoPages }: Sandbox): Entry[] {
	return promoPages.publishers
		.filter(({ canRead, canWrite, publisher }) => (canRead || canWrite) && !publisher.isDeleted)
		.map(({ publisher }) => entry(publisher.id, publisher.name));
}

/** Everything that a campaign is found by. */
export function campaignLabel({ id, title, type, isArchived }: Campaign, publisher = ''): string {
	const parts = [title, publisher, type, isArchived === true ? 'archived' : ''];
	return `${parts.filter((part) => part !== '').join(' · ')} (${id})`;
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
			words: /sent as Bearer.*set Token Type there to Auto/,
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
					.map((campaign) => ({ id: campaign.id, name: campaignLabel(campaign) })),
		},
		{
			method: 'getReportCampaigns',
			parameters: (sandbox) => ({ publisherScope: 'byId', publisherIdList: publishers(sandbox)[1]!.id }),
			truth: (sandbox) =>
				sandbox.promoPages
					.campaigns(publishers(sandbox)[1]!.id)
					.map((campaign) => ({ id: campaign.id, name: campaignLabel(campaign) })),
		},
	],
	searches: [{ method: 'searchPublishers', truth: publishers }],
	sceneAccount: { reportPolls: 1 },
	searchWords: ['промостраницы', 'промо страницы', 'дзен', 'promo pages'],
	switches: [],
	loads: [
		{
			name: 'get',
			parameters: (sandbox) => ({ level: 'previews', ...ofPublisher(publisherOf(sandbox)) }),
			truth: (sandbox, days) => {
				const publisherId = publisherOf(sandbox);
				const lines = sandbox.promoPages.statistics({ publisherId, level: 'previews', ...days });
				return rowsOfPublisher(sandbox, publisherId, lines);
			},
		},
	],
	scene: {
		// A month of all campaigns would be tens of thousands of rows in the browser.
		parameters: { resource: 'report', operation: 'get', dateRange: 'yesterday' },
		fill: async (panel) => {
			await panel.choose('publisherScope', 'From List');
			return await pickSeveral(panel, 'publisherIds', 2);
		},
		picked: /./,
		columns: ['publisherName', 'campaignTitle'],
	},
};
