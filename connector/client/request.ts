import type { Auth } from '../auth';
import { RequestInvalidError } from '../errors';
import type { Intent } from '../retry';
import { writeJson } from '../rows';
import type { TransportResponse } from '../transport';

interface RequestParts {
	readonly method: 'GET' | 'POST' | 'DELETE';
	/** Below the base URL, beginning with a slash. */
	readonly path: string;
	/** Pairs where a name may come more than once. */
	readonly query?: Readonly<Record<string, string>> | readonly NameAndValue[];
	/** Numbers that JavaScript cannot hold are `ExactNumber`s. */
	readonly json?: unknown;
	/** Sent as application/x-www-form-urlencoded. */
	readonly form?: readonly NameAndValue[];
	/** Asked when it took too long: whether halves would be tried, so that it is not repeated unchanged. */
	readonly canSplit?: () => boolean;
	/** Its path names one object. Where it does not, a 404 says that there is no such API at this address. */
	readonly namesObject?: boolean;
	/** A status that means "not yet": its body is not looked at, and the schema gets undefined. */
	readonly pendingStatus?: number;
	/** An empty body is an answer, not a broken one. */
	readonly mayBeEmpty?: boolean;
	/** A long list of flat rows is parsed when it is read: its place in the schema is a `rowList`. */
	readonly unparsedRows?: boolean;
	/** What is asked for by `accept`; JSON where it is absent. */
	readonly accept?: string;
	/** Reads the body otherwise than as a JSON value; what it throws for a good status is treated like a broken body. */
	readonly decode?: (response: TransportResponse) => Promise<unknown>;
	/** What the platform counts the request under, where it counts by method; never holds an id. */
	readonly budgetName?: string;
	/** Takes the place of the client's signal, which it must include. */
	readonly signal?: AbortSignal;
	/** Takes the place of the client's own, where a part of the platform wants to be signed otherwise. */
	readonly auth?: Auth;
}

/**
 * A request, and what it does at the platform. A change is sent with how to look whether it was made, for a failure
 * that leaves that open.
 */
export type ClientRequest = RequestParts &
	(
		| { readonly intent: Exclude<Intent, 'write'> }
		| { readonly intent: Extract<Intent, 'write'>; readonly check: string }
	);

export type NameAndValue = readonly [name: string, value: string];

/** Where no budget name is given, the path itself is one. */
export function budgetName({ method, path, budgetName: name }: ClientRequest): string {
	return name ?? `${method} ${path}`;
}

export function contentOf({ json, form }: ClientRequest): { contentType?: string; body?: string } {
	if (json !== undefined) return { contentType: 'application/json', body: writeJson(json) };
	if (form !== undefined) return { contentType: 'application/x-www-form-urlencoded', body: urlEncoded(form) };
	return {};
}

export function urlEncoded(pairs: Readonly<Record<string, string>> | readonly NameAndValue[]): string {
	const list: readonly NameAndValue[] = Array.isArray(pairs) ? pairs : Object.entries(pairs);
	return new URLSearchParams(list.map(([name, value]): [string, string] => [name, value])).toString();
}

/**
 * A text as one segment of a path, whatever is in it. A single or a double dot cannot be one, however it is encoded
 * (WHATWG URL, section 4.1): it would lead to another resource, with the credential.
 *
 * @throws {RequestInvalidError}
 */
export function pathSegment(text: string): string {
	if (text === '' || text === '.' || text === '..')
		throw new RequestInvalidError(`"${text}" is no ID that can be part of an address.`);
	// By way of bytes, because encodeURIComponent throws at half of a surrogate pair.
	return encodeURIComponent(Buffer.from(text).toString());
}
