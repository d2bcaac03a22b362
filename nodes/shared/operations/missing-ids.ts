import type { Observe } from '../../../connector/events';
import { plural } from '../parameters/shown';

/** A hint is no place for thousands of ids. */
const NAMED = 20;

/** Collects ids that were asked for and got no answer, and tells them in a hint. */
export class MissingIds {
	private readonly ids: string[] = [];

	/** @param what the ids belong to, in the singular */
	constructor(private readonly what: string) {}

	compare(asked: readonly string[], answered: readonly string[]): void {
		const known = new Set(answered);
		for (const id of asked) if (!known.has(id)) this.ids.push(id);
	}

	tell(observe: Observe): void {
		const { ids, what } = this;
		if (ids.length === 0) return;
		const more = ids.length > NAMED ? ` and ${ids.length - NAMED} more` : '';
		const named = ids.slice(0, NAMED).join(', ');
		observe({ type: 'remark', text: `No answer for ${plural(ids.length, what)}: ${named}${more}.` });
	}
}
