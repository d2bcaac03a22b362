import { beforeAll, describe, expect, it } from '@jest/globals';

import { ofFile } from '../support/of-file';
import { BenchPool } from './bench-pool';
import { cellsOf, nameOf } from './cells';
import { difference, fingerprints } from './rows';
import { runCell } from './run-cell';
import { underTest } from './run-matrix';
import { families, faults } from './table';
import type { Outcome } from './workbench';

/** Jest runs one cell of so many, spread over all faults; `npm run faults` runs every one. */
const SHARE = 8;

const groups = Object.keys(families);

/** A share of the cells of every platform, a test for each operation and group of faults. */
describe.each(underTest.map((platform) => [platform.of.title, platform] as const))(
	'%s',
	(_title, platform) => {
		const pool = ofFile(async () => BenchPool.open(platform));

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
	},
);
