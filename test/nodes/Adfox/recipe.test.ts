import { describe, expect, it } from '@jest/globals';

import { adfox } from '../../platforms/adfox';
import { loadedAgain, RECIPES } from '../support/recipe';
import { Harness, sorted } from './harness';

const harness = Harness.ofFile({
	now: () => Date.parse('2026-03-02T09:00:00Z'),
	adfox: { banners: 40, reportRequestsPerMinute: 0 },
});

describe.each(RECIPES)('the recipe of %s for failed slices', (page) => {
	it('loads the rest, each row once', async () => {
		const { sandbox } = harness;
		const asked = {
			...{
				resource: 'report',
				operation: 'get',
				returnAll: true,
				dimensions: ['date'],
				metrics: ['clicks_total'],
			},
			...{ dateRange: 'custom', dateFrom: '2026-01-01', dateTo: '2026-01-31' },
			options: { daysPerRequest: 10 },
		};
		// Not by a run of its own: the same order would get the same report again.
		const whole = sandbox.adfox.reportRows({
			...{ metrics: ['clicks_total'], dimensions: ['date'] },
			...{ dateFrom: '2026-01-01', dateTo: '2026-01-31' },
		});
		const fault = { kind: 'status', status: 400 } as const;
		sandbox.faults.add({ path: '/v2/reports', method: 'POST', skip: 1, times: 1, fault });
		const { rows, failed, again } = await loadedAgain({ platform: adfox, sandbox, page }, asked);
		expect(failed).toHaveLength(1);
		expect(again.length).toBeGreaterThan(0);
		expect(sorted([...rows, ...again])).toEqual(sorted(whole));
	});
});
