import { platforms } from '../platforms';
import { cellsOf } from './cells';
import { ordersIn } from './judge';
import type { Cell, Operation, PlatformUnderTest } from './model';
import { difference, fingerprints } from './rows';
import { runCell, type Sound } from './run-cell';
import {
	BENCHES,
	chosenFaults,
	runChosen,
	type Choice,
	type Prepared,
	type SubjectResults,
} from './run-chosen';
import { Workbench } from './workbench';

/** The platforms that have cells. */
export const underTest: readonly PlatformUnderTest[] = platforms.flatMap((of) =>
	of.matrix === undefined ? [] : [{ ...of.matrix, of }],
);

interface Sounded extends Prepared {
	readonly operation: Operation;
	readonly cells: readonly Cell<Operation>[];
	readonly sound: Sound;
}

/** Runs cells of a platform, those of all its operations side by side: some only wait, others only work. */
export async function runMatrix(
	platform: PlatformUnderTest,
	choice: Choice = {},
): Promise<readonly SubjectResults[]> {
	const benches = await Promise.all(Array.from({ length: BENCHES }, async () => Workbench.open(platform)));
	try {
		const chosen = chosenFaults(choice);
		const prepared: Sounded[] = [];
		for (const operation of platform.operations.filter((one) => choice.operation?.(one) ?? true)) {
			const { outcome, truth } = await undisturbedRun(benches[0]!, operation);
			const cells = chosen.flatMap((fault) => cellsOf(operation, fault, platform, outcome.received));
			const wrong = truth.length === 0 ? 'no rows' : difference(fingerprints(outcome.rows), truth);
			const undisturbed = outcome.error === undefined ? wrong : String(outcome.error);
			const sound = { truth, orders: ordersIn(outcome.received).length };
			prepared.push({ operation, undisturbed, sound, cells });
		}
		return await runChosen(benches, prepared, choice, async (bench, cell, { sound }) =>
			runCell(bench, cell, sound),
		);
	} finally {
		await Promise.all(benches.map(async (bench) => bench.close()));
	}
}

/** A run that nothing disturbs, and the rows that it should have given. */
async function undisturbedRun(bench: Workbench, { parameters, truth }: Operation) {
	bench.reset();
	const outcome = await bench.run(parameters(bench.sandbox));
	const rows = truth === 'undisturbed run' ? outcome.rows : await truth(bench.sandbox);
	return { outcome, truth: fingerprints(rows) };
}
