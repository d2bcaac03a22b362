import timers from 'node:timers/promises';

import { startEngine, type Engine } from '../engine';

/** Milliseconds that a wait of the built package takes at most. */
const LONGEST_MS = 3;

/**
 * Runs work on the engine while every wait in this process is short, those of the built nodes too, so that the first
 * look after a job does not take a second of real time.
 */
export async function withoutWaiting<T>(work: (engine: Engine) => Promise<T>): Promise<T> {
	const { setTimeout: real } = timers;
	const short: typeof real = (ms, value, options) => real(Math.min(ms ?? 0, LONGEST_MS), value, options);
	timers.setTimeout = short;
	try {
		return await work(await startEngine());
	} finally {
		timers.setTimeout = real;
	}
}
