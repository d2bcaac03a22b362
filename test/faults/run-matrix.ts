import { platforms } from '../platforms';
import { BenchPool } from './bench-pool';
import { cellsOf, nameOf } from './cells';
import type { Cell, FaultEntry, Operation, PlatformUnderTest } from './model';
import { difference, fingerprints } from './rows';
import { runCell } from './run-cell';
import { faults } from './table';

/** The platforms that have cells. */
export const underTest: readonly PlatformUnderTest[] = platforms.flatMap((of) =>
	of.matrix === undefined ? [] : [{ ...of.matrix, of }],
);

export interface Result {
	readonly cell: Cell;
	readonly complaint: string | undefined;
}

/** Runs the cells of a platform, and tells what is wrong while it goes. */
export async function runMatrix(
	platform: PlatformUnderTest,
	ofOperation: (operation: Operation) => boolean,
	ofFault: (fault: FaultEntry) => boolean,
	tell: (line: string) => void,
): Promise<Result[]> {
	const pool = await BenchPool.open(platform);
	const results: Result[] = [];
	try {
		for (const operation of platform.operations.filter(ofOperation)) {
			const startedAt = Date.now();
			const { outcome, truth } = await pool.undisturbed(operation);
			const undisturbed = difference(fingerprints(outcome.rows), truth);
			if (undisturbed !== undefined || outcome.error !== undefined)
				throw new Error(`${operation.name}, undisturbed: ${undisturbed ?? String(outcome.error)}`);
			const cells = faults
				.filter(ofFault)
				.flatMap((fault) => cellsOf(operation, fault, platform, outcome.received));
			const complaints = await pool.all(cells, async (bench, cell) => runCell(bench, cell, truth));
			for (const [index, cell] of cells.entries()) {
				const complaint = complaints[index];
				results.push({ cell, complaint });
				if (complaint !== undefined) tell(`  ${nameOf(cell)}: ${complaint}`);
			}
			const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
			tell(`${platform.of.title} ${operation.name}: ${cells.length} cells in ${seconds} s`);
		}
	} finally {
		await pool.close();
	}
	return results;
}
