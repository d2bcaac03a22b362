import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';

import {
	RequestInvalidError,
	ResponseInvalidError,
	TemporarilyUnavailableError,
} from '../../../connector/errors';
import { SliceFailure } from '../../../connector/report';
import { planSlices, type Slice } from '../../../connector/slices';
import { FakeClock, settle } from '../../support/fake-clock';
import { JobPlatform, POLICY, type Fate } from './job-platform';
import { nameOf, Reader, rowsOf } from './reader';
import { refused, run, tooLarge } from './run';

const KINDS = {
	'is ready': () => ({}),
	'is refused': () => ({ order: refused() }),
	'is answered with 500': () => ({ order: new TemporarilyUnavailableError('No.', { status: 500 }) }),
	'is too large to be ordered': () => ({ order: tooLarge() }),
	fails: () => ({ job: new RequestInvalidError('The platform ended the job.') }),
	'is too long to be read': () => ({ fetch: new ResponseInvalidError('Too long.', { splittable: true }) }),
	'never ends': () => ({ buildMs: Infinity }),
} as const;

const fates = fc.record({
	kind: fc.oneof(
		{ weight: 8, arbitrary: fc.constant('is ready' as const) },
		{ weight: 4, arbitrary: fc.constantFrom(...(Object.keys(KINDS) as (keyof typeof KINDS)[])) },
		{
			weight: 4,
			arbitrary: fc.constantFrom('is too large to be ordered' as const, 'is too long to be read' as const),
		},
	),
	buildMs: fc.nat(50_000),
	/** Slices up to this size are ready whatever the others of their kind come to. */
	cells: fc.integer({ min: 1, max: 4 }),
});

const plans = fc.record({
	ids: fc.uniqueArray(fc.nat(99).map(String), { minLength: 1, maxLength: 10 }),
	days: fc.integer({ min: 1, max: 2 }),
	idsPerSlice: fc.integer({ min: 1, max: 3 }),
	fates: fc.array(fates, { minLength: 1, maxLength: 20 }),
	maxConcurrency: fc.integer({ min: 1, max: 4 }),
	ordersAhead: fc.integer({ min: 1, max: 8 }),
	holdRows: fc.constantFrom(0, 1, 3, 1000),
	collect: fc.boolean(),
	cuts: fc.record({ days: fc.boolean(), ids: fc.boolean() }),
	latencyMs: fc.constantFrom(0, 100, 4000),
});

/** All that whoever runs the report gets to see, and what the platform saw. */
async function outcomeOf(
	plan: typeof plans extends fc.Arbitrary<infer Plan> ? Plan : never,
	ordersAhead: number,
) {
	const window = { dateFrom: '2024-01-01', dateTo: `2024-01-0${String(plan.days)}` };
	const slices = planSlices({ window, daysPerSlice: 0, ids: plan.ids, idsPerSlice: plan.idsPerSlice });
	const fateOf = (slice: Slice): Fate => {
		const { kind, buildMs, cells } = plan.fates[slice.index % plan.fates.length]!;
		return { buildMs, ...(rowsOf(slice).length <= cells && kind.includes('too') ? {} : KINDS[kind]()) };
	};
	const jobs = new JobPlatform(new FakeClock(), fateOf, plan.latencyMs, { ...POLICY, deadlineMs: 300_000 });
	const none = new Reader(new FakeClock(), () => ({ pages: [] }));
	const { maxConcurrency, holdRows, collect, cuts } = plan;
	const parts = { read: jobs.read, maxConcurrency, holdRows, collect, cuts, ordersAhead };
	const { pages, failed, events } = run(slices, none, parts);
	const rows: unknown[] = [];
	let end = 'all';
	try {
		for await (const page of pages) rows.push(...page);
	} catch (error) {
		if (!(error instanceof SliceFailure)) throw error;
		end = `${nameOf(error.failure.slice)}: ${error.message}, ${String(error.failure.rowsDelivered)}`;
	}
	await settle();
	return { told: { rows, failed, events, end }, jobs };
}

describe('orders ahead', () => {
	it('change nothing of what is delivered and told, and order nothing twice, whatever fails', async () => {
		await fc.assert(
			fc.asyncProperty(plans, async (plan) => {
				const before = await outcomeOf(plan, 0);
				const ahead = await outcomeOf(plan, plan.ordersAhead);
				expect(ahead.told).toEqual(before.told);
				const ordered = ahead.jobs.orders.map((order) => order.split(' ')[0]);
				expect(new Set(ordered).size).toBe(ordered.length);
				if (ahead.told.end === 'all')
					expect([...ordered].sort()).toEqual(before.jobs.orders.map((order) => order.split(' ')[0]).sort());
				const { ordering, open, reading } = ahead.jobs.peak;
				// A half is ordered in its turn, whether or not an order ahead is still under way.
				const halves = ahead.told.events.some(({ type }) => type === 'split') ? 1 : 0;
				expect(ordering).toBeLessThanOrEqual(1 + halves);
				expect(reading).toBeLessThanOrEqual(plan.maxConcurrency);
				expect(open).toBeLessThanOrEqual(plan.maxConcurrency + plan.ordersAhead);
				expect(ahead.jobs.left).toEqual({ ordering: 0, open: 0, reading: 0 });
			}),
			{ numRuns: 150 },
		);
	});
});
