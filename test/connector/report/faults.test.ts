import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';

import { noLimit, offsetPages } from '../../../connector/pages';
import { runReport, type FailedSlice } from '../../../connector/report';
import type { Row } from '../../../connector/rows';
import { planSlices, type Slice } from '../../../connector/slices';
import { FakeClock } from '../../support/fake-clock';
import { collectRows } from '../rows/chunks';
import { windowAt } from '../slices/calendar';
import { refused, tooLarge } from './run';

/** What one request comes to: an answer that is late, or one of two failures. */
const answers = fc.record({
	fate: fc.oneof(
		{ weight: 6, arbitrary: fc.constant('answer' as const) },
		{ weight: 2, arbitrary: fc.constant('too large' as const) },
		{ weight: 1, arbitrary: fc.constant('refused' as const) },
	),
	latencyMs: fc.nat(50),
	cap: fc.integer({ min: 1, max: 8 }),
});

/** What every further one comes to. */
const LAST = { fate: 'answer', latencyMs: 1, cap: 100 };

const plans = fc.record({
	length: fc.integer({ min: 1, max: 10 }),
	daysPerSlice: fc.nat(4),
	ids: fc.uniqueArray(fc.nat(99).map(String), { minLength: 1, maxLength: 6 }),
	idsPerSlice: fc.nat(3),
	rowsPerCell: fc.nat(3),
	maxConcurrency: fc.integer({ min: 1, max: 4 }),
	holdRows: fc.constantFrom(0, 1, 5, 1000),
	pageSize: fc.integer({ min: 1, max: 10 }),
	cuts: fc.record({ days: fc.boolean(), ids: fc.boolean() }),
	requests: fc.array(answers, { minLength: 1, maxLength: 40 }),
});

const DAYS = Array.from({ length: 10 }, (_, index) => windowAt(index, 1).dateFrom);

/** What the platform holds for a slice: some rows per day and id, each different. */
function truth({ window, ids }: Pick<Slice, 'window' | 'ids'>, rowsPerCell: number): Row[] {
	return DAYS.filter((day) => day >= window!.dateFrom && day <= window!.dateTo).flatMap((day) =>
		ids!.flatMap((id) => Array.from({ length: rowsPerCell }, (_, row) => ({ day, id, row }))),
	);
}

const sorted = (rows: readonly Row[]) => rows.map((row) => JSON.stringify(row)).sort();

describe('a report on a platform with faults', () => {
	it('S12, T25: delivers each row once or tells of the slice in which it is missing', async () => {
		await fc.assert(
			fc.asyncProperty(plans, async (plan) => {
				const { ids, rowsPerCell, requests, pageSize } = plan;
				const clock = new FakeClock();
				const failures: FailedSlice[] = [];
				let asked = 0;
				let open = 0;

				async function* read(slice: Slice, signal: AbortSignal) {
					expect(++open).toBeLessThanOrEqual(plan.maxConcurrency);
					const rows = truth(slice, rowsPerCell);
					try {
						yield* offsetPages(
							async (offset, size) => {
								const { fate, latencyMs, cap } = requests[asked++] ?? LAST;
								await clock.sleep(latencyMs, signal);
								if (fate === 'too large') throw tooLarge();
								if (fate === 'refused') throw refused();
								const page = rows.slice(offset, offset + Math.min(size, cap));
								return { rows: page, hasMore: () => offset + page.length < rows.length };
							},
							{ pageSize, limit: noLimit() },
						);
					} finally {
						open--;
					}
				}

				const window = windowAt(0, plan.length);
				const slices = [...planSlices({ ...plan, window })];
				const delivered = await collectRows(
					runReport(slices, {
						...plan,
						read,
						ordersAhead: 0,
						limit: noLimit(),
						onFailedSlice: (failure) => failures.push(failure),
						observe: () => {},
						signal: new AbortController().signal,
					}),
				);
				const missing = failures.flatMap(({ slice, rowsDelivered }) =>
					truth(slice, rowsPerCell).slice(rowsDelivered),
				);
				expect(sorted([...delivered, ...missing])).toEqual(sorted(truth({ window, ids }, rowsPerCell)));
				expect(open).toBe(0);
				for (const { slice, error, rowsDelivered } of failures) {
					const couldBeCut =
						(plan.cuts.days && slice.window!.dateFrom < slice.window!.dateTo) ||
						(plan.cuts.ids && slice.ids!.length > 1);
					// A slice may be given up only when it was refused, is the smallest one, or was handed on in part.
					expect(!error.splittable || !couldBeCut || rowsDelivered > 0).toBe(true);
				}
			}),
			{ numRuns: 150 },
		);
	});
});
