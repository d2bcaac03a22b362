import type { IDataObject } from 'n8n-workflow';

import { idText, type Page, type Row } from '../../../connector/rows';
import type { Mark, Watch } from './event';
import { hashOf, stateIn, stateText, type Memory } from './memory';

/** What is gone is remembered while there are no more than these in all, for a list may lose an object for a moment. */
const REMEMBERED = 1000;

/** Of what is gone, these are remembered even where there is more than that. */
const GONE_REMEMBERED = 200;

/** Where looks never reach an end, what is gone cannot be told from what was not reached. */
const MOST = 50_000;

const GROUP = '#group';

/** Compares a look with what is remembered, page by page, and says what there is to tell. */
export class Comparison {
	private readonly seen = new Map<string, string>();
	/** By hash, those that were looked through. */
	private readonly groups = new Map<string, string>();
	private group: string | undefined;
	private isFinished = false;
	private isComplete = false;
	/** What is not known was there before all the same. */
	private isFirstLook: boolean;
	private mark: Mark | undefined;
	/** Objects without an ID, of which nothing can be remembered. */
	unnamed = 0;

	/** @param before undefined at the first look, which only remembers */
	constructor(
		private readonly watch: Omit<Watch<never>, 'look' | 'newest'>,
		private readonly before: Memory | undefined,
	) {
		this.isFirstLook = before?.isUnfinished !== false;
		this.mark = before?.mark;
	}

	leave(mark: Mark | undefined): void {
		this.mark = mark;
	}

	enter(group: string): void {
		this.leaveGroup();
		this.group = hashOf(`${GROUP} ${group}`);
		this.isFirstLook = this.before?.isUnfinished !== false || !this.before.seen.has(this.group);
	}

	reachedEnd(hasSeenAll: boolean): void {
		this.leaveGroup();
		this.isFinished = true;
		this.isComplete = hasSeenAll;
	}

	/** Objects whose state is remembered now. */
	get watched(): number {
		return this.seen.size;
	}

	/** @returns what has happened to the objects of a page */
	itemsOf(page: Page): IDataObject[] {
		return page.map((object) => this.itemsOfOne(object)).flat();
	}

	private itemsOfOne(object: Row): IDataObject[] {
		const id = idText(this.watch.idOf(object));
		if (id === undefined) {
			this.unnamed++;
			return [];
		}
		const hash = hashOf(id);
		const current = this.watch.stateOf(object);
		// A list that shifts while it is read may give an object twice.
		if (current === undefined || this.seen.has(hash)) return [];
		const text = stateText(current);
		this.seen.set(hash, text);
		const known = this.before?.seen.get(hash);
		const isNews = known === undefined ? this.watch.tellsNew === true && !this.isFirstLook : known !== text;
		if (!isNews) return [];
		if (this.watch.matters?.(current) === false) return [];
		return [itemOf(this.watch, object, current, known === undefined ? undefined : stateIn(known))];
	}

	/** What to remember when all that there was to tell is told. */
	get memory(): Memory {
		const { before, isComplete } = this;
		// Together, states take the least room.
		const objects = [...this.seen].sort(([, one], [, other]) => (one < other ? -1 : Number(one > other)));
		const now = new Map([...this.groups, ...objects]);
		const others = [...(before?.seen ?? [])].filter(([hash]) => !now.has(hash));
		const room = isComplete ? Math.max(GONE_REMEMBERED, REMEMBERED - now.size) : MOST - now.size;
		return {
			seen: new Map([...others.slice(Math.max(0, others.length - room)), ...now]),
			mark: this.mark,
			isUnfinished: before?.isUnfinished !== false && !this.isFinished,
		};
	}

	/** One that was not looked through to its end is met for the first time once more. */
	private leaveGroup(): void {
		if (this.group !== undefined) this.groups.set(this.group, GROUP);
		this.group = undefined;
	}
}

/** What an event hands on: the object, and what has changed about it where that is the event. */
export function itemOf(
	{ itemOf: fieldsOf, tellsNew }: Pick<Watch<never>, 'itemOf' | 'tellsNew'>,
	object: Row,
	current: Row,
	previous: unknown,
): IDataObject {
	const fields = fieldsOf?.(object) ?? object;
	return (
		tellsNew === true ? { ...fields } : { ...fields, previous: previous ?? null, current }
	) as IDataObject;
}
