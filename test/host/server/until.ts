import { setTimeout as sleep } from 'node:timers/promises';

import type { Program } from './program';

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
