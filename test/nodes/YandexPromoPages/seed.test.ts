import { beforeEach, describe, expect, it } from '@jest/globals';

// The example answer of the documentation of GET /campaigns, as the platform sends it.
import EXAMPLE from '../../sandbox/promopages/campaigns/documented-answer.json';
import { answer, Harness } from './harness';

const GET = {
	resource: 'campaign',
	operation: 'getAll',
	publisherId: '5d6015092f1e4409e4e3ee84',
	returnAll: false,
	limit: 1,
};
const CAMPAIGN = { campaignId: '5e67a3c5bf998668491f9079', campaignTitle: 'ola amigo' };

describe("the example of the platform's documentation", () => {
	const harness = Harness.ofFile();
	beforeEach(() => {
		const body = JSON.stringify(EXAMPLE);
		harness.sandbox.faults.add({ path: '/campaigns', fault: answer(200, body) });
	});

	it('is one campaign, untouched when not simplified', async () => {
		expect(await harness.rows({ ...GET, simplify: false })).toEqual(EXAMPLE.campaigns);
	});

	it('is one flat campaign when simplified', async () => {
		expect(await harness.rows(GET)).toEqual([
			{
				...{ id: '5e67a3c5bf998668491f9079', title: 'ola amigo', type: 'article' },
				...{ strategy_name: 'full_read', strategy_maxDailyMoney: 10_000, strategy_fullReadCost: 2 },
				targeting_geo: 'Россия',
				targeting_os: 'desktop, ios, android',
				targeting_gender: 'm, f',
				targeting_age: '0_17, 18_24, 25_34, 35_44, 45_54, 55_99',
				...{ start: '2020-03-10T14:27:10Z', isArchived: true },
			},
		]);
	});

	it('is three publications', async () => {
		expect(await harness.rows({ ...GET, level: 'publications', limit: 3 })).toEqual([
			{ ...CAMPAIGN, id: '5d67c6491ee34f00ad33c655', type: 'article', isDisabled: true, isDeleted: false },
			{ ...CAMPAIGN, id: '5ec81e1344070e5cfc48f96a', type: 'article', isDisabled: true, isDeleted: false },
			{ ...CAMPAIGN, id: '5ed8faeb2c71d31a7e746d40', type: 'article', isDisabled: false, isDeleted: false },
		]);
	});

	it('is three previews', async () => {
		const rows = await harness.rows({ ...GET, level: 'previews', limit: 3, simplify: false });
		const preview = (id: string, title: string, image: object = {}) => ({
			...{ ...CAMPAIGN, publicationId: id, publicationTitle: null, id, title, ...image },
		});
		expect(rows).toEqual([
			preview(
				'5d67c6491ee34f00ad33c655',
				'Как написать лаконичную рекламную статью (и как получить бонус от Дзена)',
			),
			preview('5ec81e1344070e5cfc48f96a', '1221'),
			preview(
				'5ed8faeb2c71d31a7e746d40',
				'Комплект из планшета Pioneer SDA-80TAB и головного устройства SPH-T20BT: доступный Android со звуком Pioneer',
				{
					imageId: '5cad0d2bbd3a3000b073995d',
					imageUrl:
						'https://avatars.mds.yandex.net/get-zen_doc/119173/pub_5cb052e1f2975d00b367d9ba_5cad0d2bbd3a3000b073995d/orig',
				},
			),
		]);
	});
});
