import type { Probe } from '../../probe';
import { at, fieldsOf, kindOf, limitHeaders, mediaType, status } from '../../words';
import { formOfError } from './answers';

/** "v2: CREATE, READ" of the first resource; the names are words of the API, the limits stay unsaid. */
function actionsOf(json: unknown): string | undefined {
	const [first] = typeof json === 'object' && json !== null ? Object.values(json) : [];
	const versions = ['v1', 'v2', 'v3', 'all'].filter((version) => at(first, version) !== undefined);
	if (versions.length === 0) return undefined;
	return versions.map((version) => `${version}: ${fieldsOf(at(first, version))}`).join('; ');
}

export const accountProbes: readonly Probe[] = [
	{
		key: 'user',
		request: () => ({ path: '/api/v3/user.json' }),
		questions: [
			status('the account of the token', '3.9', 200),
			{ about: 'type of the answer', sheet: '3.0.4', found: mediaType, believed: 'application/json' },
			{
				about: 'headers about limits',
				sheet: '5.1',
				found: limitHeaders,
				believed: [
					'x-ratelimit-daily-limit, x-ratelimit-daily-remaining, x-ratelimit-hourly-limit, x-ratelimit-hourly-remaining, x-ratelimit-rps-limit, x-ratelimit-rps-remaining',
				],
			},
			{
				about: 'the account names its currency',
				sheet: '3.9',
				found: ({ json }) => kindOf(at(json, 'currency')),
				believed: 'text',
			},
		],
	},
	{
		key: 'balance',
		request: () => ({ path: '/api/v3/user.json', query: { fields: 'id,account' } }),
		questions: [
			{
				about: 'the account shows its balance',
				sheet: '8',
				found: ({ json }) => kindOf(at(json, 'account', 'balance')),
				believed: 'digits as text',
			},
		],
	},
	{
		key: 'wrong-token',
		request: () => ({ path: '/api/v3/user.json', signedAs: 'wrong' }),
		expects: [401],
		questions: [
			status('a token that is none', '1.8', 401),
			{
				about: 'form of the refusal of a token',
				sheet: '1.8',
				found: formOfError,
				believed: 'code, message',
			},
			{
				about: 'header that explains it',
				sheet: '1.8',
				found: ({ headers }) =>
					headers['www-authenticate'] === undefined ? 'no WWW-Authenticate' : 'WWW-Authenticate',
				believed: 'WWW-Authenticate',
			},
		],
	},
	{
		key: 'throttling',
		request: () => ({ path: '/api/v2/throttling.json' }),
		questions: [
			status('limits of the account', '3.1', 200),
			{ about: 'resources with limits of their own', sheet: '8', found: ({ json }) => fieldsOf(json) },
			{ about: 'versions and actions of the first one', sheet: '8', found: ({ json }) => actionsOf(json) },
		],
	},
];
