import type { LivePlatform } from '../../probe';
import { objectsProbes } from './objects';
import { reportsProbes } from './reports';
import { unknowns } from './unknowns';

export const adfox: LivePlatform = {
	key: 'adfox',
	title: 'ADFOX',
	sheet: 'adfox',
	environment: {
		token: { name: 'ADFOX_TOKEN', holds: 'an OAuth token with the scope adfox:api' },
		baseUrl: { name: 'ADFOX_BASE_URL', holds: 'another address', fallback: 'https://adfox.yandex.ru/api' },
	},
	ways: {
		usual: (token) => ({ authorization: `OAuth ${token}` }),
		apiKey: (token) => ({ 'x-yandex-api-key': token }),
		wrong: () => ({ authorization: 'OAuth not-a-token' }),
	},
	readsByPost: ['/v2/reports'],
	probes: [...objectsProbes, ...reportsProbes],
	unknowns,
};
