import type { Measured, Stop } from '../contender/task';
import type { Measurement } from '../measurements';

/** Milliseconds. */
interface Turns {
	readonly p99: number;
	readonly max: number;
}

/** Medians of the runs of one case. */
export interface Result {
	readonly name: string;
	/** The name of the one that it is compared with. */
	readonly reference: string | undefined;
	readonly rows: number;
	/** Without what was waited for by design. */
	readonly ms: number;
	readonly rowsPerSecond: number;
	readonly microsecondsPerRow: number;
	/** Processor time of all threads of the process, per row. */
	readonly cpuPerRow: number;
	/** Highest resident memory above that of the idle process. */
	readonly peakBytes: number;
	readonly loop: Turns | undefined;
	/** The same in processor time, which nothing else on the machine adds to. */
	readonly processor: Turns | undefined;
	readonly bytes: number | undefined;
	readonly requests: number | undefined;
	/** Of all runs. */
	readonly stops: readonly Stop[];
}

export interface MeasurementResult {
	readonly measurement: Measurement;
	readonly results: readonly Result[];
}

export function resultOf(name: string, reference: string | undefined, runs: readonly Measured[]): Result {
	const of = (value: (run: Measured) => number) => median(runs.map(value));
	const rows = runs[0]!.rows;
	const ms = of((run) => run.ms - (run.waitedMs ?? 0));
	return {
		name,
		reference,
		rows,
		ms,
		rowsPerSecond: (rows / ms) * 1000,
		microsecondsPerRow: (ms * 1000) / rows,
		cpuPerRow: (of(({ cpuMs }) => cpuMs) * 1000) / rows,
		peakBytes: of(({ peakBytes, idleBytes }) => Math.max(0, peakBytes - idleBytes)),
		loop: turnsOf(runs.map(({ loop }) => loop)),
		processor: turnsOf(runs.map(({ processor }) => processor)),
		bytes: runs[0]!.bytes,
		requests: runs[0]!.requests,
		stops: runs.flatMap(({ stops = [] }) => stops),
	};
}

function turnsOf(runs: readonly (Turns | undefined)[]): Turns | undefined {
	const known = runs.filter((turns) => turns !== undefined);
	if (known.length === 0) return undefined;
	return { p99: median(known.map(({ p99 }) => p99)), max: median(known.map(({ max }) => max)) };
}

export function median(values: readonly number[]): number {
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
