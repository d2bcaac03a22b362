import type { Observe } from '../../../connector/events';
import type { Page } from '../../../connector/rows';
import { MissingIds } from '../../shared/operations/missing-ids';
import type { Condition } from './conditions';

/** Tells which ids a list was asked for by a filter and did not give. */
export class MissingListIds {
	private readonly asked: readonly string[];
	private readonly answered = new Set<string>();
	/** Rows without an id say nothing about who is missing. */
	private comparable = true;

	constructor(conditions: readonly Condition[]) {
		const byIdAlone = conditions.length === 1 ? conditions[0] : undefined;
		this.asked = byIdAlone?.field === 'id' && ['eq', 'in'].includes(byIdAlone.lookup) ? byIdAlone.values : [];
	}

	see(page: Page): void {
		for (const { id } of page) {
			if (typeof id === 'number' || typeof id === 'string') this.answered.add(String(id));
			else this.comparable = false;
		}
	}

	tell(observe: Observe): void {
		if (!this.comparable) return;
		const missing = new MissingIds('ID');
		missing.compare(this.asked, [...this.answered]);
		missing.tell(observe);
	}
}
