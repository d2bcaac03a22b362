import { RoutedPlatform, type JsonObject, type Route } from '../frame/routes';
import type { SandboxRequest } from '../frame/request';

import type { Account } from './account';
import { cabinetRoutes } from './cabinets';
import { Cursors } from './campaigns/query';
import { campaignRoutes } from './campaigns/routes';
import { errorBody, Refusal } from './refusal';
import { reportRoutes, ReportStore } from './reports/routes';
import type { StatisticsQuery } from './truth/truth';

const JSON_TYPE = /^application\/json\s*(;\s*charset=utf-8\s*)?$/i;

/** The API of section 2. Checks come in the order: path, token, query, body, publisher. */
export class PromoPagesPlatform extends RoutedPlatform {
	readonly name = 'promoPages';
	readonly prefix = '/promopages/api/promo/v1';
	protected readonly routes: readonly Route[];
	private readonly cursors: Cursors;
	private readonly reports: ReportStore;

	constructor(private readonly account: Account) {
		super();
		this.cursors = new Cursors(account.options);
		this.reports = new ReportStore(account.options.seed, account.now);
		this.routes = [
			...campaignRoutes(account, this.cursors),
			...reportRoutes(account, this.reports),
			...cabinetRoutes(account),
		];
	}

	reset(): void {
		this.account.reset();
		this.cursors.clear();
		this.reports.clear();
	}

	readyReport(query: StatisticsQuery): string {
		const report = this.reports.order(query, undefined);
		report.polls = this.account.options.reportPolls;
		return report.id;
	}

	protected admit(route: Route, request: SandboxRequest): JsonObject {
		this.checkToken(request);
		checkQuery(route, request.query);
		if (request.method !== 'GET') return this.bodyOf(request, JSON_TYPE);
		// A GET has no body (trap 1).
		if (request.body !== '') throw new Refusal(400, 'parameters belong into the query');
		return {};
	}

	protected refusal(status: number, message: string): Refusal {
		return new Refusal(status, message);
	}

	protected errorBody(code: number, message: string): object {
		return errorBody(code, message);
	}

	/** The token and the word before it (section 1), needed on every method. Errors: 401. */
	private checkToken({ headers }: SandboxRequest): void {
		const { token, tokenType } = this.account.options;
		const words = tokenType === 'both' ? ['OAuth', 'Bearer'] : [tokenType];
		if (!words.some((word) => headers.authorization === `${word} ${token}`))
			throw new Refusal(401, 'invalid or expired token');
	}
}

/** The query parameters, each of them known and given once. Errors: 400. */
function checkQuery(route: Route, query: URLSearchParams): void {
	for (const name of new Set(query.keys())) {
		if (route.query?.includes(name) !== true) throw new Refusal(400, `unknown parameter ${name}`);
		if (query.getAll(name).length > 1) throw new Refusal(400, `parameter ${name} is given twice`);
	}
}
