import { openSync, readSync } from 'node:fs';
import { createHistogram, type RecordableHistogram } from 'node:perf_hooks';

import type { Measured } from './task';

const BLANK = 0x20;

/** Processor time of this thread, which other processes of a busy machine do not change. Linux alone tells it of one. */
class ThreadTime {
	private readonly line = Buffer.alloc(64);
	private readonly file = openSync(`/proc/self/task/${process.pid}/schedstat`, 'r');

	/** Nanoseconds: the first number of the line. */
	used(): number {
		readSync(this.file, this.line, 0, this.line.length, 0);
		return Number(this.line.toString('latin1', 0, this.line.indexOf(BLANK)));
	}
}

/** Undefined where it is not known. */
export const threadTime = process.platform === 'linux' ? new ThreadTime() : undefined;

/** Milliseconds between two looks; they are no delay. */
const RESOLUTION = 1;

/** How long the event loop is not free, by the clock and by the processor. */
export class Turns {
	private readonly delays = createHistogram();
	private readonly work = createHistogram();
	private lookedAt = 0;
	private used = 0;
	private timer: NodeJS.Timeout | undefined;

	start(): void {
		this.lookedAt = performance.now();
		this.used = threadTime?.used() ?? 0;
		this.timer = setInterval(() => {
			this.look();
		}, RESOLUTION);
	}

	/** Takes the turn that is under way as the last one. */
	end(): void {
		if (this.timer === undefined) return;
		clearInterval(this.timer);
		this.timer = undefined;
		this.look();
	}

	get measured(): Pick<Measured, 'loop' | 'processor'> {
		return {
			loop: millisecondsOf(this.delays),
			processor: threadTime === undefined ? undefined : millisecondsOf(this.work),
		};
	}

	private look(): void {
		const now = performance.now();
		record(this.delays, (now - this.lookedAt - RESOLUTION) * 1e6);
		this.lookedAt = now;
		const used = threadTime?.used() ?? 0;
		record(this.work, used - this.used);
		this.used = used;
	}
}

/** A histogram takes whole numbers from 1 on. */
function record(histogram: RecordableHistogram, nanoseconds: number): void {
	histogram.record(Math.max(1, Math.round(nanoseconds)));
}

function millisecondsOf(histogram: RecordableHistogram): { p99: number; max: number } {
	return { p99: histogram.percentile(99) / 1e6, max: histogram.max / 1e6 };
}
