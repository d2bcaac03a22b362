import { setTimeout as sleep } from 'node:timers/promises';

import { platforms } from '../platforms';
import { cellsOf, nameOf } from './cells';
import { ordersIn } from './judge';
import type { Cell, FaultEntry, Operation, PlatformUnderTest } from './model';
import { difference, fingerprints } from './rows';
import { runCell, type Sound } from './run-cell';
import { faults } from './table';
import { Workbench } from './workbench';

/** Real waits are what some cells are about; so many of them wait side by side. */
const BENCHES = 8;

/**
 * Real time. A time-out that lasts halves a report down to single days and ids, each of which waits for its own: more than
 * a minute on an idle machine.
 */
const LONGEST_CELL_MS = 300_000;

/** The platforms that have cells. */
export const underTest: readonly PlatformUnderTest[] = platforms.flatMap((of) =>
	of.matrix === undefined ? [] : [{ ...of.matrix, of }],
);

export interface Result {
	readonly cell: Cell;
	/** With the cell's name; undefined where everything is right. */
	readonly complaint: string | undefined;
}

/** What is to be run; all of it where nothing is said. */
export interface Choice {
	readonly operation?: (operation: Operation) => boolean;
	readonly fault?: (fault: FaultEntry) => boolean;
	/** One cell of so many, and one of every fault at least. */
	readonly share?: number;
}

export interface OperationResults {
	readonly operation: Operation;
	/** What is wrong when nothing is in its way. */
	readonly undisturbed: string | undefined;
	/** Those that there are. */
	readonly cells: readonly Cell[];
	/** Of those that were chosen. */
	readonly results: readonly Result[];
}

interface Prepared extends Omit<OperationResults, 'results'> {
	readonly sound: Sound;
}

/** Runs cells of a platform, those of all its operations side by side: some only wait, others only work. */
export async function runMatrix(
	platform: PlatformUnderTest,
	choice: Choice = {},
): Promise<readonly OperationResults[]> {
	const benches = await Promise.all(Array.from({ length: BENCHES }, async () => Workbench.open(platform)));
	try {
		const chosen = faults.filter((fault) => choice.fault?.(fault) ?? true);
		const prepared: Prepared[] = [];
		for (const operation of platform.operations.filter((one) => choice.operation?.(one) ?? true)) {
			const { outcome, truth } = await undisturbedRun(benches[0]!, operation);
			const cells = chosen.flatMap((fault) => cellsOf(operation, fault, platform, outcome.received));
			const wrong = truth.length === 0 ? 'no rows' : difference(fingerprints(outcome.rows), truth);
			const undisturbed = outcome.error === undefined ? wrong : String(outcome.error);
			const sound = { truth, orders: ordersIn(outcome.received).length };
			prepared.push({ operation, undisturbed, sound, cells });
		}
		const jobs = chosen.flatMap((fault, number) => {
			const all = prepared.flatMap(({ sound, cells }) =>
				cells.filter((cell) => cell.fault === fault).map((cell) => ({ cell, sound })),
			);
			const share = Math.min(choice.share ?? 1, all.length);
			// Each fault begins with another cell, so that every operation has its turn.
			return all.filter((_job, index) => index % share === number % share);
		});
		const results: Result[] = [];
		const queue = [...jobs.entries()];
		// Each job goes to the next workbench that is free; results are in the order of the jobs.
		const work = async (bench: Workbench) => {
			for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
				const [index, { cell, sound }] = next;
				const complaint = await Promise.race([runCell(bench, cell, sound), neverEnded()]);
				results[index] = { cell, complaint: complaint && `${nameOf(cell)}: ${complaint}` };
			}
		};
		await Promise.all(benches.map(work));
		return prepared.map(({ operation, undisturbed, cells }) => ({
			...{ operation, undisturbed, cells },
			results: results.filter(({ cell }) => cell.operation === operation),
		}));
	} finally {
		await Promise.all(benches.map(async (bench) => bench.close()));
	}
}

/** So that one cell that hangs is named and holds up no other. */
async function neverEnded(): Promise<string> {
	return sleep(LONGEST_CELL_MS, 'it never ended', { ref: false });
}

/** A run that nothing disturbs, and the rows that it should have given. */
async function undisturbedRun(bench: Workbench, { parameters, truth }: Operation) {
	bench.reset();
	const outcome = await bench.run(parameters(bench.sandbox));
	const rows = truth === 'undisturbed run' ? outcome.rows : await truth(bench.sandbox);
	return { outcome, truth: fingerprints(rows) };
}
