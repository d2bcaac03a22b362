import { text, type Answer } from '../frame/answer';
import type { Platform } from '../frame/platform';
import type { SandboxRequest } from '../frame/request';

import type { Account } from './account';
import { ClassicApi } from './classic/classic-api';
import { ReportApi } from './reports/report-api';

const REPORTS = '/v2/reports';

/** Both APIs of ADFOX under one base (sheet, 1.1). Version 0 and the reports of version 1 are not served. */
export class AdfoxPlatform implements Platform {
	readonly name = 'adfox';
	readonly prefix = '/adfox/api';
	private readonly classic: ClassicApi;
	private readonly reports: ReportApi;

	constructor(
		private readonly account: Account,
		apiUrl: () => string,
	) {
		this.classic = new ClassicApi(account, () => apiUrl() + this.prefix);
		this.reports = new ReportApi(account);
	}

	handle(request: SandboxRequest): Answer {
		const { path } = request;
		if (path === '/v1') return this.classic.handle(request);
		if (path === REPORTS || path.startsWith(`${REPORTS}/`)) {
			return this.reports.handle(request, path.slice(REPORTS.length));
		}
		return text(404, 'text/plain; charset=utf-8', 'Not Found');
	}

	/** The objects become those of the seed again, too. */
	reset(): void {
		this.account.reset();
		this.reports.reset();
	}
}
