import timers from 'node:timers/promises';

import { startEngine, type Engine } from '../engine';

/** Milliseconds that a wait of the built package takes at most. */
const LONGEST_MS = 3;

/**
 * Shortens every wait in this process, those of the built nodes too, so that the first look after a job does not take
 * a second of real time. @returns what gives waits their length back
 */
export function shortenWaits(): () => void {
	const { setTimeout: real } = timers;
	const short: typeof real = (ms, value, options) => real(Math.min(ms ?? 0, LONGEST_MS), value, options);
	timers.setTimeout = short;
	return () => {
		timers.setTimeout = real;
	};
}

/** Runs work on the engine while waits are short. */
export async function withoutWaiting<T>(work: (engine: Engine) => Promise<T>): Promise<T> {
	const giveBack = shortenWaits();
	try {
		return await work(await startEngine());
	} finally {
		giveBack();
	}
}
