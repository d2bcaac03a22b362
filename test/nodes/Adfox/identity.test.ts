import { describe } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { adfox } from '../../platforms/adfox';
import { ANY_REPORT, identityTests } from '../support/report-identity';
import { byId, Harness } from './harness';

const harness = Harness.ofFile({
	now: () => Date.parse('2026-03-02T09:00:00Z'),
	adfox: { banners: 10, campaigns: 5, reportPolls: 0, reportRequestsPerMinute: 0 },
});

const stage = {
	platform: adfox,
	sandbox: () => harness.sandbox,
	asks: ({ method }: { method: string }) => method === 'POST',
};
const where = (...values: INodeParameters[]): INodeParameters => ({ filters: { conditions: { values } } });
const condition = (value: string): INodeParameters => ({ field: 'campaign_id', operator: 'eq', value });
const [one, other] = [condition('1'), condition('2')];

describe('the cursor of a report', () => {
	identityTests('a report of metrics and dimensions', {
		...stage,
		report: () => ({
			...{ resource: 'report', operation: 'get', level: 'owner', ...where(one, other) },
			...{ metrics: ['loads_commercial', 'clicks_total'], dimensions: ['date', 'campaign_id'] },
		}),
		another: () => ({
			metrics: { metrics: ['clicks_total'] },
			'other metrics': { options: { otherMetrics: 'loads_total' } },
			dimensions: { dimensions: ['date'] },
			'other dimensions': { options: { otherDimensions: 'campaign_name' } },
			filters: where(one),
			'another filter': where(one, condition('3')),
			owner: { options: { ownerId: '5' } },
		}),
		same: () => ({
			...ANY_REPORT,
			'order of metrics': { metrics: ['clicks_total', 'loads_commercial'] },
			'order of dimensions': { dimensions: ['campaign_id', 'date'] },
			'order of filters': where(other, one),
			'what is said of saved reports': { level: 'campaign', options: { objectId: '7' } },
			'days per request': { options: { daysPerRequest: 1 } },
			polling: { options: { pollInterval: 1, pollTimeout: 100 } },
		}),
	});

	identityTests('a saved report', {
		...stage,
		report: () => ({
			...{ resource: 'report', operation: 'get', level: 'campaign', reportName: byId('days') },
			options: { objectId: '7', ownerId: '5' },
		}),
		another: () => ({
			report: { reportName: byId('campaigns') },
			level: { level: 'owner' },
			object: { options: { objectId: '8' } },
			owner: { options: { ownerId: '6' } },
			'exchanged IDs': { options: { objectId: '5', ownerId: '7' } },
		}),
		same: () => ({
			...ANY_REPORT,
			'what it does not have': { metrics: ['clicks_total'], dimensions: ['campaign_id'] },
		}),
	});

	identityTests('a saved report with conditions', {
		...stage,
		report: () => ({
			...{ resource: 'report', operation: 'get', level: 'owner', reportName: byId('custom_1809') },
			...where(one),
		}),
		another: () => ({ condition: where(other), 'one more': where(one, other) }),
		same: () => ANY_REPORT,
	});

	identityTests('Ad Performance', {
		...stage,
		report: () => ({ resource: 'report', operation: 'getPerformance', performanceLevel: 'campaign' }),
		another: () => ({
			account: { performanceLevel: 'account' },
			ads: { performanceLevel: 'ad' },
			owner: { options: { ownerId: '5' } },
		}),
		same: () => ({
			...ANY_REPORT,
			'empty days': { options: { includeEmptyDays: true } },
			'days per request': { options: { daysPerRequest: 1 } },
			polling: { options: { pollInterval: 1, pollTimeout: 100 } },
		}),
	});
});
