import type { Documented } from '../../platforms/platform';

const API = 'https://promopages.yandex.ru/api/promo/v1';
const CURSOR = 'true.c3RvcHBlZA.1583850430514.5e67a3c420e81f743c624ee2';
const PUBLISHER = '5d6015092f1e4409e4e3ee84';

export const documented: readonly Documented[] = [
	{
		document: 'Yandex PromoPages, information on campaigns',
		credential: { accessToken: 'YOUR_TOKEN', tokenType: 'OAuth', baseUrl: API },
		headers: { authorization: 'OAuth YOUR_TOKEN' },
		requests: [
			{
				shown: `GET ${API}/campaigns?publisherId=${PUBLISHER}&pageLastId=${CURSOR}&pageLimit=1`,
				parameters: {
					...{ resource: 'request', operation: 'send', path: '/campaigns', returnAll: true },
					query: JSON.stringify({ publisherId: PUBLISHER, pageLastId: CURSOR, pageLimit: 1 }),
				},
				with: 'from a certain page on; Campaign > Get Many goes from page to page by itself',
			},
		],
	},
];
