import type { LiveAnswer, Probe, Question } from '../../probe';
import {
	among,
	at,
	fieldsOf,
	kindOf,
	limitHeaders,
	mediaType,
	momentOf,
	presentOf,
	status,
} from '../../words';
import { MOST_ORDERED } from './answers';

type Known = ReadonlyMap<string, string>;

const withPublisher = (known: Known, query: Readonly<Record<string, string>>) => {
	const publisherId = known.get('publisher');
	return publisherId === undefined
		? 'the token opens no cabinet'
		: { path: '/campaigns', query: { publisherId, ...query } };
};

const firstCampaign = ({ json }: LiveAnswer) => at(json, 'campaigns', 0);

const ifCampaign = (found: (campaign: unknown) => string) => (answer: LiveAnswer) =>
	firstCampaign(answer) === undefined ? undefined : found(firstCampaign(answer));

const paging = ({ json }: LiveAnswer) => presentOf(json, ['hasNextPage', 'pageLastId']);

const refused = (key: string, about: string, query: Readonly<Record<string, string>>): Probe => ({
	key,
	request: (known) => withPublisher(known, query),
	expects: [400, 403, 404, 422],
	questions: [
		status(about, 'Unknown'),
		{ about: `fields of the answer to it: ${about}`, sheet: 'Unknown', found: ({ json }) => fieldsOf(json) },
	],
});

const limits: Question = { about: 'headers about limits', sheet: 'Unknown', found: limitHeaders };

export const cabinetsProbes: readonly Probe[] = [
	{
		key: 'publishers',
		request: () => ({ path: '/permissions/user' }),
		questions: [
			status('cabinets by the word OAuth', '1', 200),
			{ about: 'type of the answer', sheet: '1', found: mediaType, believed: 'application/json' },
			{
				about: 'fields of the list of cabinets',
				sheet: '3.4',
				found: ({ json }) => fieldsOf(json),
				believed: 'userPermissions',
			},
			{
				about: 'fields of an entry of it',
				sheet: '3.4',
				found: ({ json }) => fieldsOf(at(json, 'userPermissions', 0)),
				believed: 'canRead, canWrite, publisher',
			},
			limits,
		],
		learn: ({ json }, known) => {
			const list = at(json, 'userPermissions');
			const open = (Array.isArray(list) ? (list as unknown[]) : []).find(
				(entry) =>
					(at(entry, 'canRead') === true || at(entry, 'canWrite') === true) &&
					at(entry, 'publisher', 'isDeleted') !== true,
			);
			const id = at(open, 'publisher', 'id');
			if (typeof id === 'string') known.set('publisher', id);
		},
	},
	{
		key: 'bearer',
		request: () => ({ path: '/permissions/user', signedAs: 'bearer' }),
		questions: [status('cabinets by the word Bearer', '1', 200)],
	},
	{
		key: 'wrong-token',
		request: () => ({ path: '/permissions/user', signedAs: 'wrong' }),
		expects: [401, 403],
		questions: [
			status('a token that is none', '3.1', 401),
			{ about: 'fields of the refusal of a token', sheet: 'Unknown', found: ({ json }) => fieldsOf(json) },
		],
	},
	{
		key: 'campaigns',
		request: (known) => withPublisher(known, { pageLimit: '1' }),
		questions: [
			status('a page of one campaign', '3.1', 200),
			{
				about: 'keys of paging on a page',
				sheet: '3.1',
				found: paging,
				believed: ['hasNextPage, pageLastId', 'hasNextPage'],
			},
			{
				about: 'type of a campaign',
				sheet: '4',
				found: ifCampaign((one) => among(at(one, 'type'), ['article', 'video', 'post', 'gallery'])),
				believed: ['article', 'video', 'post', 'gallery'],
			},
			{
				about: 'form of start',
				sheet: '3.1',
				found: ifCampaign((one) => momentOf(at(one, 'start'))),
				believed: ['ISO 8601 with Z', 'missing'],
			},
			{
				about: 'undocumented placements in targeting',
				sheet: 'trap 43',
				found: ifCampaign((one) => kindOf(at(one, 'targeting', 'placements'))),
				believed: ['a list', 'an empty list', 'missing'],
			},
		],
		learn: (answer, known) => {
			const id = at(firstCampaign(answer), 'id');
			if (typeof id === 'string') known.set('campaign', id);
		},
	},
	{
		key: 'last-page',
		request: (known) => withPublisher(known, { pageLimit: '200' }),
		questions: [
			{
				about: 'keys of paging on a page with nothing behind it',
				sheet: 'trap 11',
				found: (answer) => (at(answer.json, 'hasNextPage') === true ? undefined : paging(answer)),
				believed: 'hasNextPage',
			},
		],
		learn: ({ json }, known) => {
			const list = at(json, 'campaigns');
			const ids = (Array.isArray(list) ? (list as unknown[]) : []).map((one) => String(at(one, 'id')));
			known.set('campaigns', ids.slice(0, MOST_ORDERED).join(','));
		},
	},
	{
		key: 'by-id',
		request: (known) => {
			const campaignIds = known.get('campaign');
			return campaignIds === undefined
				? 'the cabinet has no campaign'
				: withPublisher(known, { campaignIds });
		},
		questions: [
			status('a campaign by its id', '3.1', 200),
			{ about: 'keys of paging in id mode', sheet: 'Unknown', found: paging },
		],
	},
	refused('page-limit-201', 'a page of 201', { pageLimit: '201' }),
	refused('page-limit-0', 'a page of 0', { pageLimit: '0' }),
	refused('stale-cursor', 'a cursor that never was', {
		pageLimit: '1',
		pageLastId: 'ffffffffffffffffffffffff',
	}),
	{
		key: 'foreign-publisher',
		request: () => ({
			path: '/campaigns',
			query: { publisherId: '000000000000000000000000', pageLimit: '1' },
		}),
		expects: [400, 403, 404],
		questions: [
			status('a cabinet that is not of the token', 'Unknown'),
			{ about: 'fields of the refusal of a cabinet', sheet: 'Unknown', found: ({ json }) => fieldsOf(json) },
		],
	},
	{
		key: 'balances',
		request: (known) => {
			const publisherIds = known.get('publisher');
			return publisherIds === undefined
				? 'the token opens no cabinet'
				: { path: '/publishers/balances', query: { publisherIds } };
		},
		questions: [
			status('the balance of a cabinet', '3.5', 200),
			{
				about: 'fields of the list of balances',
				sheet: '3.5',
				found: ({ json }) => fieldsOf(json),
				believed: 'balances',
			},
			{
				about: 'fields of a balance (a currency among them?)',
				sheet: '3.5',
				found: ({ json }) =>
					at(json, 'balances', 0) === undefined ? undefined : fieldsOf(at(json, 'balances', 0)),
				believed: 'balance, publisherId',
			},
		],
	},
];
