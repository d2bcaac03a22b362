import type { IDataObject } from 'n8n-workflow';

import { promoPages } from '../../platforms/promopages';
import type { NodeTask } from '../contender/task';
import { PUBLISHERS, SLOWEST } from '../server/publishers';
import type { Measurement, Setup } from './measurement';

export const SLOWEST_ALONE = 'the slowest one alone';
export const ALL_PUBLISHERS = 'all four';

export function publisherMeasurements({ server: { publishers } }: Setup): Measurement[] {
	const report = (scope: IDataObject): NodeTask => ({
		contender: 'node',
		type: promoPages.type,
		credentialType: promoPages.credentialType,
		credential: { accessToken: 'bench', tokenType: 'OAuth', baseUrl: publishers },
		parameters: {
			resource: 'report',
			operation: 'get',
			...scope,
			campaignScope: 'all',
			dateRange: 'custom',
			dateFrom: '2026-02-01',
			dateTo: '2026-02-28',
			returnAll: true,
			options: { pollInterval: 1 },
		},
		warmUp: { resource: 'publisher', operation: 'getAll', returnAll: true },
	});
	const seconds = Object.values(PUBLISHERS).join(', ');
	return [
		{
			name: 'publishers',
			title: `Reports of ${Object.keys(PUBLISHERS).length} PromoPages publishers, which take ${seconds} s`,
			cases: [
				{ name: SLOWEST_ALONE, task: report({ publisherScope: 'byId', publisherIdList: SLOWEST }) },
				{ name: ALL_PUBLISHERS, task: report({ publisherScope: 'all' }) },
			],
			runs: 1,
		},
	];
}
