import type { PlatformFault } from '../../frame/faults/fault';
import { mix, uuid } from '../../frame/hash';
import type { AdfoxOptions } from '../options';

import type { ReportQuery } from './table';

/** A task is EXPIRED after this time (5.1). */
const LIFETIME_MS = 3_600_000;
/** A task that nobody polls stops to count as running after this time. */
const ABANDONED_MS = 600_000;

/** What a fault makes of a task. */
export type TaskFault = Extract<PlatformFault, { kind: 'job-status' | 'job-never-ends' }>;

export interface Task {
	readonly id: string;
	/** The order, as one text. */
	readonly order: string;
	readonly query: ReportQuery;
	/** Milliseconds. */
	readonly orderedAt: number;
	/** Set when the order itself was struck. */
	readonly fault?: TaskFault;
	/** How often it was asked for. */
	polls: number;
	/** Its last status was told. */
	isEnded: boolean;
}

export class TaskStore {
	private readonly tasks = new Map<string, Task>();
	private ordered = 0;

	constructor(
		private readonly options: AdfoxOptions,
		private readonly now: () => number,
	) {}

	/** The task of an identical order, as long as it lives (sheet, 7.4). */
	same(order: string): Task | undefined {
		return [...this.tasks.values()].find((task) => task.order === order && !this.isExpired(task));
	}

	/** Tasks that are being worked on. */
	get running(): number {
		const time = this.now();
		return [...this.tasks.values()].filter((task) => !task.isEnded && time - task.orderedAt < ABANDONED_MS)
			.length;
	}

	create(order: string, query: ReportQuery, fault: TaskFault | undefined): Task {
		this.ordered++;
		const id = `umr-a-rsr-${uuid(mix(mix(this.options.seed, 0x7a5c), this.ordered))}`;
		const task = {
			id,
			order,
			query,
			orderedAt: this.now(),
			polls: 0,
			isEnded: false,
			...(fault && { fault }),
		};
		this.tasks.set(id, task);
		return task;
	}

	find(id: string): Task | undefined {
		return this.tasks.get(id);
	}

	isExpired(task: Task): boolean {
		return this.now() - task.orderedAt >= LIFETIME_MS;
	}

	clear(): void {
		this.tasks.clear();
		this.ordered = 0;
	}
}
