import type { Sandbox, Fault } from '../../sandbox';

/** One operation that changes something, with parameters that the platform takes. */
export interface Write {
	readonly name: string;
	readonly parameters: (sandbox: Sandbox) => Record<string, unknown>;
	/** How many changes of this kind the platform has made since it was reset. */
	readonly made: (sandbox: Sandbox) => number;
}

/** What is known about a change after a fault. */
export type Known =
	/** It was made. */
	| 'made'
	/** It was not made. */
	| 'refused'
	/** Neither: nobody told. */
	| 'in doubt';

export interface WriteFault {
	readonly name: string;
	/** Absent: nobody listens at the port of the credential. */
	readonly fault?: Fault;
	/** Only the first request is struck. */
	readonly once?: boolean;
	readonly options?: Record<string, unknown>;
	readonly known: Known;
}
