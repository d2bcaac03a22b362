import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { BenchPool } from './bench-pool';
import { cellsOf, nameOf } from './cells';
import type { PlatformUnderTest } from './model';
import { difference, fingerprints } from './rows';
import { runCell } from './run-cell';
import { faults } from './table';
import type { Outcome } from './workbench';

/** Jest runs one cell of so many, spread over all faults; `npm run faults` runs every one. */
const SHARE = 8;

const groups = [...new Set(faults.map(({ group }) => group))];

/** Jest tests for a share of the cells of a platform, one for each operation and group of faults. */
export function describeMatrix(platform: PlatformUnderTest): void {
	let pool: BenchPool;
	beforeAll(async () => {
		pool = await BenchPool.open(platform);
	});
	afterAll(async () => pool.close());

	describe.each(platform.operations.map((operation, index) => [operation.name, operation, index] as const))(
		'%s',
		(_name, operation, first) => {
			let undisturbed: Outcome;
			let truth: readonly string[];
			beforeAll(async () => {
				({ outcome: undisturbed, truth } = await pool.undisturbed(operation));
			});

			it('gives all rows when nothing is in its way', () => {
				expect(undisturbed.error).toBeUndefined();
				expect(truth.length).toBeGreaterThan(0);
				expect(difference(fingerprints(undisturbed.rows), truth)).toBeUndefined();
			});

			it.each(groups)(
				'%s',
				async (group) => {
					const cells = faults
						.filter((fault) => fault.group === group)
						.flatMap((fault) => cellsOf(operation, fault, platform, undisturbed.received))
						.filter((_cell, index) => index % SHARE === first % SHARE);
					const complaints = await pool.all(cells, async (bench, cell) => runCell(bench, cell, truth));
					const wrong = cells.flatMap((cell, index) =>
						complaints[index] === undefined ? [] : [`${nameOf(cell)}: ${complaints[index]}`],
					);
					expect(wrong).toEqual([]);
				},
				120_000,
			);
		},
	);
}
