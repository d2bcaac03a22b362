import type { Slice } from '../../../connector/slices';
import { MissingIds } from '../../shared/operations/missing-ids';
import type { Run } from '../../shared/operations/run';
import type { MyTargetApi } from '../api';

/** Ids that were asked for, in whatever slices, and that no answer mentioned. */
export class SilentIds {
	private readonly asked = new Set<string>();
	private readonly answered = new Set<string>();

	see({ ids = [] }: Slice, answered: readonly (string | number)[]): void {
		for (const id of ids) this.asked.add(id);
		for (const id of answered) this.answered.add(String(id));
	}

	tell({ observe }: Run<MyTargetApi>): void {
		const missing = new MissingIds('object');
		missing.compare([...this.asked], [...this.answered]);
		missing.tell(observe);
	}
}
