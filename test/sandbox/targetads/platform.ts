import { json, type Answer } from '../frame/answer';
import type { PlatformFault } from '../frame/faults/fault';
import type { Platform } from '../frame/platform';
import type { SandboxRequest } from '../frame/request';

import { Budget } from './budget';
import { bodyOf, checkQuery, checkToken, routeOf } from './gate';
import type { JobStore } from './jobs/job-store';
import type { Links } from './jobs/links';
import { jobRoutes } from './jobs/routes';
import { metaRoutes } from './meta';
import type { Project } from './project';
import { Refusal } from './refusal';
import { reportRoutes } from './reports/routes';
import type { Route } from './route';

/** The API of section 2. Checks come in the order: path, token, project, budget, body. */
export class TargetAdsPlatform implements Platform {
	readonly name = 'targetAds';
	readonly prefix = '/targetads';
	private readonly budget: Budget;
	private readonly routes: readonly Route[];

	constructor(
		private readonly project: Project,
		private readonly jobs: JobStore,
		links: Links,
	) {
		this.budget = new Budget(project.options.requestsPerMinute, project.now);
		this.routes = [...metaRoutes(project), ...reportRoutes(project), ...jobRoutes(project, jobs, links)];
	}

	handle(request: SandboxRequest): Answer {
		try {
			return this.answer(request);
		} catch (error) {
			if (error instanceof Refusal) return error.answer();
			throw error;
		}
	}

	reset(): void {
		this.jobs.clear();
		this.budget.reset();
	}

	private answer(request: SandboxRequest): Answer {
		const route = routeOf(this.routes, request);
		checkToken(this.project, request);
		checkQuery(this.project, route, request.query);
		this.budget.spend();
		const { path, query, fault } = request;
		const body = route.method === 'POST' ? bodyOf(request) : {};
		if (fault?.kind === 'error-in-200') {
			return json(200, { ErrorCode: fault.code, ErrorMessage: fault.message });
		}
		if (fault?.kind === 'unknown-envelope') {
			return json(200, { result: { items: [{ id: 1 }], total: 1 } });
		}
		checkMeaning(route, fault);
		return route.answer({ path, query, body, ...(fault && { fault }) });
	}
}

/** A fault that changes nothing would let a test pass that tests nothing. */
function checkMeaning(route: Route, fault: PlatformFault | undefined): void {
	if (fault === undefined || route.faults?.includes(fault.kind) === true) return;
	throw new Refusal(501, `sandbox: the fault ${fault.kind} has no meaning for ${route.path.source}`);
}
