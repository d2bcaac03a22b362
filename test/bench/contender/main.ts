import { bareDownload, bareLongAnswer, bareLoop } from './bare';
import { httpRequestNode } from './http-request';
import { ourNode } from './our-node';
import { forgetPeak, peakMemory } from './peak-memory';
import { profiled } from './profile';
import { Turns } from './turns';
import { inputAlone, upload } from './upload';
import type { Measured, Outcome, Task, Work } from './task';

/** Loads everything and makes a small run. @returns what is to be measured */
async function prepare(task: Task): Promise<Work> {
	switch (task.contender) {
		case 'node':
		case 'saving':
		case 'stop':
			return ourNode(task);
		case 'http-request':
		case 'http-request-split':
			return httpRequestNode(task);
		case 'download':
			await bareDownload({ ...task, rows: 10 });
			return counted(() => bareDownload(task));
		case 'undici':
		case 'dropping':
		case 'fetch':
			await bareLoop({ ...task, rows: 20, pageSize: 10 });
			return counted(() => bareLoop(task));
		case 'long':
			return counted(() => bareLongAnswer(task));
		case 'upload':
			return upload(task);
		case 'input-alone':
			return inputAlone(task);
		case 'python':
			throw new Error('The sample loop runs in Python.');
	}
}

/** Of a loop that has counted on its way. */
function counted(loop: () => Promise<Outcome>): Work {
	return async () => {
		const outcome = await loop();
		return () => outcome;
	};
}

async function measure(task: Task, profile?: string): Promise<Measured> {
	const prepared = await prepare(task);
	const run: Work =
		profile === undefined ? prepared : (settled) => profiled(profile, () => prepared(settled));
	globalThis.gc?.();
	const idleBytes = process.memoryUsage().rss;
	forgetPeak();
	const turns = new Turns();
	const cpu = process.cpuUsage();
	const start = performance.now();
	turns.start();
	const count = await run(() => {
		turns.end();
	});
	turns.end();
	const ms = performance.now() - start;
	const { user, system } = process.cpuUsage(cpu);
	const peakBytes = peakMemory();
	const measured = { ms, idleBytes, peakBytes, cpuMs: (user + system) / 1000, ...turns.measured };
	return { ...measured, ...count() };
}

void measure(JSON.parse(process.argv[2]!) as Task, process.argv[3]).then((measured) => {
	process.stdout.write(JSON.stringify(measured), () => process.exit());
});
