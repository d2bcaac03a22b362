import { join } from 'node:path';

import type * as Core from 'n8n-core';
import type * as N8nWorkflow from 'n8n-workflow';

import { nativeRequire } from '../setup/native-require';

/** How n8n keeps files: in the item as base64, or on disk as with N8N_DEFAULT_BINARY_DATA_MODE=filesystem. */
export type BinaryMode = 'default' | 'filesystem';

export interface LogEntry {
	level: 'error' | 'warn' | 'info' | 'debug';
	message: string;
	metadata?: unknown;
}

interface RunScope {
	binaryMode: BinaryMode;
	log: (entry: LogEntry) => void;
}

interface Host {
	core: typeof Core;
	workflow: typeof N8nWorkflow;
	scope: { run: <Result>(scope: RunScope, work: () => Result) => Result };
	binaryData: Promise<Core.BinaryDataService>;
	externalSecretsProxy: Core.ExternalSecretsProxy;
	loaders: Map<string, Promise<Core.PackageDirectoryLoader>>;
	toEngine: (json: string) => unknown;
}

/** n8n's engine of this process; see engine-host.js. */
export const host = nativeRequire(join(__dirname, 'engine-host.js')) as Host;

/** A copy as n8n's own objects, the way it would come out of n8n's database: what JSON cannot hold is gone. */
export function intoEngine<Value>(value: Value): Value {
	return host.toEngine(JSON.stringify(value)) as Value;
}
