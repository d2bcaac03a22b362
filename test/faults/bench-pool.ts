import { fingerprints } from './rows';
import type { Operation, PlatformUnderTest } from './model';
import { Workbench, type Outcome } from './workbench';

/** Real waits are what some cells are about; so many of them wait side by side. */
const BENCHES = 8;

/** Several workbenches of a platform, and what they all know of it. */
export class BenchPool {
	private constructor(private readonly benches: readonly Workbench[]) {}

	static async open(platform: PlatformUnderTest): Promise<BenchPool> {
		return new BenchPool(
			await Promise.all(Array.from({ length: BENCHES }, async () => Workbench.open(platform))),
		);
	}

	/** A run that nothing disturbs, and the rows that it should have given. */
	async undisturbed(operation: Operation): Promise<{ outcome: Outcome; truth: readonly string[] }> {
		const [bench] = this.benches;
		bench!.reset();
		const outcome = await bench!.run(operation.parameters(bench!.sandbox));
		const { truth } = operation;
		const rows = truth === 'undisturbed run' ? outcome.rows : await truth(bench!.sandbox);
		return { outcome, truth: fingerprints(rows) };
	}

	/** Hands each job to the next workbench that is free; results in the order of the jobs. */
	async all<Job, Result>(
		jobs: readonly Job[],
		work: (bench: Workbench, job: Job) => Promise<Result>,
	): Promise<Result[]> {
		const results: Result[] = [];
		const queue = [...jobs.entries()];
		await Promise.all(
			this.benches.map(async (bench) => {
				for (let next = queue.shift(); next !== undefined; next = queue.shift())
					results[next[0]] = await work(bench, next[1]);
			}),
		);
		return results;
	}

	async close(): Promise<void> {
		await Promise.all(this.benches.map(async (bench) => bench.close()));
	}
}
