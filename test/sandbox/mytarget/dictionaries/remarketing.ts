import { json } from '../../frame/answer';
import { listAnswer, type Listable } from '../lists/listing';
import { onlyKnown } from '../lists/query';
import { PAGE_FAULTS, route, type Route } from '../route';

const SEGMENT_FIELDS = ['id', 'name', 'pass_condition', 'flags', 'created', 'updated'];
const SEGMENTS: Listable = {
	fields: { all: SEGMENT_FIELDS, defaults: SEGMENT_FIELDS },
	sortable: [],
	filters: {
		id: { type: 'id', lookups: ['eq', 'in'] },
		name: { type: 'text', lookups: ['eq', 'startswith'] },
	},
	pageMax: 100,
	showsLimit: true,
	hasFields: false,
};

/** Segments, and the uploaded lists of users, which are not paged (3.12). */
export function remarketingRoutes(): Route[] {
	return [
		route('GET', '/api/v2/remarketing/segments.json', {
			faults: PAGE_FAULTS.filter((kind) => kind !== 'list-changes'),
			answer: (call) => listAnswer(call, call.account.audiences.segments, SEGMENTS),
		}),
		route('GET', '/api/v3/remarketing/users_lists.json', {
			throttled: { resource: 'REMARKETINGUSERSLIST', version: 'v3' },
			answer: ({ query, account }) => {
				onlyKnown(query, ['_q']);
				const q = query.get('_q') ?? '';
				const items = account.audiences.userLists.filter(({ name }) => String(name).includes(q));
				return json(200, { items });
			},
		}),
	];
}
