import type { SandboxRequest } from '../frame/request';

import type { Account, Accounts } from './accounts/accounts';
import type { MyTargetOptions } from './options';
import { accessDenied, authError, coded, notFound } from './refusal';
import type { Route } from './route';
import { stateOf, type TokenStore } from './tokens/token-store';

/** The method of a request. Errors: 404 for an unknown path, 405 for another HTTP method. */
export function routeOf(routes: readonly Route[], { path, method }: SandboxRequest): Route {
	const atPath = routes.filter((route) => route.path.test(path));
	if (atPath.length === 0) {
		if (/^\/api\/v[23]\/statistics\//.test(path)) throw coded(404, 'WRONG_RESOURCE', 'wrong resource');
		throw notFound(path);
	}
	const route = atPath.find((candidate) => candidate.method === method);
	if (route === undefined) throw coded(405, 'method_not_allowed', 'Method not allowed');
	return route;
}

/** Whose token came with the request. Errors: 401. */
export function accountOf(
	{ headers }: SandboxRequest,
	tokens: TokenStore,
	accounts: Accounts,
	options: MyTargetOptions,
	now: number,
): Account {
	const form = options.authErrorBody;
	const [scheme, accessToken, ...rest] = (headers.authorization ?? '').split(' ');
	const token = scheme === 'Bearer' && rest.length === 0 ? tokens.find(accessToken ?? '') : undefined;
	const account = token && accounts.find(token.userId);
	if (token === undefined || account === undefined) throw authError('invalid_token', form);
	if (stateOf(token, now) === 'expired') throw authError('expired_token', form);
	token.usedAt = now;
	return account;
}

/** Errors: 403 for an account of another type. */
export function checkType({ needs }: Route, { user }: Account): void {
	if (needs !== undefined && !user.types.includes(needs)) throw accessDenied(`${needs}_access`);
}

const MAX_BODY_BYTES = 10_000_000;

/** The body of a POST. Errors: 413, 400. A GET has none. */
export function bodyOf({ method, body, headers }: SandboxRequest): unknown {
	if (Buffer.byteLength(body) > MAX_BODY_BYTES) throw coded(413, 'too_large', 'The request body is too long');
	if (method !== 'POST') {
		if (body !== '') throw coded(400, 'bad_request', 'Parameters belong into the query');
		return undefined;
	}
	if (!/^application\/json\s*(;\s*charset=utf-8\s*)?$/i.test(headers['content-type'] ?? ''))
		throw coded(400, 'invalid_json', 'The body must be application/json');
	try {
		return JSON.parse(body) as unknown;
	} catch {
		throw coded(400, 'invalid_json', 'Invalid JSON');
	}
}
