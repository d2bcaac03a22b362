import { monitorEventLoopDelay } from 'node:perf_hooks';

import { bareDownload, bareLoop } from './bare';
import { httpRequestNode } from './http-request';
import { ourNode } from './our-node';
import { forgetPeak, peakMemory } from './peak-memory';
import type { Measured, Outcome, Task } from './task';

/** Milliseconds; it is part of every value of the histogram and taken off again. */
const LOOP_RESOLUTION = 1;

/** Loads everything and makes a small run. @returns what is to be measured */
async function prepare(task: Task): Promise<() => Promise<Outcome>> {
	switch (task.contender) {
		case 'node':
		case 'saving':
			return ourNode(task);
		case 'http-request':
		case 'http-request-split':
			return httpRequestNode(task);
		case 'download':
			await bareDownload({ ...task, rows: 10 });
			return () => bareDownload(task);
		case 'undici':
		case 'fetch':
			await bareLoop({ ...task, rows: 20, pageSize: 10 });
			return () => bareLoop(task);
		case 'python':
			throw new Error('The sample loop runs in Python.');
	}
}

async function measure(task: Task): Promise<Measured> {
	const run = await prepare(task);
	globalThis.gc?.();
	const idleBytes = process.memoryUsage().rss;
	forgetPeak();
	const loop = monitorEventLoopDelay({ resolution: LOOP_RESOLUTION });
	const cpu = process.cpuUsage();
	const start = performance.now();
	loop.enable();
	const outcome = await run();
	loop.disable();
	const ms = performance.now() - start;
	const { user, system } = process.cpuUsage(cpu);
	const delay = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - LOOP_RESOLUTION);
	return {
		...outcome,
		ms,
		idleBytes,
		peakBytes: peakMemory(),
		cpuMs: (user + system) / 1000,
		// Nothing is known of work that was one single turn of the loop.
		loop:
			loop.count === 0
				? undefined
				: { p50: delay(loop.percentile(50)), p99: delay(loop.percentile(99)), max: delay(loop.max) },
	};
}

void measure(JSON.parse(process.argv[2]!) as Task).then((measured) => {
	process.stdout.write(JSON.stringify(measured), () => process.exit());
});
