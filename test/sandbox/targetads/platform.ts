import type { Answer } from '../frame/answer';
import type { SandboxRequest } from '../frame/request';
import { RoutedPlatform, type JsonObject, type Route } from '../frame/routes';

import type { EventDoor } from './events/event-door';
import type { JobStore } from './jobs/job-store';
import type { Links } from './jobs/storage';
import { jobRoutes } from './jobs/routes';
import { metaRoutes } from './meta';
import type { Project } from './project';
import { errorBody, Refusal } from './refusal';
import { reportRoutes } from './reports/routes';

/** The API of section 2. Checks come in the order: path, token, project, body. */
export class TargetAdsPlatform extends RoutedPlatform {
	readonly name = 'targetAds';
	readonly prefix = '/targetads';
	protected readonly routes: readonly Route[];

	constructor(
		private readonly project: Project,
		private readonly jobs: JobStore,
		links: Links,
		private readonly events: EventDoor,
	) {
		super();
		this.routes = [...metaRoutes(project), ...reportRoutes(project), ...jobRoutes(project, jobs, links)];
	}

	override handle(request: SandboxRequest): Answer {
		return this.events.serves(request.path) ? this.events.handle(request) : super.handle(request);
	}

	reset(): void {
		this.project.reset();
		this.jobs.clear();
		this.events.taken.length = 0;
	}

	protected admit(route: Route, request: SandboxRequest): JsonObject {
		const { options, expiresAt, now } = this.project;
		const isRight = request.headers.authorization === `Bearer ${options.token}`;
		if (!isRight || expiresAt <= now()) throw new Refusal(401, 'invalid or expired token');
		checkQuery(this.project, route, request.query);
		return route.method === 'POST' ? this.bodyOf(request, /^application\/json\s*(;|$)/i) : {};
	}

	protected refusal(status: number, message: string): Refusal {
		return new Refusal(status, message);
	}

	protected errorBody(code: number, message: string): object {
		return errorBody(code, message);
	}
}

/** `project_id` and the other parameters, each of them known and given once. Errors: 400, 403. */
function checkQuery(project: Project, route: Route, query: URLSearchParams): void {
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
