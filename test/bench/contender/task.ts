import type { IDataObject } from 'n8n-workflow';

/** All rows of a raw report of TargetADS, page by page. */
export interface RowsTask {
	/** `dropping`: as `undici`, but no row is kept. */
	readonly contender: 'http-request' | 'http-request-split' | 'undici' | 'dropping' | 'fetch' | 'python';
	readonly url: string;
	readonly rows: number;
	readonly pageSize: number;
}

/** A node of this package on n8n's engine. */
export interface NodeTask {
	/**
	 * `stop`: the execution is stopped in its middle. `saving`: the node runs before, and what n8n makes of its items in order to save them is measured.
	 */
	readonly contender: 'node' | 'saving' | 'stop';
	readonly type: string;
	readonly credentialType: string;
	readonly credential: IDataObject;
	readonly parameters: IDataObject;
	readonly binaryMode?: 'filesystem' | 'default';
	/** Parameters of a small run before the measured one, so that code is loaded. */
	readonly warmUp?: IDataObject;
	readonly warmUpCredential?: IDataObject;
	/** Milliseconds that it only waits by design, such as before the first look at a job; they are taken off. */
	readonly waitedMs?: number;
	/** Milliseconds after which it is stopped; where there are none, at several places of its whole time. */
	readonly stopAfterMs?: number;
}

/** Downloads a job's file and decompresses it, without looking at it. */
export interface DownloadTask {
	readonly contender: 'download';
	readonly url: string;
	readonly rows: number;
}

/** Gets a long answer, parses it and makes rows of it, all at once. */
export interface LongTask {
	readonly contender: 'long';
	/** See `longAddress`. */
	readonly url: string;
	readonly name: string;
}

/** Sends a list of people by a node of this package. */
export interface UploadTask extends Pick<
	NodeTask,
	'type' | 'credentialType' | 'credential' | 'parameters' | 'waitedMs'
> {
	/** `input-alone`: what it would send is made, and not sent. */
	readonly contender: 'upload' | 'input-alone';
	/** An item for each line, or a file in n8n's store. */
	readonly source: 'items' | 'file';
	readonly lines: number;
	/** Of a list that is sent before anything is measured, so that code is loaded. */
	readonly warmUpLines: number;
}

export type Task = RowsTask | NodeTask | DownloadTask | LongTask | UploadTask;

/**
 * What is measured.
 *
 * @param settled to be called when all is done but what n8n does with the items of any node
 * @returns what counts the outcome, which is not measured
 */
export type Work = (settled: () => void) => Promise<() => Outcome>;

/** Milliseconds from Stop to the end of the execution. */
export interface Stop {
	readonly ms: number;
	/** Processor time in them, from the turn on in which Stop was heard; undefined where it is not known. */
	readonly workMs: number | undefined;
}

/** What a contender did, as it says itself. */
export interface Outcome {
	readonly rows: number;
	/** Milliseconds that it only waited by design, such as before the first look at a job. */
	readonly waitedMs?: number;
	/** As the node's hint tells it. */
	readonly requests?: number;
	/** Resident memory before its input was made, where that is counted in. */
	readonly idleBytes?: number;
	/** Of a text that was made. */
	readonly bytes?: number;
	/** One for each time that it was stopped. */
	readonly stops?: readonly Stop[];
}

export interface Measured extends Outcome {
	readonly ms: number;
	readonly idleBytes: number;
	/** Highest resident memory while the task ran. */
	readonly peakBytes: number;
	/** Processor time of the process, all threads. */
	readonly cpuMs: number;
	/** Delay of the event loop; undefined where there is none. */
	readonly loop?: { readonly p99: number; readonly max: number };
	/** Processor time of its turns; undefined where it is not known. */
	readonly processor?: { readonly p99: number; readonly max: number };
}
