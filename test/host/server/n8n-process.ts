import { type ChildProcess, spawn } from 'node:child_process';

import type { InstalledN8n } from '../install/n8n';

const keptCharacters = 200_000;

/** A command of n8n that runs until it ends or is stopped. */
export class N8nProcess {
	private log = '';
	private readonly child: ChildProcess;
	private readonly ended: Promise<number | null>;

	constructor(n8n: InstalledN8n, args: readonly string[], environment: NodeJS.ProcessEnv) {
		this.child = spawn(n8n.node, [n8n.command, ...args], {
			env: environment,
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		for (const stream of [this.child.stdout, this.child.stderr]) {
			stream?.on('data', (chunk: Buffer) => {
				this.log = (this.log + chunk.toString()).slice(-keptCharacters);
			});
		}
		this.ended = new Promise((resolve) => {
			this.child.once('error', (error) => {
				this.log += error.message;
				resolve(null);
			});
			this.child.once('close', resolve);
		});
	}

	get pid(): number {
		return this.child.pid ?? 0;
	}

	get output(): string {
		return this.log;
	}

	get isRunning(): boolean {
		return this.child.exitCode === null && this.child.signalCode === null;
	}

	/** @returns the exit code; null when a signal ended it */
	async end(): Promise<number | null> {
		return await this.ended;
	}

	/** Asks it to end, and makes it after 10 seconds. */
	async stop(): Promise<void> {
		if (!this.isRunning) return;
		this.child.kill('SIGTERM');
		const timer = setTimeout(() => this.child.kill('SIGKILL'), 10_000);
		await this.ended;
		clearTimeout(timer);
	}

	/** Ends it as a crash would. */
	async kill(): Promise<void> {
		this.child.kill('SIGKILL');
		await this.ended;
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
