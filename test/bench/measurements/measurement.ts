import type { ServerInfo } from '../server/main';
import type { Task } from '../contender/task';

export interface Case {
	/** As the tables name it; the same in all runs. */
	readonly name: string;
	readonly task: Task;
	/** Path of the `node` to run it with; the one that runs this, where it is absent. */
	readonly node?: string;
	/** The name of the case that it is compared with, where that is not the measurement's. */
	readonly reference?: string;
}

/** Cases that belong into one table. */
export interface Measurement {
	/** What `--only` takes. */
	readonly name: string;
	readonly title: string;
	/** What a reader has to know to understand the table. */
	readonly note?: string;
	readonly cases: readonly Case[];
	/** Each case runs so often, 3 times where nothing is said, in turns; medians are shown. */
	readonly runs?: number;
	/** The name of the case that the others are compared with. */
	readonly reference?: string;
	/** Cases are in the order of their rows, and what memory and time a row more takes is told. */
	readonly hasSlope?: boolean;
	/** How many requests and rows each case has is worth a column. */
	readonly showsRequests?: boolean;
	/** Questions to the other platforms, whose answers are kept before anything is measured. */
	readonly recorded?: boolean;
}

export interface OtherNode {
	/** "Node 24" */
	readonly name: string;
	/** Path of its `node`. */
	readonly path: string;
}

export interface Setup {
	readonly server: ServerInfo;
	/** Divides the numbers of rows: 1, or more for a quick look. */
	readonly shrink: number;
	readonly hasPython: boolean;
	readonly hasBasePackage: boolean;
	/** Another Node to run some cases with, besides the one that runs this. */
	readonly otherNode?: OtherNode;
}
