import { describe } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { myTarget } from '../../platforms/mytarget';
import { ANY_REPORT, identityTests } from '../support/report-identity';
import { Harness, NOW } from './harness';

const harness = Harness.ofFile({ now: () => Date.parse(NOW), myTarget: { campaigns: 5, banners: 8 } });

const ids = () => harness.sandbox.myTarget.campaigns.map(({ id }) => String(id));
const scope = (...campaignIds: string[]): INodeParameters => ({ objectScope: 'selected', campaignIds });

const stage = {
	platform: myTarget,
	sandbox: () => harness.sandbox,
	asks: ({ path }: { path: string }) => path.includes('/statistics/'),
};
const report = (operation: string) => (): INodeParameters => ({
	...{ resource: 'report', operation, objectType: 'campaigns', ...scope(...ids().slice(0, 2)) },
	...{ metrics: ['base', 'events'] },
});
const another = () => ({
	objects: scope(ids()[0]!),
	'all objects': { objectScope: 'all' },
	'active objects': { objectScope: 'active' },
	type: { objectType: 'banners', objectScope: 'all' },
	metrics: { metrics: ['base'] },
	'other metrics': { options: { otherMetrics: 'video' } },
	attribution: { options: { attribution: 'impression' } },
});
const same = () => ({
	...ANY_REPORT,
	'order of objects': scope(...ids().slice(0, 2).reverse()),
	'an object twice': scope(...ids().slice(0, 2), ids()[1]!),
	'objects by ID': { objectScope: 'byId', campaignIdList: ids().slice(0, 2).join() },
	'order of metrics': { metrics: ['events', 'base'] },
	simplify: { simplify: false },
	batches: { options: { idsPerRequest: 1 } },
});

describe('the cursor of a report', () => {
	identityTests('Daily Statistics', {
		...{ ...stage, report: report('getDaily'), another },
		same: () => ({ ...same(), 'days per request': { options: { daysPerRequest: 1 } } }),
	});

	identityTests('Period Totals', { ...stage, report: report('getPeriod'), another, same });

	identityTests('Goals', {
		...{ ...stage, report: report('getGoals') },
		another: () => {
			const { metrics: _metrics, 'other metrics': _others, ...changes } = another();
			return { ...changes, conversions: { conversionType: 'total' } };
		},
		same,
	});

	identityTests('Ad Performance', {
		...stage,
		report: () => ({ resource: 'report', operation: 'getPerformance', performanceLevel: 'campaign' }),
		another: () => ({
			'ad groups': { performanceLevel: 'ad_group' },
			ads: { performanceLevel: 'ad' },
			account: { performanceLevel: 'account' },
			attribution: { options: { attribution: 'impression' } },
		}),
		same: () => ({
			...ANY_REPORT,
			'empty days': { options: { includeEmptyDays: true } },
			'days per request': { options: { daysPerRequest: 1 } },
			batches: { options: { idsPerRequest: 1 } },
		}),
	});
});
