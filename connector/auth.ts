import type { Headers } from './transport';

/** Signs an attempt with the token of that moment. */
export interface Auth {
	/** Headers that prove who asks. Called anew for every attempt; what it throws is final. */
	sign(): Promise<Headers>;
	/** Gets a new token after the platform refused `refused`; absent where only the user can get one. */
	refresh?(refused: Headers): Promise<void>;
}

/** A credential that never changes while the node runs. */
export function fixedAuth(headers: Headers): Auth {
	return { sign: () => Promise.resolve(headers) };
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
