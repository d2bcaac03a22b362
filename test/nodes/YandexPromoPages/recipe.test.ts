import { describe, expect, it } from '@jest/globals';

import { promoPages } from '../../platforms/promopages';
import { loadedAgain, RECIPES } from '../support/recipe';
import { Harness, jsonOf, ofPublisher, publisherOf, runOnFakeClock, sorted } from './harness';

const harness = Harness.ofFile({
	now: () => Date.parse('2026-03-02T09:00:00Z'),
	promoPages: { campaigns: [450], reportPolls: 0 },
});

describe.each(RECIPES)('the recipe of %s for failed slices', (page) => {
	it('loads the rest, each row once', async () => {
		const { sandbox } = harness;
		const asked = {
			...{ resource: 'report', operation: 'get', returnAll: true, ...ofPublisher(publisherOf(sandbox)) },
			...{ level: 'publications', dateRange: 'custom', dateFrom: '2026-01-01', dateTo: '2026-01-03' },
		};
		const whole = jsonOf((await runOnFakeClock(sandbox, asked)).items);
		const refusal = { kind: 'status', status: 400 } as const;
		sandbox.faults.add({ path: /^\/reports\//, method: 'POST', skip: 1, times: 1, fault: refusal });
		const { rows, failed, again } = await loadedAgain({ platform: promoPages, sandbox, page }, asked);
		expect(failed).toHaveLength(1);
		expect(again.length).toBeGreaterThan(0);
		expect(sorted([...rows, ...again])).toEqual(sorted(whole));
	});
});
