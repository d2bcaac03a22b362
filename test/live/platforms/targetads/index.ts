import type { LivePlatform } from '../../probe';
import { accessProbes } from './access';
import { reportsProbes } from './reports';
import { unknowns } from './unknowns';

export const targetAds: LivePlatform = {
	key: 'targetads',
	title: 'TargetADS',
	sheet: 'targetads',
	environment: {
		token: { name: 'TARGETADS_TOKEN', holds: 'an access token' },
		projectId: { name: 'TARGETADS_PROJECT_ID', holds: 'the number of its project' },
		baseUrl: { name: 'TARGETADS_BASE_URL', holds: 'another address', fallback: 'https://api.targetads.io' },
	},
	ways: {
		usual: (token) => ({ authorization: `Bearer ${token}` }),
		wrong: () => ({ authorization: 'Bearer not-a-token' }),
	},
	query: ({ projectId = '' }) => ({ project_id: projectId }),
	readsByPost: [
		...['/v1/reports/raw_reports', '/v1/reports/agg_report', '/v1/reports/path_to_conversion'],
		'/v2/reports/raw_reports',
	],
	probes: [...accessProbes, ...reportsProbes],
	unknowns,
};
