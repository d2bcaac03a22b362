import { json, type Answer } from '../frame/answer';
import type { PlatformFault } from '../frame/faults/fault';
import { partsOf, type Part } from '../frame/multipart';
import type { Platform } from '../frame/platform';
import type { SandboxRequest } from '../frame/request';

import type { Account, Accounts } from './accounts/accounts';
import { agencyRoute, userRoute } from './accounts/routes';
import { audienceRoutes } from './audiences/routes';
import { transferRoute } from './accounts/transfers';
import { bucketsOf, throttlingRoute, type Budget } from './budget/budget';
import { contentRoutes } from './content/routes';
import { segmentRoute, transactionRoute } from './dictionaries/transactions';
import { dictionaryRoutes } from './dictionaries/whole';
import { leadRoutes } from './leads/routes';
import { objectRoutes } from './objects/routes';
import type { MyTargetOptions } from './options';
import { Refusal, accessDenied, authError, coded, notFound } from './refusal';
import type { Route } from './route';
import { statisticsRoutes } from './statistics/routes';
import { textRoutes } from './texts/routes';
import { subscriptionRoutes } from './subscriptions/routes';
import { TokenEndpoint } from './tokens/endpoint';
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
export function bodyOf({ method, body, headers }: SandboxRequest, hasBody = method === 'POST'): unknown {
	if (Buffer.byteLength(body) > MAX_BODY_BYTES) throw coded(413, 'too_large', 'The request body is too long');
	if (!hasBody) {
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

/** The parts of a POST that takes a form. Errors: 400. */
function formOf({ bytes, headers }: SandboxRequest): Part[] {
	const parts = partsOf(headers['content-type'] ?? '', bytes);
	if (parts === undefined) throw coded(400, 'bad_request', 'multipart/form-data is required');
	return parts;
}

/** The body of a request that takes a text. Errors: 400. */
function textOf({ body, headers }: SandboxRequest, type: string): string {
	if (headers['content-type'] === type && body !== '') return body;
	throw coded(400, 'bad_request', `A body of ${type} is required`);
}

/** The API of section 2. Checks come in the order: path, HTTP method, token, account type, budget, body, query. */
export class MyTargetPlatform implements Platform {
	readonly name = 'myTarget';
	readonly prefix = '/mytarget';
	private readonly endpoint: TokenEndpoint;
	private readonly routes: readonly Route[];

	constructor(
		private readonly options: MyTargetOptions,
		private readonly now: () => number,
		private readonly accounts: Accounts,
		private readonly tokens: TokenStore,
		private readonly budget: Budget,
	) {
		this.endpoint = new TokenEndpoint(options, tokens, accounts);
		this.routes = [
			throttlingRoute(budget),
			userRoute(accounts),
			agencyRoute(accounts),
			...objectRoutes(options),
			...statisticsRoutes(options, now),
			...leadRoutes(options, now),
			...subscriptionRoutes(),
			...dictionaryRoutes(options),
			...audienceRoutes(options),
			...contentRoutes(),
			segmentRoute(),
			...textRoutes(),
			transactionRoute(options),
			transferRoute(accounts, now),
		];
	}

	handle(request: SandboxRequest): Answer {
		try {
			return this.endpoint.serves(request.path) ? this.endpoint.answer(request) : this.answer(request);
		} catch (error) {
			if (error instanceof Refusal) return error.answer();
			throw error;
		}
	}

	/** Everything as it was at the start: tokens and written objects too. */
	reset(): void {
		this.accounts.reset();
		this.tokens.reset();
		this.budget.reset();
	}

	private answer(request: SandboxRequest): Answer {
		const { options } = this;
		const { path, query, headers, fault } = request;
		const route = routeOf(this.routes, request);
		if (fault?.kind === 'expire-token') this.expire(request);
		const account = accountOf(request, this.tokens, this.accounts, options, this.now());
		checkType(route, account);
		const limits = this.budget.spend(account.user.id, bucketsOf(options, route, path));
		try {
			const form = route.takesForm === true ? formOf(request) : undefined;
			const text = route.takesText === undefined ? undefined : textOf(request, route.takesText);
			const body = form === undefined && text === undefined ? bodyOf(request, route.hasBody) : undefined;
			if (fault?.kind === 'error-in-200')
				return json(200, { error: { code: String(fault.code), message: fault.message } }, limits);
			if (fault?.kind === 'unknown-envelope')
				return json(200, { result: { objects: [{ id: 1 }], total: 1 } }, limits);
			checkMeaning(route, fault);
			const [, ...parts] = route.path.exec(path) ?? [];
			const answer = route.answer({
				...{ parts, query, headers, body, account },
				...(form && { form }),
				...(text !== undefined && { text }),
				...(fault && { fault }),
			});
			return { ...answer, headers: { ...answer.headers, ...limits } };
		} catch (error) {
			// Every response has the headers, that of a refusal too (5.1).
			if (error instanceof Refusal)
				throw new Refusal(error.status, error.body, { ...limits, ...error.headers });
			throw error;
		}
	}

	/** From this request on the token that it came with is expired. */
	private expire({ headers }: SandboxRequest): void {
		const accessToken = (headers.authorization ?? '').replace(/^Bearer /, '');
		if (this.tokens.find(accessToken) !== undefined) this.tokens.expire(accessToken);
	}
}

/** A fault that changes nothing would let a test pass that tests nothing. */
function checkMeaning(route: Route, fault: PlatformFault | undefined): void {
	if (fault === undefined || fault.kind === 'expire-token') return;
	if (route.faults?.includes(fault.kind) === true) return;
	throw new Refusal(501, {
		error: { code: 'sandbox', message: `the fault ${fault.kind} has no meaning for ${route.name}` },
	});
}
