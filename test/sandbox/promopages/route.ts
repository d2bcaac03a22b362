import type { Answer } from '../frame/answer';
import type { PlatformFault } from '../frame/faults/fault';

import type { JsonObject } from './gate';

/** A request that has passed the gate. */
export interface Call {
	readonly path: string;
	/** Known names only, each given once. */
	readonly query: URLSearchParams;
	/** Empty for GET. */
	readonly body: JsonObject;
	readonly fault?: PlatformFault;
}

/** One endpoint of section 2. */
export interface Route {
	readonly method: 'GET' | 'POST';
	readonly path: RegExp;
	/** Query parameters; others are refused. */
	readonly query?: readonly string[];
	/** Faults that mean something here, besides those that every endpoint can play. */
	readonly faults?: readonly PlatformFault['kind'][];
	answer(call: Call): Answer;
}
