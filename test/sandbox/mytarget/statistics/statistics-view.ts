import { dayAt, dayOf } from '../../frame/calendar';

import type { Account } from '../accounts/accounts';
import type { MyTargetOptions } from '../options';
import { dayState, inAppOf, offlineOf, type InAppEvent, type OfflineCounts } from './conversions';
import { LIFE, dayRows, fastOf, type DayRow, type FastStatistics, type StatisticsSets } from './daily';
import { goalState, goalsOf, type GoalEntry } from './goals';
import { MOSCOW_HOURS } from './routes';
import { setsOf, SET_NAMES } from './sets';
import type { ObjectType } from './truth';

export interface Subject {
	objectType: ObjectType;
	/** Without: all, deleted ones included. */
	ids?: readonly number[];
}

/** Days as YYYY-MM-DD in Moscow, both included. */
export interface Period extends Subject {
	dateFrom: string;
	dateTo: string;
}

interface Metrics {
	/** Sets, or `all`; by default `base`. */
	metrics?: readonly string[];
}

export type StatisticsRow = { readonly id: number } & DayRow;
export type StatisticsTotal = { readonly id: number } & StatisticsSets;
export type InAppRow = { readonly id: number; readonly date: string } & InAppEvent;
export type OfflineRow = { readonly id: number; readonly date: string } & OfflineCounts;
export type GoalRow = { readonly id: number; readonly date: string } & GoalEntry;

/** The numbers of one account, as the API gives them. */
export class StatisticsView {
	constructor(
		protected readonly account: Account,
		protected readonly options: MyTargetOptions,
		protected readonly now: () => number,
	) {}

	/** Rows of v2 `day`, by id and day: `{id, date, base: {...}}`. `metrics`: sets, by default `base`. */
	statistics(question: Period & Metrics): StatisticsRow[] {
		return this.rows(question, setNames(question));
	}

	/** Totals of v2 `summary`: `{id, base: {...}}`. */
	summary(question: Subject & Metrics): StatisticsTotal[] {
		const today = dayAt(this.now(), MOSCOW_HOURS);
		return this.idsOf(question).map((id) => {
			const totals = this.account.truth.lifetime(question.objectType, id, today);
			return { id, ...setsOf(setNames(question), totals, LIFE) };
		});
	}

	/** Totals of v3: `{id, base: {...}}`. */
	period(question: Period & Metrics): StatisticsTotal[] {
		const { from, to } = daysOf(question);
		return this.idsOf(question).map((id) => {
			const totals = this.account.truth.period(question.objectType, id, from, to);
			return { id, ...setsOf(setNames(question), totals, to - from + 1) };
		});
	}

	/** The last 60 minutes: `{id, timestamp, minutely}`. */
	fast(question: Subject): ({ readonly id: number } & FastStatistics)[] {
		return this.idsOf(question).map((id) => ({ id, ...fastOf(id, this.now(), this.options.seed) }));
	}

	/** One entry per id, day, goal and conversion type, by default `postclick`. */
	goals(question: Period & { conversionTypes?: readonly string[] }): GoalRow[] {
		const { objectType, conversionTypes: types = ['postclick'] } = question;
		return this.rows(question, []).flatMap(({ id, date }) => {
			const day = dayNumber(date);
			const totals = this.account.truth.day(objectType, id, day);
			return goalsOf(totals, goalState(this.options.seed, id, day), types).map((goal) => ({
				id,
				date,
				...goal,
			}));
		});
	}

	/** One entry per id, day and event in an app, by default `postclick`. */
	inApp(question: Period & { conversionTypes?: readonly string[] }): InAppRow[] {
		const { objectType, conversionTypes: types = ['postclick'] } = question;
		return this.rows(question, []).flatMap(({ id, date }) => {
			const day = dayNumber(date);
			const totals = this.account.truth.day(objectType, id, day);
			const events = inAppOf(totals, dayState(this.options.seed, id, day), types);
			return events.map((event) => ({ id, date, ...event }));
		});
	}

	/** Offline conversions by id and day. */
	offline(question: Period): OfflineRow[] {
		return this.rows(question, []).map(({ id, date }) => ({
			...{ id, date },
			...offlineOf(this.account.truth.day(question.objectType, id, dayNumber(date))),
		}));
	}

	private rows(question: Period, sets: readonly string[]): StatisticsRow[] {
		const { truth } = this.account;
		const days = daysOf(question);
		return this.idsOf(question).flatMap((id) =>
			dayRows(truth, question.objectType, id, days, sets).map((row) => ({ id, ...row })),
		);
	}

	private idsOf({ objectType, ids }: Subject): number[] {
		const { truth } = this.account;
		const stranger = ids?.find((id) => !truth.exists(objectType, id));
		if (stranger !== undefined)
			throw new RangeError(`${stranger} is none of the ${objectType} of this account`);
		return ids === undefined ? truth.ids(objectType) : [...ids].sort((one, other) => one - other);
	}
}

function setNames({ metrics = ['base'] }: Metrics): readonly string[] {
	return metrics.includes('all') ? SET_NAMES : metrics;
}

function daysOf({ dateFrom, dateTo }: Period) {
	return { from: dayNumber(dateFrom), to: dayNumber(dateTo) };
}

function dayNumber(text: string): number {
	const found = dayOf(text);
	if (found === undefined) throw new RangeError(`${text} is no day (YYYY-MM-DD)`);
	return found;
}
