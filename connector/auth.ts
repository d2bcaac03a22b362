import type { Headers } from './transport';

/** Signs an attempt with the token of that moment. */
export interface Auth {
	/** Headers that prove who asks. Called anew for every attempt; what it throws is final. */
	sign(): Promise<Headers>;
	/** Gets a new token, or another form of it, after the platform refused `refused`; absent where only the user can. */
	refresh?(refused: Headers): Promise<void>;
}

/** A credential that never changes while the node runs. */
export function fixedAuth(headers: Headers): Auth {
	return { sign: () => Promise.resolve(headers) };
}

/** Which of its two forms a credential was last taken in; whoever keeps it spares the next client the search. */
export interface TakenForm {
	form: 0 | 1;
}

/**
 * A credential that the platform takes in one of two forms, nobody knows in which: the first until it is refused, then
 * the other one. Of requests that are refused together only the first changes it, and each is sent once more.
 */
export function eitherAuth(forms: readonly [Headers, Headers], taken: TakenForm): Auth {
	return {
		sign: () => Promise.resolve(forms[taken.form]),
		refresh: (refused) => {
			if (refused === forms[taken.form]) taken.form = taken.form === 0 ? 1 : 0;
			return Promise.resolve();
		},
	};
}

/**
 * A credential whose token can be renewed, at most once at a time: requests that are refused together share one
 * renewal, and a refusal of a token that has been replaced meanwhile starts none.
 *
 * @param token '' where there is none yet: then the first request that is signed gets one
 * @param header name of the header that carries the token
 * @param headerValue turns a token into that header's value
 * @param renew gives the next token; it gets the refused one
 */
export function renewableAuth(
	token: string,
	header: string,
	headerValue: (token: string) => string,
	renew: (refused: string) => Promise<string>,
): Auth {
	let current = token;
	let renewal: Promise<void> | undefined;
	const renewed = async () => {
		renewal ??= renew(current)
			.then((next) => {
				current = next;
			})
			.finally(() => {
				renewal = undefined;
			});
		await renewal;
	};
	return {
		sign: async () => {
			if (current === '' || renewal !== undefined) await renewed();
			return { [header]: headerValue(current) };
		},
		refresh: async (refused) => {
			if (refused[header] === headerValue(current)) await renewed();
		},
	};
}
