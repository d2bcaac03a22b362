import type { ErrorKind } from './errors';

/** Why time passes without a request. */
type WaitReason = 'rate-limit' | 'backoff' | 'budget' | 'job';

/** Everything that happens on the way and that somebody may want to show, count or assert. Holds no secret. */
export type ConnectorEvent =
	| {
			readonly type: 'request';
			readonly method: string;
			readonly path: string;
			readonly status: number | undefined;
	  }
	| { readonly type: 'wait'; readonly reason: WaitReason; readonly ms: number }
	| { readonly type: 'retry'; readonly kind: ErrorKind; readonly attempt: number }
	| { readonly type: 'split'; readonly kind: ErrorKind }
	| { readonly type: 'slice-done'; readonly done: number; readonly count: number }
	| { readonly type: 'slice-failed'; readonly kind: ErrorKind }
	| { readonly type: 'rows'; readonly rows: number }
	/**
	 * Something a user should know although the rows are right. `series` names what may be remarked once for each of
	 * thousands of pages: only the first ones are told.
	 */
	| { readonly type: 'remark'; readonly text: string; readonly series?: string };

export type Observe = (event: ConnectorEvent) => void;
