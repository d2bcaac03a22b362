import type { LivePlatform } from '../../probe';
import { cabinetsProbes } from './cabinets';
import { reportsProbes } from './reports';
import { unknowns } from './unknowns';

export const promoPages: LivePlatform = {
	key: 'promopages',
	title: 'Yandex PromoPages',
	sheet: 'promopages',
	environment: {
		token: { name: 'PROMOPAGES_TOKEN', holds: 'an OAuth token with the scope promopages:api' },
		baseUrl: {
			name: 'PROMOPAGES_BASE_URL',
			holds: 'another address',
			fallback: 'https://promopages.yandex.ru/api/promo/v1',
		},
	},
	ways: {
		usual: (token) => ({ authorization: `OAuth ${token}` }),
		bearer: (token) => ({ authorization: `Bearer ${token}` }),
		wrong: () => ({ authorization: 'OAuth not-a-token' }),
	},
	readsByPost: ['/reports/campaigns-daily-stats'],
	probes: [...cabinetsProbes, ...reportsProbes],
	unknowns,
};
