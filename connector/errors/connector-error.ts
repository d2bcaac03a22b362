/** What went wrong, in the words a caller decides by. */
export type ErrorKind =
	| 'rate-limited'
	| 'quota-exhausted'
	| 'temporarily-unavailable'
	| 'timeout'
	| 'credential-invalid'
	| 'access-denied'
	| 'request-invalid'
	| 'not-found'
	| 'response-invalid'
	| 'cancelled';

export interface ErrorDetails {
	/** HTTP status of the answer, when there was one. */
	status?: number;
	/** Milliseconds after which the platform takes requests again. */
	retryAfterMs?: number;
	/** Length in milliseconds of the budget window that is used up, where that is known. */
	windowMs?: number;
	/** Names of the request's fields that the platform refused. */
	fields?: readonly string[];
	/** A smaller part of the same report may succeed where this failed. */
	splittable?: boolean;
	/** A refusal that proves nothing: what it refused may have been done, since it came with a status of success. */
	inDoubt?: boolean;
	/** How to look whether a change was made, where this failure leaves it open. */
	check?: string;
	/** Under which number the platform's support finds the request. */
	requestId?: string;
	/** Nothing shows that the platform's API itself refused: it was a page for people, or in another form or place. */
	unforeseen?: 'page' | 'form';
	/** What to do about it, where only the place knows that met it. */
	advice?: string;
	/** A wait that the caller did not allow; with more patience the request would go on by itself. */
	tooLongWait?: boolean;
	cause?: unknown;
}

/**
 * Base of everything that this core throws on purpose. The message says what happened in a full sentence and holds
 * no secret; what to do about it is mostly for the caller to add, who knows the user's settings.
 */
export abstract class ConnectorError extends Error {
	abstract readonly kind: ErrorKind;
	readonly status: number | undefined;
	readonly retryAfterMs: number | undefined;
	readonly windowMs: number | undefined;
	readonly fields: readonly string[];
	readonly splittable: boolean;
	readonly inDoubt: boolean;
	readonly check: string | undefined;
	readonly requestId: string | undefined;
	readonly unforeseen: 'page' | 'form' | undefined;
	readonly advice: string | undefined;
	readonly tooLongWait: boolean;
	/** For a copy. */
	readonly #details: ErrorDetails;

	constructor(message: string, details: ErrorDetails = {}) {
		super(message, details.cause === undefined ? undefined : { cause: details.cause });
		this.name = new.target.name;
		this.#details = details;
		this.status = details.status;
		this.retryAfterMs = details.retryAfterMs;
		this.windowMs = details.windowMs;
		this.fields = details.fields ?? [];
		this.splittable = details.splittable ?? false;
		this.inDoubt = details.inDoubt ?? false;
		this.check = details.check;
		this.requestId = details.requestId;
		this.unforeseen = details.unforeseen;
		this.advice = details.advice;
		this.tooLongWait = details.tooLongWait ?? false;
	}

	/** The same error, of the same class, with other words or details; what is not named stays. */
	with({ message = this.message, ...changes }: ErrorDetails & { message?: string }): this {
		const Class = this.constructor as new (message: string, details: ErrorDetails) => this;
		return new Class(message, { ...this.#details, ...changes });
	}
}

const ENDING_RUN: ReadonlySet<ErrorKind> = new Set(['cancelled', 'credential-invalid']);

/** Whether an error concerns the account or the run as a whole, so that going on with other parts is of no use. */
export function endsRun({ kind }: ConnectorError): boolean {
	return ENDING_RUN.has(kind);
}
