import type { InstalledN8n } from '../install/n8n';
import { Program } from './program';

/** What n8n may take to be ready, in milliseconds. */
export const START_MS = 180_000;

/** A command of n8n that runs until it ends or is stopped. */
export class N8nProcess extends Program {
	constructor(n8n: InstalledN8n, args: readonly string[], environment: NodeJS.ProcessEnv) {
		super(n8n.node, [n8n.command, ...args], environment);
	}
}

/** Runs a command of n8n to its end. @throws Error with its output when it fails */
export async function runCommand(
	n8n: InstalledN8n,
	args: readonly string[],
	environment: NodeJS.ProcessEnv,
): Promise<string> {
	const process_ = new N8nProcess(n8n, args, environment);
	const code = await process_.end();
	if (code !== 0) throw new Error(`n8n ${args.join(' ')} failed:\n${process_.output.slice(-3000)}`);
	return process_.output;
}
