import { dayAt, dayOf } from '../frame/calendar';

import type { Account } from './accounts/accounts';
import type { OfflineGoal } from './audiences/offline-goals';
import type { UploadedList } from './audiences/user-lists';
import { contactsOf, type Lead, type LeadForm } from './leads/lead-store';
import { withFields, type ListedObject } from './lists/query';
import { LISTABLE, type ApiObject, type ResourceName } from './objects/api-object';
import type { MyTargetOptions } from './options';
import {
	LIFE,
	dayRows,
	fastOf,
	type DayRow,
	type FastStatistics,
	type StatisticsSets,
} from './statistics/daily';
import { dayState, inAppOf, offlineOf, type InAppEvent, type OfflineCounts } from './statistics/conversions';
import { goalState, goalsOf, type GoalEntry } from './statistics/goals';
import type { ObjectType } from './statistics/truth';
import type { SubscriptionStore } from './subscriptions/subscription-store';
import { MOSCOW_HOURS } from './statistics/routes';
import { setsOf, SET_NAMES } from './statistics/sets';

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

/** What is true in one account, as the API gives it. */
export class AccountView {
	constructor(
		private readonly account: Account,
		private readonly options: MyTargetOptions,
		private readonly now: () => number,
	) {}

	get userId(): number {
		return this.account.user.id;
	}

	get username(): string {
		return this.account.user.username;
	}

	/** With every field that can be asked for, in id order, deleted ones included; what they are now. */
	get campaigns(): readonly ApiObject[] {
		return this.account.objects.all('campaigns');
	}

	/** The same records as the campaigns. */
	get adGroups(): readonly ApiObject[] {
		return this.account.objects.all('ad_groups');
	}

	get adPlans(): readonly ApiObject[] {
		return this.account.objects.all('ad_plans');
	}

	get banners(): readonly ApiObject[] {
		return this.account.objects.all('banners');
	}

	get segments(): readonly ListedObject[] {
		return this.account.audiences.segments;
	}

	get userLists(): readonly ListedObject[] {
		return this.account.userLists.all;
	}

	/** With the lines that were taken. */
	get uploadedLists(): readonly UploadedList[] {
		return this.account.userLists.uploaded;
	}

	get offlineGoals(): readonly OfflineGoal[] {
		return this.account.offlineGoals.all;
	}

	/** The conversions that were uploaded, by list. */
	get conversions(): ReadonlyMap<number, readonly string[]> {
		return this.account.offlineGoals.conversions;
	}

	get content(): readonly { readonly kind: string; readonly bytes: Buffer }[] {
		return this.account.content;
	}

	/** In the order of their coming. */
	get leads(): readonly Lead[] {
		return this.account.leads.leads;
	}

	get leadForms(): readonly LeadForm[] {
		return this.account.leads.forms;
	}

	/** Everything that people said of themselves in their leads. */
	get contacts(): string[] {
		return this.leads.flatMap(contactsOf);
	}

	/** How many test leads were sent. */
	get testLeads(): number {
		return [...this.account.leads.testLeads.values()].flat().length;
	}

	/** One more, of which everybody is told who wants to know. @param at `2026-06-30T21:00:00.25Z` with as many fractions as it is to have; now without one */
	receiveLead(at?: string): Lead {
		const lead = this.account.leads.receive(at);
		this.account.subscriptions.tellOf(lead);
		return lead;
	}

	/** Who is told of what happens, and what was told. */
	get subscriptions(): SubscriptionStore {
		return this.account.subscriptions;
	}

	set balance(balance: string | number) {
		this.account.balance = balance;
	}

	/** One object more. */
	addObject(resource: ResourceName, fields: Readonly<Record<string, unknown>>): ApiObject {
		return this.account.objects.add(resource, fields);
	}

	/** Somebody changes an object, or moderation does. Errors: RangeError for an unknown one. */
	changeObject(resource: ResourceName, id: number, fields: Readonly<Record<string, unknown>>): void {
		const object = this.account.objects.find(resource, id);
		if (object === undefined) throw new RangeError(`${id} is none of the ${resource}`);
		this.account.objects.change(resource, object, fields);
	}

	/** A banner spends so many roubles more today. */
	spend(bannerId: number, roubles: number): void {
		this.account.truth.spend(bannerId, dayAt(this.now(), MOSCOW_HOURS), roubles * 100);
	}

	/** The objects of a list with these fields, by default the default ones of the list. */
	listed(resource: ResourceName, fields?: readonly string[]): Record<string, unknown>[] {
		const names = fields ?? LISTABLE[resource].fields.defaults;
		return this.account.objects.all(resource).map((object) => withFields(object, names));
	}

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
