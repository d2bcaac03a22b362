import type { Auth } from '../auth';
import { RequestInvalidError } from '../errors';
import type { Intent } from '../retry';
import { writeJson } from '../rows';
import type { StreamedBody, TransportResponse } from '../transport';
import { multipartBody, type Multipart } from './multipart';

interface RequestParts {
	readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	/** Below the base URL, beginning with a slash. */
	readonly path: string;
	/** Pairs where a name may come more than once. */
	readonly query?: Readonly<Record<string, string>> | readonly NameAndValue[];
	/** Numbers that JavaScript cannot hold are `ExactNumber`s. */
	readonly json?: unknown;
	/** Sent as application/x-www-form-urlencoded. */
	readonly form?: readonly NameAndValue[];
	/** Fields and files, sent as multipart/form-data while the files are read. */
	readonly multipart?: Multipart;
	/** Sent as it is. */
	readonly content?: { readonly type: string; readonly body: string | StreamedBody };
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
	/**
	 * Reads the body otherwise than as a JSON value, and leaves it to be read as one by giving nothing. What it throws for a
	 * good status is treated like a broken body.
	 */
	readonly decode?: (response: TransportResponse) => Promise<unknown> | undefined;
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
		| {
				readonly intent: Extract<Intent, 'write'>;
				readonly check: string;
				/** Of money, which would be gone twice: a 429 is believed only where it names the window that is used up. */
				readonly needsProof?: true;
		  }
	);

export type NameAndValue = readonly [name: string, value: string];

/** Where no budget name is given, the path itself is one. */
export function budgetName({ method, path, budgetName: name }: ClientRequest): string {
	return name ?? `${method} ${path}`;
}

export function contentOf({ json, form, multipart, content }: ClientRequest): {
	contentType?: string;
	body?: string | StreamedBody;
} {
	if (json !== undefined) return { contentType: 'application/json', body: writeJson(json) };
	if (form !== undefined) return { contentType: 'application/x-www-form-urlencoded', body: urlEncoded(form) };
	if (content !== undefined) return { contentType: content.type, body: content.body };
	return multipart === undefined ? {} : multipartBody(multipart);
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
