import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { cellsOf, nameOf } from './cells';
import type { Operation, PlatformUnderTest } from './model';
import { fingerprints } from './rows';
import { runCell } from './run-cell';
import { faults } from './table';
import { Workbench, type Outcome } from './workbench';

/** Jest tests for all cells of a platform, one for each operation and group of faults. */
export function describeMatrix(platform: PlatformUnderTest): void {
	let workbench: Workbench;
	beforeAll(async () => {
		workbench = await Workbench.open(platform);
	});
	afterAll(async () => workbench.close());

	describe.each(platform.operations.map((operation) => [operation.name, operation] as const))(
		'%s',
		(_name, operation) => {
			let undisturbed: Outcome;
			let truth: readonly string[];
			beforeAll(async () => {
				workbench.reset();
				undisturbed = await workbench.run(operation.parameters(workbench.sandbox));
				truth = fingerprints(operation.truth(workbench.sandbox));
			});

			it('gives all rows when nothing is in its way', () => {
				expect(undisturbed.error).toBeUndefined();
				expect(truth.length).toBeGreaterThan(0);
				expect(fingerprints(undisturbed.rows)).toEqual(truth);
			});

			it.each([...new Set(faults.map(({ group }) => group))])('%s', async (group) => {
				const cells = faults
					.filter((fault) => fault.group === group)
					.flatMap((fault) => cellsOf(operation, fault, platform, undisturbed.received));
				const wrong: string[] = [];
				for (const cell of cells) {
					const complaint = await runCell(workbench, cell, truth);
					if (complaint !== undefined) wrong.push(`${nameOf(cell)}: ${complaint}`);
				}
				expect(wrong).toEqual([]);
			}, 120_000);
		},
	);
}

export type { Operation };
