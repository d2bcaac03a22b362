import type { ListedObject } from '../lists/query';
import { invalidField, notFound } from '../refusal';
import { isConversion } from './identifiers';

const MIN_LINES = 10;

export interface OfflineGoal extends ListedObject {
	readonly id: number;
	readonly name: string;
	readonly type: string;
}

/** The lists of offline conversions of one account (3.31). */
export class OfflineGoalStore {
	private goals: readonly OfflineGoal[];
	private made = 0;
	/** The list is not shown for so many readings yet. */
	private hidden = 0;
	/** The conversions that were taken, by list. */
	readonly conversions = new Map<number, string[]>();

	constructor(
		private readonly first: readonly OfflineGoal[],
		private readonly readsUntilSeen: number,
	) {
		this.goals = first;
	}

	reset(): void {
		this.goals = this.first;
		this.made = 0;
		this.hidden = 0;
		this.conversions.clear();
	}

	get all(): readonly OfflineGoal[] {
		return this.goals;
	}

	/** As GET answers. */
	read(): readonly OfflineGoal[] {
		if (this.hidden === 0) return this.goals;
		this.hidden -= 1;
		return this.goals.slice(0, -1);
	}

	/** Errors: 400. */
	create(
		goal: Omit<OfflineGoal, 'id'> & { readonly name: string; readonly type: string },
		lines: readonly string[],
	): void {
		if (!['email', 'phone'].includes(goal.type))
			throw invalidField('type', 'unallowed_value', 'Unknown type');
		if (goal.name === '') throw invalidField('name', 'required', 'Required field');
		if (!Number.isInteger(goal.attribution_period) || Number(goal.attribution_period) < 1)
			throw invalidField('attribution_period', 'bad_value', 'Not a number of days');
		check(goal.type, lines);
		const id = 90_000 + ++this.made;
		this.goals = [...this.goals, { ...goal, id, load_status: 'loading', created: NOW, updated: NOW }];
		this.hidden = this.readsUntilSeen;
		this.conversions.set(id, [...lines]);
	}

	/** Errors: 404, 400. */
	add(id: number, lines: readonly string[]): void {
		const goal = this.goals.find((one) => one.id === id);
		if (goal === undefined) throw notFound('RemarketingOfflineGoal');
		check(goal.type, lines);
		this.conversions.set(id, [...(this.conversions.get(id) ?? []), ...lines]);
	}

	/** Errors: 404. */
	delete(id: number): void {
		if (!this.goals.some((goal) => goal.id === id)) throw notFound('RemarketingOfflineGoal');
		this.goals = this.goals.filter((goal) => goal.id !== id);
	}
}

const NOW = '2026-03-02 12:00:00';

function check(type: string, lines: readonly string[]): void {
	const bad = lines.findIndex((line) => !isConversion(type, line));
	if (bad >= 0) throw invalidField('list_users', 'bad_value', `Line ${bad + 1} is invalid: ${lines[bad]}`);
	if (lines.length < MIN_LINES) throw invalidField('list_users', 'bad_value', 'At least 10 lines');
}
