import { dayOf } from '../../frame/calendar';
import type { Account } from '../accounts/accounts';
import { coded, type Refusal } from '../refusal';

import { SET_NAMES } from './sets';
import type { ObjectType } from './truth';

/** Ids in one question, days in one question by day, and how many days back, today not counted (3.17). */
const MAX_IDS = 200;
const MAX_DAYS = 92;
const DEPTH_DAYS = 366;

/** Codes for ids that do not exist or are not accessible (3.17). */
const WRONG_CODES: Readonly<Record<ObjectType, string>> = {
	campaigns: 'WRONG_CAMPAIGNS',
	ad_groups: 'WRONG_ADGROUPS',
	ad_plans: 'WRONG_ADPLANS',
	banners: 'WRONG_BANNERS',
	users: 'WRONG_USERS',
};

/** Moscow days, both included. */
export interface Days {
	readonly from: number;
	readonly to: number;
}

/** Reads the parameters of statistics (3.17), each of them checked. */
export class Question {
	constructor(
		private readonly query: URLSearchParams,
		private readonly today: number,
	) {}

	/** Errors: 400 for a parameter that the method does not have, and for one given twice; `id` may be repeated. */
	onlyKnown(known: readonly string[]): void {
		for (const name of new Set(this.query.keys())) {
			if (!known.includes(name) || (name !== 'id' && this.query.getAll(name).length > 1))
				throw this.refusal('WRONG_PARAMETER', `unexpected parameter ${name}`);
		}
	}

	/** Ids in ascending order; all without `id`, where it is not required. Errors: 400. */
	ids(account: Account, type: ObjectType, isRequired = true): number[] {
		const ids = this.list('id');
		if (ids === undefined) {
			if (isRequired) throw this.refusal('WRONG_PARAMETER', 'id is required');
			return account.truth.ids(type);
		}
		const numbers = ids.map((id) => this.id('id', id));
		if (numbers.length > MAX_IDS) throw this.refusal('LIMIT_EXCEEDED', `not more than ${MAX_IDS} objects`);
		// One unknown id makes the whole request fail, and nobody says which one (3.17).
		if (numbers.some((id) => !account.truth.exists(type, id)))
			throw this.refusal(WRONG_CODES[type], 'entities are not found');
		return numbers.sort((one, other) => one - other);
	}

	/** A comma list of known words. Errors: 400. */
	words(name: string, known: readonly string[]): readonly string[] | undefined {
		const list = this.list(name);
		const stranger = list?.find((word) => !known.includes(word));
		if (stranger !== undefined) throw this.refusal('WRONG_PARAMETER', `unknown value ${stranger} of ${name}`);
		return list;
	}

	/** Metric sets; column names are not among them in v2 (3.19). Errors: 400. */
	sets(name: 'metrics' | 'fields' = 'metrics'): readonly string[] {
		const asked = this.words(name, ['all', ...SET_NAMES]) ?? ['base'];
		return asked.includes('all') ? SET_NAMES : asked;
	}

	/** Both dates, of statistics by day. Errors: 400. */
	days(): Days {
		const days = this.period(true);
		if (days.to - days.from + 1 > MAX_DAYS)
			throw this.refusal('LIMIT_EXCEEDED', `not more than ${MAX_DAYS} days`);
		return days;
	}

	/** `date_from` and, if it is given, `date_to`: no bound but the depth is known for v3. Errors: 400. */
	period(toIsRequired = false): Days {
		const from = this.day('date_from');
		const to = toIsRequired || this.query.has('date_to') ? this.day('date_to') : this.today;
		if (to < from) throw this.refusal('WRONG_DATE', 'date_to is before date_from');
		if (to > this.today) throw this.refusal('WRONG_DATE', 'date_to is in the future');
		if (from < this.today - DEPTH_DAYS)
			throw this.refusal('LIMIT_EXCEEDED', `not more than the last ${DEPTH_DAYS} days`);
		return { from, to };
	}

	/** Errors: 400. */
	attribution(known: readonly string[] = ['conversion', 'impression', 'default']): void {
		this.words('attribution', known);
	}

	/** Errors: 400. */
	whole(name: string, otherwise: number, min: number, max: number): number {
		const text = this.query.get(name) ?? String(otherwise);
		const value = /^\d{1,10}$/.test(text) ? Number(text) : NaN;
		if (!(value >= min && value <= max))
			throw this.refusal('WRONG_PARAMETER', `${name} must be a whole number from ${min} to ${max}`);
		return value;
	}

	/** Codes as in real answers, not with `ERR_` as in the documentation (trap 42). */
	private refusal(code: string, message: string): Refusal {
		return coded(400, code, message);
	}

	private day(name: string): number {
		const text = this.query.get(name);
		if (text === null) throw this.refusal('WRONG_PARAMETER', `${name} is required`);
		const day = dayOf(text);
		if (day === undefined) throw this.refusal('WRONG_DATE', `${name} must be YYYY-MM-DD`);
		return day;
	}

	/** A comma list, or the parameter repeated; undefined for none at all. */
	private list(name: string): string[] | undefined {
		const given = this.query.getAll(name);
		if (given.length === 0) return undefined;
		const entries = given.flatMap((value) => value.split(','));
		if (entries.includes('')) throw this.refusal('WRONG_PARAMETER', `${name} is empty or has an empty entry`);
		if (new Set(entries).size < entries.length)
			throw this.refusal('WRONG_PARAMETER', `${name} has an entry twice`);
		return entries;
	}

	private id(name: string, text: string): number {
		if (!/^\d{1,10}$/.test(text)) throw this.refusal('WRONG_PARAMETER', `${text} is no ${name}`);
		return Number(text);
	}
}
