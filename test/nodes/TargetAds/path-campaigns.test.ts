import { describe, expect, it } from '@jest/globals';

import { Harness, idsOf, runOnFakeClock, sorted } from './harness';

const PATH = {
	...{ resource: 'report', operation: 'getPathToConversion', campaignScope: 'accessible', returnAll: true },
	pathFields: [
		'PathDeviceID',
		'PathPosition',
		'PathLength',
		'InteractionTime',
		'InteractionType',
		'TargetEventName',
	],
	pathInteractionTypes: ['Click', 'PageView'],
	...{ dateRange: 'custom', dateFrom: '2026-01-01', dateTo: '2026-01-06' },
};

const harness = Harness.ofFile({
	now: () => Date.parse('2026-03-02T09:00:00Z'),
	targetAds: { placements: 773, rowsPerCell: 1, jobPolls: 0 },
});

describe('paths of 773 campaigns with the interactions of two types', () => {
	const placements = () => harness.sandbox.targetAds.accessibleIds;
	/** Values of a job's file are text. */
	const truth = (delivery: string) => {
		const question = { ...PATH, fields: PATH.pathFields, touchTypes: PATH.pathInteractionTypes };
		const rows = [...harness.sandbox.targetAds.pathRows({ ...question, placementIds: placements() })];
		if (delivery === 'direct') return sorted(rows);
		return sorted(
			rows.map((row) =>
				Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value)])),
			),
		);
	};
	const asked = () => harness.reportRequests.flatMap((request) => idsOf(request)!);

	it.each([
		['direct', 78],
		// Jobs hold three days.
		['job', 2 * 78],
	])('gives every row once: %s', async (delivery, orders) => {
		harness.sandbox.reset();
		expect(placements()).toHaveLength(773);
		const rows =
			delivery === 'job'
				? (await runOnFakeClock(harness.sandbox, { ...PATH, delivery })).items.map(({ json }) => json)
				: await harness.rows({ ...PATH, delivery });
		expect(sorted(rows)).toEqual(truth(delivery));
		expect(rows.length).toBeGreaterThan(100);
		expect(harness.reportRequests).toHaveLength(orders);
		expect(new Set(asked())).toEqual(new Set(placements()));
	});
});
