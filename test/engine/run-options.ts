import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { CredentialData } from './credential-store';
import type { BinaryMode } from './host';

export interface RunOptions {
	/** By credential type; every node whose JSON names a credential of the type gets it. */
	credentials?: Record<string, CredentialData>;
	/** By credential id; goes before `credentials`. */
	credentialsById?: Record<string, CredentialData>;
	/** `manual` (default): a click on Execute. `trigger`: a production execution, which keeps static data. */
	mode?: 'manual' | 'trigger';
	/** Items for the start node; default one empty item. */
	input?: INodeExecutionData[];
	/** Default: the trigger that fits the mode, else the first node. */
	startNode?: string;
	/** The workflow's static data; after a production execution it holds what n8n would have saved. */
	staticData?: IDataObject;
	/** Real milliseconds after which the execution is stopped. */
	cancelAfterMs?: number;
	/** Stops the execution as n8n's Stop button does. */
	signal?: AbortSignal;
	/** Default `default`: in memory. */
	binaryMode?: BinaryMode;
	/** By node name; merged over the parameters in the JSON. */
	parameters?: Record<string, Record<string, unknown>>;
	/** Gets each message of `run.uiMessages` when it comes. */
	onProgress?: (message: string) => void;
}
