import type { JobFault } from '../../frame/faults/kinds';
import { hex, mix } from '../../frame/hash';
import type { StatisticsQuery } from '../truth/truth';

const MS_PER_DAY = 86_400_000;
const KEPT_DAYS = 30;

/** An ordered report. */
export interface StoredReport {
	readonly id: string;
	readonly query: StatisticsQuery;
	/** Milliseconds. */
	readonly orderedAt: number;
	/** Set when the order itself was struck. */
	readonly fault?: JobFault;
	/** How often it was asked for. */
	polls: number;
}

/** Reports live for 30 days (3.2). An order that is repeated is another report. */
export class ReportStore {
	private readonly reports = new Map<string, StoredReport>();
	private ordered = 0;

	constructor(
		private readonly seed: number,
		private readonly now: () => number,
	) {}

	order(query: StatisticsQuery, fault: JobFault | undefined): StoredReport {
		this.ordered++;
		const id = hex(24, mix(mix(this.seed, 0x4e9), this.ordered));
		const report = { id, query, orderedAt: this.now(), polls: 0, ...(fault && { fault }) };
		this.reports.set(id, report);
		return report;
	}

	find(id: string): StoredReport | undefined {
		const report = this.reports.get(id);
		const age = this.now() - (report?.orderedAt ?? 0);
		return age < KEPT_DAYS * MS_PER_DAY ? report : undefined;
	}

	clear(): void {
		this.reports.clear();
		this.ordered = 0;
	}
}
