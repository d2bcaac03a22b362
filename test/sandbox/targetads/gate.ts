import type { SandboxRequest } from '../frame/request';

import type { Project } from './project';
import { Refusal } from './refusal';
import { isObject, type JsonObject } from './reports/checks';
import type { Route } from './route';

/** The endpoint of a request. Errors: 404 for an unknown path, 405 for another method. */
export function routeOf(routes: readonly Route[], request: SandboxRequest): Route {
	const atPath = routes.filter(({ path }) => path.test(request.path));
	if (atPath.length === 0) throw new Refusal(404, 'not found');
	const route = atPath.find(({ method }) => method === request.method);
	if (route === undefined) throw new Refusal(405, 'method not allowed');
	return route;
}

/** The token (section 1). Errors: 401. */
export function checkToken(project: Project, request: SandboxRequest): void {
	const isRight = request.headers.authorization === `Bearer ${project.options.token}`;
	if (!isRight || project.expiresAt <= project.now()) throw new Refusal(401, 'invalid or expired token');
}

/** `project_id` and the other parameters, each of them known and given once. Errors: 400, 403. */
export function checkQuery(project: Project, route: Route, query: URLSearchParams): void {
	const ids = query.getAll('project_id');
	const foreign = String(project.foreignId);
	if (ids.length === 1 && ids[0] === foreign) throw new Refusal(403, 'access denied to project');
	if (ids.length !== 1 || ids[0] !== String(project.options.projectId))
		throw new Refusal(400, 'invalid project_id');
	for (const name of new Set(query.keys())) {
		const isKnown = name === 'project_id' || (route.query ?? []).includes(name);
		if (!isKnown || query.getAll(name).length > 1) {
			throw new Refusal(400, 'validate error', [
				{ Error: true, FailedField: name, Tag: isKnown ? 'unique' : 'unknown', Value: query.get(name) },
			]);
		}
	}
}

/** The body of a POST: a JSON object, declared as JSON. Errors: 415, 400. */
export function bodyOf(request: SandboxRequest): JsonObject {
	if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) {
		throw new Refusal(415, 'unsupported media type');
	}
	let body: unknown;
	try {
		body = JSON.parse(request.body);
	} catch {
		throw new Refusal(400, 'invalid json');
	}
	if (!isObject(body)) throw new Refusal(400, 'invalid json');
	return body;
}
