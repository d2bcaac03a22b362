import { parseArgs } from 'node:util';

export interface BenchOptions {
	/** Beginnings of the names of measurements; empty for all. */
	readonly only: readonly string[];
	readonly quick: boolean;
	/** How often each case runs, whatever its measurement says. */
	readonly runs?: number;
	/** Folder that gets a CPU profile of every run. */
	readonly profiles?: string;
}

export const USAGE =
	'Usage: npm run bench -- [--only <name>]... [--quick] [--runs <number>] [--profiles <folder>]';

/** @throws Error for options that are not known */
export function readOptions(args: readonly string[]): BenchOptions {
	const { values } = parseArgs({
		args: [...args],
		options: {
			only: { type: 'string', multiple: true },
			quick: { type: 'boolean' },
			runs: { type: 'string' },
			profiles: { type: 'string' },
		},
	});
	return {
		only: values.only ?? [],
		quick: values.quick ?? false,
		runs: values.runs === undefined ? undefined : Number(values.runs),
		profiles: values.profiles,
	};
}
