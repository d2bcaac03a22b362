import type { IDataObject } from 'n8n-workflow';

/** All rows of a raw report of TargetADS, page by page. */
export interface RowsTask {
	readonly contender: 'http-request' | 'http-request-split' | 'undici' | 'fetch' | 'python';
	readonly url: string;
	readonly rows: number;
	readonly pageSize: number;
}

/** A node of this package on n8n's engine. */
export interface NodeTask {
	/** `saving`: the node runs before, and what n8n makes of its items in order to save them is measured. */
	readonly contender: 'node' | 'saving';
	readonly type: string;
	readonly credentialType: string;
	readonly credential: IDataObject;
	readonly parameters: IDataObject;
	readonly binaryMode?: 'filesystem' | 'default';
	/** Parameters of a small run before the measured one, so that code is loaded. */
	readonly warmUp?: IDataObject;
	readonly warmUpCredential?: IDataObject;
}

/** Downloads a job's file and decompresses it, without looking at it. */
export interface DownloadTask {
	readonly contender: 'download';
	readonly url: string;
	readonly rows: number;
}

export type Task = RowsTask | NodeTask | DownloadTask;

/** What a contender did, as it says itself. */
export interface Outcome {
	readonly rows: number;
	/** Milliseconds that it only waited by design, such as before the first look at a job. */
	readonly waitedMs?: number;
	/** Of a text that was made. */
	readonly bytes?: number;
}

export interface Measured extends Outcome {
	readonly ms: number;
	readonly idleBytes: number;
	/** Highest resident memory while the task ran. */
	readonly peakBytes: number;
	/** Processor time of the process, all threads. */
	readonly cpuMs: number;
	/** Delay of the event loop; undefined where there is none. */
	readonly loop?: { readonly p50: number; readonly p99: number; readonly max: number };
}
