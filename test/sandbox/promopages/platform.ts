import { json, type Answer } from '../frame/answer';
import type { PlatformFault } from '../frame/faults/fault';
import type { Platform } from '../frame/platform';
import type { SandboxRequest } from '../frame/request';

import type { Account } from './account';
import { Budget } from './budget';
import { cabinetRoutes } from './cabinets';
import { Cursors } from './campaigns/cursor';
import { campaignRoutes } from './campaigns/routes';
import { bodyOf, checkQuery, checkToken, routeOf } from './gate';
import { errorBody, Refusal } from './refusal';
import { ReportStore } from './reports/report-store';
import { reportRoutes } from './reports/routes';
import type { Route } from './route';
import type { StatisticsQuery } from './truth/truth';

/** The API of section 2. Checks come in the order: path, token, budget, query, body, publisher. */
export class PromoPagesPlatform implements Platform {
	readonly name = 'promoPages';
	readonly prefix = '/promopages/api/promo/v1';
	private readonly budget: Budget;
	private readonly cursors: Cursors;
	private readonly reports: ReportStore;
	private readonly routes: readonly Route[];

	constructor(private readonly account: Account) {
		this.budget = new Budget(account.options, account.now);
		this.cursors = new Cursors(account.options);
		this.reports = new ReportStore(account.options, account.now);
		this.routes = [
			...campaignRoutes(account, this.cursors),
			...reportRoutes(account, this.reports),
			...cabinetRoutes(account),
		];
	}

	handle(request: SandboxRequest): Answer {
		try {
			return this.answer(request);
		} catch (error) {
			if (error instanceof Refusal) return error.answer(this.account.options.errorBody);
			throw error;
		}
	}

	reset(): void {
		this.budget.reset();
		this.cursors.clear();
		this.reports.clear();
	}

	readyReport(query: StatisticsQuery): string {
		const report = this.reports.order(query, undefined);
		report.polls = this.account.options.reportPolls;
		return report.id;
	}

	private answer(request: SandboxRequest): Answer {
		const route = routeOf(this.routes, request);
		checkToken(this.account.options, this.account.now(), request);
		this.budget.spend(`${route.method} ${route.path.source}`);
		const { path, query, fault } = request;
		checkQuery(route, query);
		const body = bodyOf(request);
		if (fault?.kind === 'error-in-200') return json(200, errorBody(fault.code, fault.message));
		if (fault?.kind === 'unknown-envelope') return json(200, { result: { items: [{ id: '1' }], total: 1 } });
		checkMeaning(route, fault);
		return route.answer({ path, query, body, ...(fault && { fault }) });
	}
}

/** A fault that changes nothing would let a test pass that tests nothing. */
function checkMeaning(route: Route, fault: PlatformFault | undefined): void {
	if (fault === undefined || route.faults?.includes(fault.kind) === true) return;
	throw new Refusal(501, `sandbox: the fault ${fault.kind} has no meaning for ${route.path.source}`);
}
