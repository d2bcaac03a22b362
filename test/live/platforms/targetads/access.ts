import type { LiveAnswer, Probe } from '../../probe';
import { at, fieldsOf, kindOf, limitHeaders, mediaType, momentOf, presentOf, status } from '../../words';
import { refusal } from './answers';

export const accessProbes: readonly Probe[] = [
	{
		key: 'token',
		request: () => ({ path: '/v1/meta/token_validate' }),
		questions: [
			status('the token is asked about', '3.2', 200),
			{ about: 'type of the answer', sheet: '1', found: mediaType, believed: 'application/json' },
			{
				about: 'fields of the answer about the token',
				sheet: 'T5',
				found: ({ text, json }) => (text === '' ? 'an empty body' : fieldsOf(json)),
				believed: 'campaign_access, expires_at, is_admin, project_id, valid',
			},
			{
				about: 'form of expires_at',
				sheet: '3.2',
				found: ({ json, text }) => (text === '' ? undefined : momentOf(at(json, 'expires_at'))),
				believed: 'ISO 8601 with Z',
			},
			{
				about: 'what campaign_access is',
				sheet: '3.2',
				found: ({ json, text }) => (text === '' ? undefined : kindOf(at(json, 'campaign_access'))),
			},
			{ about: 'headers about limits', sheet: '7', found: limitHeaders },
		],
	},
	{
		key: 'wrong-token',
		request: () => ({ path: '/v1/meta/token_validate', signedAs: 'wrong' }),
		expects: [401, 403],
		questions: [
			status('a token that is none', '3.11', 401),
			{
				about: 'fields of the refusal of a token',
				sheet: '3.11',
				found: refusal,
				believed: 'ErrorCode, ErrorMessage',
			},
		],
	},
	{
		key: 'placements',
		request: () => ({ path: '/v1/meta/campaigns', query: { active: 'true' } }),
		questions: [
			status('the active placements are listed', '3.1', 200),
			{
				about: 'key of the list of placements',
				sheet: 'T2',
				found: ({ json }) => presentOf(json, ['campaigns', 'meta']),
				believed: 'campaigns',
			},
			{
				about: 'the list has a count',
				sheet: 'T2',
				found: ({ json }) => kindOf(at(json, 'count')),
				believed: 'a number',
			},
			...(['placement_id', 'placement_name', 'source_id', 'marketing_campaign_id'] as const).map((field) => ({
				about: `kind of ${field}`,
				sheet: '3.1',
				found: ({ json }: LiveAnswer) => {
					const entry = at(at(json, 'campaigns') ?? at(json, 'meta'), 0);
					return entry === undefined ? undefined : kindOf(at(entry, field)).replace('digits as text', 'text');
				},
				believed: field.endsWith('name') ? 'text' : 'a number',
			})),
			{
				about: 'form of placement_created',
				sheet: '3.1',
				found: ({ json }) => {
					const entry = at(at(json, 'campaigns') ?? at(json, 'meta'), 0);
					return entry === undefined ? undefined : momentOf(at(entry, 'placement_created'));
				},
				believed: 'YYYY-MM-DD HH:MM:SS',
			},
		],
	},
	{
		key: 'events',
		request: () => ({ path: '/v1/meta/target_event' }),
		questions: [
			status('target events are listed', '3.3', 200),
			{
				about: 'fields of the list of events',
				sheet: '3.3',
				found: ({ json }) => fieldsOf(json),
				believed: 'count, target_events',
			},
		],
	},
];
