import { dayAt } from '../frame/calendar';

import type { OfflineGoal } from './audiences/offline-goals';
import type { UploadedList } from './audiences/user-lists';
import { contactsOf, type Lead, type LeadForm } from './leads/lead-store';
import { withFields, type ListedObject } from './lists/query';
import { LISTABLE, type ApiObject, type ResourceName } from './objects/api-object';
import { MOSCOW_HOURS } from './statistics/routes';
import { StatisticsView } from './statistics/statistics-view';
import type { SubscriptionStore } from './subscriptions/subscription-store';

/** What is true in one account, as the API gives it. */
export class AccountView extends StatisticsView {
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
}
