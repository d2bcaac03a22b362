import type { SandboxRequest } from '../frame/request';

import type { PromoPagesOptions } from './options';
import { Refusal } from './refusal';
import type { Route } from './route';

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The endpoint of a request. Errors: 404 for an unknown path, 405 for another method. */
export function routeOf(routes: readonly Route[], request: SandboxRequest): Route {
	const atPath = routes.filter(({ path }) => path.test(request.path));
	if (atPath.length === 0) throw new Refusal(404, 'not found');
	const route = atPath.find(({ method }) => method === request.method);
	if (route === undefined) throw new Refusal(405, 'method not allowed');
	return route;
}

/** The token and the word before it (section 1), needed on every method. Errors: 401. */
export function checkToken(options: PromoPagesOptions, now: number, request: SandboxRequest): void {
	const [scheme, ...rest] = (request.headers.authorization ?? '').split(' ');
	const isAccepted =
		options.tokenType === 'both' ? scheme === 'OAuth' || scheme === 'Bearer' : scheme === options.tokenType;
	const hasExpired = options.expiresAt !== undefined && new Date(options.expiresAt).getTime() <= now;
	if (!isAccepted || hasExpired || rest.join(' ') !== options.token)
		throw new Refusal(401, 'invalid or expired token');
}

/** The query parameters, each of them known and given once. Errors: 400. */
export function checkQuery(route: Route, query: URLSearchParams): void {
	for (const name of new Set(query.keys())) {
		if (route.query?.includes(name) !== true) throw new Refusal(400, `unknown parameter ${name}`);
		if (query.getAll(name).length > 1) throw new Refusal(400, `parameter ${name} is given twice`);
	}
}

/** The body of a POST: a JSON object, declared as JSON. A GET has none (trap 1). Errors: 415, 400. */
export function bodyOf(request: SandboxRequest): JsonObject {
	if (request.method === 'GET') {
		if (request.body !== '') throw new Refusal(400, 'parameters belong into the query');
		return {};
	}
	if (!/^application\/json\s*(;\s*charset=utf-8\s*)?$/i.test(request.headers['content-type'] ?? '')) {
		throw new Refusal(415, 'unsupported media type');
	}
	let body: unknown;
	try {
		body = JSON.parse(request.body);
	} catch {
		throw new Refusal(400, 'invalid json');
	}
	if (!isObject(body)) throw new Refusal(400, 'the body must be a JSON object');
	return body;
}
