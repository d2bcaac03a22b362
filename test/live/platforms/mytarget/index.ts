import type { LivePlatform } from '../../probe';
import { accountProbes } from './account';
import { listsProbes } from './lists';
import { statisticsProbes } from './statistics';
import { unknowns } from './unknowns';

export const myTarget: LivePlatform = {
	key: 'mytarget',
	title: 'VK Ads (myTarget)',
	sheet: 'mytarget',
	environment: {
		token: { name: 'MYTARGET_TOKEN', holds: 'an access token that was issued already' },
		baseUrl: {
			name: 'MYTARGET_BASE_URL',
			holds: 'https://target.my.com for an account of myTarget',
			fallback: 'https://ads.vk.com',
		},
	},
	ways: {
		usual: (token) => ({ authorization: `Bearer ${token}` }),
		wrong: () => ({ authorization: 'Bearer not-a-token' }),
	},
	readsByPost: [],
	probes: [...accountProbes, ...listsProbes, ...statisticsProbes],
	unknowns,
};
