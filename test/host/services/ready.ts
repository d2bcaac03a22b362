import { setTimeout as sleep } from 'node:timers/promises';

import type { Program } from '../server/program';

const startTimeMs = 30_000;

/** @throws Error with the last words of a program that ends, or does not answer in time */
export async function waitUntilReady(
	name: string,
	program: Program,
	answers: () => Promise<boolean>,
): Promise<void> {
	const deadline = Date.now() + startTimeMs;
	while (!(await answers())) {
		if (!program.isRunning || Date.now() > deadline) {
			await program.stop();
			throw new Error(`${name} did not start:\n${program.output.slice(-2000)}`);
		}
		await sleep(50);
	}
}
