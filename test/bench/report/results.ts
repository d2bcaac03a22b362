import type { Measured } from '../contender/task';
import type { Measurement } from '../measurements';

/** Medians of the runs of one case. */
export interface Result {
	readonly name: string;
	readonly rows: number;
	/** Without what was waited for by design. */
	readonly ms: number;
	readonly rowsPerSecond: number;
	readonly microsecondsPerRow: number;
	/** Processor time of all threads of the process, per row. */
	readonly cpuPerRow: number;
	/** Highest resident memory above that of the idle process. */
	readonly peakBytes: number;
	readonly loop: { readonly p99: number; readonly max: number } | undefined;
	readonly bytes: number | undefined;
}

export interface MeasurementResult {
	readonly measurement: Measurement;
	readonly results: readonly Result[];
}

export function resultOf(name: string, runs: readonly Measured[]): Result {
	const of = (value: (run: Measured) => number) => median(runs.map(value));
	const rows = runs[0]!.rows;
	const ms = of((run) => run.ms - (run.waitedMs ?? 0));
	const loops = runs.flatMap(({ loop }) => (loop === undefined ? [] : [loop]));
	return {
		name,
		rows,
		ms,
		rowsPerSecond: (rows / ms) * 1000,
		microsecondsPerRow: (ms * 1000) / rows,
		cpuPerRow: (of(({ cpuMs }) => cpuMs) * 1000) / rows,
		peakBytes: of(({ peakBytes, idleBytes }) => Math.max(0, peakBytes - idleBytes)),
		loop:
			loops.length === 0
				? undefined
				: { p99: median(loops.map(({ p99 }) => p99)), max: median(loops.map(({ max }) => max)) },
		bytes: runs[0]!.bytes,
	};
}

function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Finds results by the names of their measurement and case; undefined for what was not measured. */
export class Results {
	constructor(readonly all: readonly MeasurementResult[]) {}

	of(measurement: string, name: string): Result | undefined {
		return this.in(measurement).find((result) => result.name === name);
	}

	in(measurement: string): readonly Result[] {
		return this.all.find((each) => each.measurement.name === measurement)?.results ?? [];
	}
}
