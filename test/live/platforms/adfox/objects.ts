import type { LiveAnswer, LiveRequest, Probe } from '../../probe';
import { among, charset, limitHeaders, mediaType, momentOf, status } from '../../words';
import { asked, code, element } from './answers';

const classic = (query: Readonly<Record<string, string>>, signedAs?: string): LiveRequest => ({
	path: '/v1',
	query: { encoding: 'UTF-8', ...query },
	signedAs,
});

const campaigns = (query: Readonly<Record<string, string>>, signedAs?: string): LiveRequest =>
	classic({ object: 'account', action: 'list', actionObject: 'campaign', ...query }, signedAs);

/** Names of the elements directly in another one. */
function childrenOf(content: string | undefined): string {
	if (content === undefined) return 'missing';
	const names: string[] = [];
	let rest = content;
	for (
		let match = /<([A-Za-z_]\w*)\s*(\/?)>/.exec(rest);
		match !== null;
		match = /<([A-Za-z_]\w*)\s*(\/?)>/.exec(rest)
	) {
		const [open, name = '', closed] = match;
		const end = closed === '/' ? -1 : rest.indexOf(`</${name}>`, match.index);
		names.push(name.replace(/^row\d+$/, 'rowN'));
		rest = rest.slice(end === -1 ? match.index + open.length : end + name.length + 3);
	}
	return [...new Set(names)].sort().join(', ') || 'nothing';
}

function counters(answer: LiveAnswer): string {
	const inLinks = element(answer, 'links')?.includes('<total_rows>') === true;
	if (inLinks) return 'in links';
	return element(answer, 'total_rows') === undefined ? 'nowhere' : 'in result';
}

function emptyData(answer: LiveAnswer): string {
	const data = element(answer, 'data');
	return data === undefined
		? 'no element data'
		: data.trim() === ''
			? 'an empty element data'
			: 'data with rows';
}

const declaration = ({ text }: LiveAnswer) => {
	const [, encoding] = /^\uFEFF?\s*<\?xml[^>]*encoding="([\w-]+)"/i.exec(text) ?? [];
	return encoding === undefined ? 'no declaration' : among(encoding.toLowerCase(), ['utf-8', 'windows-1251']);
};

const isXml = ({ text }: LiveAnswer) =>
	/^\uFEFF?\s*(<\?xml[^>]*>)?\s*<response\b/.test(text) ? 'XML of a response' : 'no XML of a response';

export const objectsProbes: readonly Probe[] = [
	{
		key: 'campaigns',
		request: () => campaigns({ limit: '1', offset: '0' }),
		questions: [
			status('a page of one campaign, Authorization: OAuth', '1.2', 200),
			{ about: 'form of the answer', sheet: '3.1', found: isXml, believed: 'XML of a response' },
			{ about: 'code of the answer', sheet: '4.2', found: code, believed: 'code 0' },
			{ about: 'type of the answer', sheet: '1.5', found: mediaType },
			{ about: 'charset in the header', sheet: '1.5', found: charset, believed: 'utf-8' },
			{ about: 'encoding in the XML declaration', sheet: '1.5', found: declaration, believed: 'utf-8' },
			{ about: 'place of the page counters', sheet: '7.3', found: counters, believed: 'in result' },
			{ about: 'fields of a campaign', sheet: '2.3', found: (answer) => childrenOf(element(answer, 'row0')) },
			{
				about: 'form of dateStart',
				sheet: '1.6',
				found: (answer) => momentOf(element(answer, 'dateStart')),
				believed: ['YYYY-MM-DD HH:MM', 'missing', 'an empty text'],
			},
			{ about: 'headers about limits', sheet: '9', found: limitHeaders },
		],
	},
	{
		key: 'api-key',
		request: () => campaigns({ limit: '1', offset: '0' }, 'apiKey'),
		expects: [200],
		questions: [
			status('the same by X-Yandex-API-Key', '7.3', 200),
			{ about: 'code of the answer by X-Yandex-API-Key', sheet: '7.3', found: code, believed: 'code 0' },
		],
	},
	{
		key: 'wrong-token',
		request: () => campaigns({ limit: '1', offset: '0' }, 'wrong'),
		expects: [200, 401],
		questions: [
			status('a token that is none', '4.3', 401, 200),
			{
				about: 'form of the refusal of a token',
				sheet: '4.3',
				found: (answer) => (isXml(answer) === 'XML of a response' ? code(answer) : 'no XML of a response'),
				believed: 'code -1',
			},
		],
	},
	asked('limit-1001', 'a page of 1001', campaigns({ limit: '1001', offset: '2000000000' })),
	asked('limit-0', 'a page of 0', campaigns({ limit: '0', offset: '0' })),
	{
		key: 'empty-page',
		request: () => campaigns({ limit: '1', offset: '2000000000' }),
		questions: [
			{ about: 'code of a page behind the end', sheet: '9', found: code, believed: 'code 0' },
			{ about: 'form of an empty list', sheet: '9', found: emptyData, believed: 'an empty element data' },
			{
				about: 'a link to the next page there',
				sheet: '9',
				found: (answer) => ((element(answer, 'next') ?? '').trim() === '' ? 'none' : 'a link'),
			},
		],
	},
	{
		key: 'unknown-object',
		request: () => classic({ object: 'noSuchObject', action: 'list', limit: '1', offset: '0' }),
		expects: [200, 400, 404],
		questions: [
			status('an object that there is not', '4.3', 200),
			{ about: 'code for an object that there is not', sheet: '4.2', found: code, believed: 'code -3' },
			{
				about: 'elements of a refusal',
				sheet: '4.1',
				found: (answer) => childrenOf(element(answer, 'status')),
				believed: ['code, error', 'code, error, parameter, value'],
			},
		],
	},
	{
		key: 'unknown-action-object',
		request: () =>
			classic({ object: 'account', action: 'list', actionObject: 'noSuchObject', limit: '1', offset: '0' }),
		expects: [200, 400, 404],
		questions: [
			{ about: 'code for an actionObject that there is not', sheet: '4.2', found: code, believed: 'code -4' },
		],
	},
	asked('auth', 'account/auth', classic({ object: 'account', action: 'auth' })),
	...['category', 'targetingProfile', 'bannerType', 'browser'].map((actionObject): Probe => ({
		key: `fields-${actionObject}`,
		request: () => classic({ object: 'account', action: 'list', actionObject, limit: '1', offset: '0' }),
		questions: [
			{
				about: `fields of ${actionObject}`,
				sheet: '9',
				found: (answer) => childrenOf(element(answer, 'row0')),
			},
		],
	})),
];
