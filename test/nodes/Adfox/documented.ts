import type { Documented } from '../../platforms/platform';

const API = 'https://adfox.yandex.ru/api';
const send = (object: string, action: string, actionObject: string, parameters: object = {}) => ({
	...{ resource: 'request', operation: 'send', returnAll: true },
	...{ object, action, actionObject, parameters: JSON.stringify(parameters) },
});
const PAGES = { limit: '1000', offset: '0', encoding: 'UTF-8' };
const PAGED = 'Lists come by pages, in UTF-8.';
const IN_THE_BODY =
	'What changes something goes in the body, the second of the ways that the document shows: an address stays in logs.';

/** A change that the document shows by its address. */
const inTheBody = (fields: Readonly<Record<string, string>>) => ({
	method: 'POST',
	query: Object.fromEntries(Object.keys(fields).map((name) => [name, undefined])),
	body: { ...fields, encoding: 'UTF-8' },
});
const block = (object: string, action: string, actionObject: string) => ({ object, action, actionObject });
const campaign = {
	...block('account', 'add', 'campaign'),
	...{ name: 'ADFOX_company', advertiser: '427', status: '1', level: '5' },
};
const address = (fields: Readonly<Record<string, string>>) =>
	`GET ${API}/v1?${new URLSearchParams(fields).toString()}`;

export const documented: readonly Documented[] = [
	{
		document: 'ADFOX, general description of the API',
		credential: { accessToken: '2f3e783b', authHeader: 'xYandexApiKey', baseUrl: API },
		headers: { 'x-yandex-api-key': '2f3e783b' },
		requests: [
			{
				shown: address(block('account', 'list', 'position')),
				parameters: {
					...{ resource: 'dictionary', operation: 'getAll', dictionary: 'position', returnAll: true },
				},
				with: 'Dictionary Position',
				leaves: { query: PAGES },
				because: PAGED,
			},
			{
				shown: address(campaign),
				parameters: send('account', 'add', 'campaign', {
					...{ name: 'ADFOX_company', advertiser: 427, status: 1, level: 5 },
				}),
				with: 'as it stands there; Campaign > Create has fields for it',
				leaves: inTheBody(campaign),
				because: IN_THE_BODY,
			},
			{
				shown: `POST ${API}/v1`,
				body: block('account', 'list', 'website'),
				parameters: { resource: 'site', operation: 'getAll', returnAll: true },
				leaves: {
					method: 'GET',
					query: { ...block('account', 'list', 'website'), ...PAGES },
					body: {},
				},
				because: 'What changes nothing goes in the address, the first of the ways that the document shows.',
			},
			{
				shown: address(block('account', 'add', 'banner')),
				parameters: send('account', 'add', 'banner'),
				with: 'the navigation block; Banner > Create has fields for the rest',
				leaves: inTheBody(block('account', 'add', 'banner')),
				because: IN_THE_BODY,
			},
			{
				shown: address(block('banner', 'modify', 'banner')),
				parameters: send('banner', 'modify', 'banner'),
				with: 'the navigation block; Banner > Update has fields for the rest',
				leaves: inTheBody(block('banner', 'modify', 'banner')),
				because: IN_THE_BODY,
			},
			{
				shown: address(block('banner', 'target', 'targetingFrequency')),
				parameters: send('banner', 'target', 'targetingFrequency'),
				with: 'the navigation block; Banner > Set Frequency has fields for the rest',
				leaves: inTheBody(block('banner', 'target', 'targetingFrequency')),
				because: IN_THE_BODY,
			},
		],
	},
];
