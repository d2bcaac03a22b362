import { yandexPromoPages } from '../../../nodes/YandexPromoPages/platform';
import { events } from '../../../nodes/YandexPromoPages/trigger';
import { collectRows } from '../../connector/rows/chunks';
import type { Decoder } from '../../fuzz/decoders/decoder';
import { envelope } from '../../fuzz/decoders/envelope';
import { fields, namedRows, notEmpty, objects, rows } from '../../fuzz/decoders/reading';
import { loadedNode, loadedTrigger } from '../../platforms/loaded-node';

export const node = loadedNode(yandexPromoPages);
export const trigger = loadedTrigger(yandexPromoPages, events);

const CAMPAIGNS = [
	{
		id: '61d1',
		title: 'Весна',
		type: 'CPM',
		start: '2026-01-01T00:00:00Z',
		isArchived: true,
		strategy: { name: 'auto' },
		publications: [{ id: 'p1', title: 't', previews: [{ id: 'c1', title: null }] }],
	},
	{ id: '61d2' },
];

const PERMISSIONS = [
	{ publisher: { id: 'a', name: 'Кабинет', logoUrl: null }, canRead: true },
	{ publisher: { id: 'b', isDeleted: true }, canWrite: true },
];

const STATISTICS = [{ campaign_id: '61d1', date: '2026-03-01', impressions: 12, budget: 1.25 }, {}];

const ORDER = {
	publisherId: 'a',
	campaignIds: ['61d1'],
	mskDateFrom: '2026-03-01',
	mskDateTo: '2026-03-01',
	trafficSource: 'total',
};

/** The same with the objects of an inner list, where it has one. */
function within(
	outer: Readonly<Record<string, unknown>>,
	name: string,
	read: (inner: Readonly<Record<string, unknown>>) => object,
): object {
	const list = outer[name];
	return list === undefined || list === null ? outer : { ...outer, [name]: objects(list).map(read) };
}

export const decoders: readonly Decoder[] = [
	envelope(
		'PromoPages campaigns page',
		yandexPromoPages,
		[{ campaigns: CAMPAIGNS, hasNextPage: true, pageLastId: '61d2' }],
		(api) => api.campaignsPage('a', { cursor: undefined, size: 200, filters: {} }),
		(json) => {
			const answer = fields(json);
			const campaigns = namedRows(answer.campaigns, 'id').map((campaign) =>
				within(campaign, 'publications', (publication) =>
					within(publication, 'previews', (preview) => preview),
				),
			);
			const { pageLastId: cursor } = answer;
			return { ...answer, campaigns, ...(typeof cursor === 'number' ? { pageLastId: String(cursor) } : {}) };
		},
	),
	envelope(
		'PromoPages permissions',
		yandexPromoPages,
		[{ userPermissions: PERMISSIONS }],
		(api) => api.permissions(),
		(json) => {
			const permissions = objects(fields(json).userPermissions).map((permission) => {
				const [publisher] = objects([permission.publisher, {}]);
				return { ...permission, publisher };
			});
			namedRows(
				permissions.map(({ publisher }) => publisher),
				'id',
			);
			return permissions;
		},
	),
	envelope(
		'PromoPages balances',
		yandexPromoPages,
		[{ balances: [{ publisherId: 'a', balance: 12.5 }] }],
		(api) => api.balances(['a']),
		(json) => namedRows(fields(json).balances, 'publisherId'),
	),
	envelope(
		'PromoPages report',
		yandexPromoPages,
		[{ statistics: STATISTICS }],
		async (api) => {
			const found = await api.report('r1');
			return found && collectRows(found.pages());
		},
		(json) => rows(fields(json).statistics),
	),
	envelope(
		'PromoPages order',
		yandexPromoPages,
		[{ reportId: 'r-1' }],
		(api) => api.orderReport('campaigns', ORDER, new AbortController().signal),
		(json) => notEmpty(fields(json).reportId),
	),
];
