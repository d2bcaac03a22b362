import type { Answer } from '../frame/answer';
import type { PlatformFault } from '../frame/faults/fault';
import type { Part } from '../frame/multipart';

import type { Account } from './accounts/accounts';

/** A request that has passed the gate. */
export interface Call {
	/** The groups of the route's path, in their order. */
	readonly parts: readonly string[];
	readonly query: URLSearchParams;
	/** Names in lower case. */
	readonly headers: Readonly<Record<string, string>>;
	/** Parsed JSON of a POST. */
	readonly body: unknown;
	/** Of a POST that takes a form. */
	readonly form?: readonly Part[];
	/** Of a request that takes a text. */
	readonly text?: string;
	/** Whose token it is. */
	readonly account: Account;
	readonly fault?: PlatformFault;
}

/** One method of section 2. */
export interface Route {
	readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	readonly path: RegExp;
	/** The path with `{id}` in place of numbers. */
	readonly name: string;
	/** Its name and version in throttling.json. */
	readonly throttled?: { readonly resource: string; readonly version: 'v2' | 'v3' };
	/** A request with a text of this Content-Type in place of JSON. */
	readonly takesText?: string;
	/** One of `user.types`; by default any account may call it. */
	readonly needs?: 'agency';
	/** A POST without a body; with one by default. */
	readonly hasBody?: false;
	/** A POST with multipart/form-data in place of JSON. */
	readonly takesForm?: true;
	/** Faults that mean something here, besides those that every method can play. */
	readonly faults?: readonly PlatformFault['kind'][];
	answer(call: Call): Answer;
}

type Described = Omit<Route, 'method' | 'path' | 'name'>;

/** A route by its path; `{id}` stands for a number, other braces for a choice: `{day|summary}`. */
export function route(method: Route['method'], name: string, described: Described): Route {
	const pattern = name
		.replaceAll('.', '\\.')
		.replaceAll(/\{([^}]*)\}/g, (_whole, inner: string) => (inner === 'id' ? '(\\d+)' : `(${inner})`));
	return { method, name, path: new RegExp(`^${pattern}$`), ...described };
}

/** Faults of the lists that are paged by offset. */
export const PAGE_FAULTS: readonly PlatformFault['kind'][] = [
	'repeat-page',
	'empty-page',
	'list-changes',
	'counts-more',
	'count-taken-back',
];
