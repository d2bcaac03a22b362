import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

const keptCharacters = 200_000;

const running = new Set<ChildProcess>();

/** A run that is broken off would leave whole servers behind. */
process.once('exit', () => {
	for (const child of running) child.kill('SIGKILL');
});

/** A program that runs until it ends or is stopped; what it wrote last is kept. */
export class Program {
	private log = '';
	private readonly child: ChildProcess;
	private readonly ended: Promise<number | null>;

	constructor(binary: string, args: readonly string[], environment: NodeJS.ProcessEnv = process.env) {
		this.child = spawn(binary, [...args], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
		for (const stream of [this.child.stdout, this.child.stderr]) {
			stream?.on('data', (chunk: Buffer) => {
				this.log = (this.log + chunk.toString()).slice(-keptCharacters);
			});
		}
		this.ended = new Promise<number | null>((resolve) => {
			this.child.once('error', (error) => {
				this.log += error.message;
				resolve(null);
			});
			this.child.once('close', resolve);
			running.add(this.child);
		}).then((code) => {
			running.delete(this.child);
			return code;
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
	async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
		if (!this.isRunning) return;
		this.child.kill(signal);
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

/** Asks again and again. @throws Error when it does not come true within a minute and a half */
export async function until(what: string, isTrue: () => boolean | Promise<boolean>): Promise<void> {
	const deadline = Date.now() + 90_000;
	while (!(await isTrue())) {
		if (Date.now() > deadline) throw new Error(`Waited in vain until ${what}.`);
		await sleep(50);
	}
}

/** @throws Error with the last words of a program that ends, or does not answer in time */
export async function untilReady(
	name: string,
	program: Program,
	isReady: () => Promise<boolean>,
	timeMs = 30_000,
): Promise<void> {
	const deadline = Date.now() + timeMs;
	while (!(await isReady().catch(() => false))) {
		if (!program.isRunning || Date.now() > deadline) {
			await program.stop();
			throw new Error(`${name} did not start:\n${program.output.slice(-3000)}`);
		}
		await sleep(50);
	}
}
