import { parseArgs } from 'node:util';

export interface BenchOptions {
	/** Beginnings of the names of measurements; empty for all. */
	readonly only: readonly string[];
	readonly quick: boolean;
}

export const USAGE = 'Usage: npm run bench -- [--only <name>]... [--quick]';

/** @throws Error for options that are not known */
export function readOptions(args: readonly string[]): BenchOptions {
	const { values } = parseArgs({
		args: [...args],
		options: { only: { type: 'string', multiple: true }, quick: { type: 'boolean' } },
	});
	return { only: values.only ?? [], quick: values.quick ?? false };
}
