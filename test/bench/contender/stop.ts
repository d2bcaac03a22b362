import type { EngineRun } from '../../engine';
import type { NodeTask, Stop, Work } from './task';
import { threadTime } from './turns';

/** Where a run is stopped, in parts of the time that it takes as a whole. */
const PLACES = [0.15, 0.3, 0.45, 0.6, 0.75];

/** Of those that are stopped after a fixed time. */
const TIMES = 3;

type Start = (signal: AbortSignal) => Promise<EngineRun>;

/** What was to be stopped and had ended is run again, earlier: what runs for the first time takes longer. */
const EARLIER = 0.7;
const TRIES = 4;

/**
 * Stops runs in their middle. The time counts from when Stop was due: whoever presses the button waits for a turn of the
 * event loop that is still running, too.
 */
export function stopped(start: Start, { stopAfterMs }: NodeTask): Work {
	return async () => {
		const stops: Stop[] = [];
		if (stopAfterMs === undefined) {
			let whole = await wholeTime(start);
			for (const place of PLACES)
				for (let tries = 0; tries < TRIES; tries++) {
					const stop = await stopAt(place * whole, start);
					if (stop !== undefined) {
						stops.push(stop);
						break;
					}
					whole *= EARLIER;
				}
		} else
			for (let time = 0; time < TIMES; time++) {
				const stop = await stopAt(stopAfterMs, start);
				if (stop === undefined) throw new Error('It has ended before it could be stopped.');
				stops.push(stop);
			}
		return () => ({ rows: 1, stops });
	};
}

async function wholeTime(start: Start): Promise<number> {
	const begun = performance.now();
	const { error } = await start(new AbortController().signal);
	if (error !== undefined) throw new Error(`The node failed: ${error.message} ${error.description ?? ''}`);
	return performance.now() - begun;
}

/** @returns undefined when it had ended by itself before */
async function stopAt(ms: number, start: Start): Promise<Stop | undefined> {
	const controller = new AbortController();
	const due = performance.now() + ms;
	let heard: number | undefined;
	const timer = setTimeout(() => {
		heard = threadTime?.used();
		controller.abort();
	}, ms);
	const { status } = await start(controller.signal);
	clearTimeout(timer);
	if (status !== 'canceled') return undefined;
	const used = threadTime?.used();
	const workMs = used === undefined || heard === undefined ? undefined : (used - heard) / 1e6;
	return { ms: performance.now() - due, workMs };
}
