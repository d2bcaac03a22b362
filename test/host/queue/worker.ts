import type { N8nProcess } from '../server/n8n-process';

/** A worker of n8n, and what its log tells. */
export class Worker {
	constructor(
		readonly name: string,
		readonly process: N8nProcess,
	) {}

	private executions(what: 'started' | 'finished'): string[] {
		const lines = this.process.output.matchAll(new RegExp(`Worker ${what} execution (\\d+)`, 'g'));
		return [...lines].map(([, id]) => id!);
	}

	/** Ids of the executions that it took from the queue. */
	get started(): string[] {
		return this.executions('started');
	}

	/** Ids of those that it has under way; of a dead worker those that it left behind. */
	get unfinished(): string[] {
		const finished = new Set(this.executions('finished'));
		return this.started.filter((id) => !finished.has(id));
	}
}
