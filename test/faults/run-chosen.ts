import { setTimeout as sleep } from 'node:timers/promises';

import { nameOf } from './cells';
import type { Cell, FaultEntry, Subject } from './model';
import { faults } from './table';

/** Real waits are what some cells are about; so many of them wait side by side. */
export const BENCHES = 8;

/**
 * Real time. A time-out that lasts halves a report down to single days and ids, each of which waits for its own: more than
 * a minute on an idle machine.
 */
const LONGEST_CELL_MS = 300_000;

/** What is to be run; all of it where nothing is said. */
export interface Choice {
	readonly operation?: (operation: Subject) => boolean;
	readonly fault?: (fault: FaultEntry) => boolean;
	/** One cell of so many, and one of every fault and of every subject at least. */
	readonly share?: number;
}

export interface Result {
	readonly cell: Cell;
	/** With the cell's name; undefined where everything is right. */
	readonly complaint: string | undefined;
}

/** Something that can be put under faults, after a run that nothing disturbed. */
export interface Prepared {
	readonly operation: Subject;
	/** What is wrong when nothing is in its way. */
	readonly undisturbed: string | undefined;
	/** Those that there are. */
	readonly cells: readonly Cell[];
}

export interface SubjectResults extends Prepared {
	/** Of the cells that were chosen. */
	readonly results: readonly Result[];
}

export function chosenFaults({ fault: isChosen }: Choice): readonly FaultEntry[] {
	return faults.filter((fault) => isChosen?.(fault) ?? true);
}

/** Runs cells, those of all subjects side by side: some only wait, others only work. */
export async function runChosen<Bench, One extends Prepared>(
	benches: readonly Bench[],
	prepared: readonly One[],
	choice: Choice,
	run: (bench: Bench, cell: One['cells'][number], one: One) => Promise<string | undefined>,
): Promise<readonly SubjectResults[]> {
	const everyJob = prepared.flatMap((one) => one.cells.map((cell) => ({ cell, one })));
	const shared = chosenFaults(choice).flatMap((fault, number) => {
		const all = everyJob.filter(({ cell }) => cell.fault === fault);
		const share = Math.min(choice.share ?? 1, all.length);
		// Each fault begins with another cell, so that every subject has its turn.
		return all.filter((_job, index) => index % share === number % share);
	});
	const untouched = prepared.filter((one) => !shared.some((job) => job.one === one));
	const jobs = [
		...shared,
		...untouched.flatMap((one) => everyJob.filter((job) => job.one === one).slice(0, 1)),
	];
	const results: Result[] = [];
	const queue = [...jobs.entries()];
	// Each job goes to the next workbench that is free; results are in the order of the jobs.
	const work = async (bench: Bench) => {
		for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
			const [index, { cell, one }] = next;
			const complaint = await Promise.race([run(bench, cell, one), neverEnded()]);
			results[index] = { cell, complaint: complaint && `${nameOf(cell)}: ${complaint}` };
		}
	};
	await Promise.all(benches.map(work));
	return prepared.map(({ operation, undisturbed, cells }) => ({
		...{ operation, undisturbed, cells },
		results: results.filter(({ cell }) => cell.operation === operation),
	}));
}

/** So that one cell that hangs is named and holds up no other. */
async function neverEnded(): Promise<string> {
	return sleep(LONGEST_CELL_MS, 'it never ended', { ref: false });
}
