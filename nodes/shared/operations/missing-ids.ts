import type { Observe } from '../../../connector/events';
import { plural } from '../parameters/shown';

/** A hint is no place for thousands of ids. */
const NAMED = 20;

/** Collects ids that were asked for, in whatever requests, and that no answer mentioned; tells them in a hint. */
export class MissingIds {
	private readonly asked = new Set<string>();
	private readonly answered = new Set<string>();
	/** Rows without an id say nothing about who is missing. */
	private comparable = true;

	/** @param what the ids belong to, in the singular */
	constructor(private readonly what: string) {}

	/** @param answered the ids of an answer's rows, as they stand there */
	compare(asked: readonly string[], answered: readonly unknown[]): void {
		for (const id of asked) this.asked.add(id);
		for (const id of answered) {
			if (typeof id === 'number' || typeof id === 'string') this.answered.add(String(id));
			else this.comparable = false;
		}
	}

	tell(observe: Observe): void {
		const ids = this.comparable ? [...this.asked].filter((id) => !this.answered.has(id)) : [];
		if (ids.length === 0) return;
		const more = ids.length > NAMED ? ` and ${ids.length - NAMED} more` : '';
		const named = ids.slice(0, NAMED).join(', ');
		observe({ type: 'remark', text: `No answer for ${plural(ids.length, this.what)}: ${named}${more}.` });
	}
}

/** Tells of objects that a list gave without an id. @param owner whose they are: "account" */
export function tellUnnamed(observe: Observe, count: number, what: string, owner: string): void {
	if (count === 0) return;
	const text = `${plural(count, what)} of the ${owner} came without an ID and could not be asked for.`;
	observe({ type: 'remark', text });
}
