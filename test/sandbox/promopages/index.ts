import { knownDay } from '../frame/calendar';
import type { Origins, Platform } from '../frame/platform';

import { Account } from './account';
import { balancesOf, type Balance } from './cabinets';
import type { Campaign } from './campaigns/record';
import { DEFAULT_OPTIONS, type PromoPagesOptions } from './options';
import { PromoPagesPlatform } from './platform';
import type { Publisher, PublisherPermission } from './publishers';
import type { Level, TrafficSource } from './truth/levels';
import type { StatisticsRow } from './truth/row';
import type { StatisticsQuery } from './truth/truth';

export type { Balance, Campaign, PromoPagesOptions, PublisherPermission, StatisticsRow };

/** Days as YYYY-MM-DD in Moscow, both included. */
export interface StatisticsQuestion {
	publisherId: string;
	/** Without: every campaign of the cabinet. */
	campaignIds?: readonly string[];
	dateFrom: string;
	dateTo: string;
	/** By default `campaigns`. */
	level?: Level;
	/** By default `total`. */
	trafficSource?: TrafficSource;
}

/** What a test needs to know about the PromoPages of the sandbox. */
export interface PromoPagesSandbox {
	/** Base URL of the credential: endpoints are `${baseUrl}/campaigns` and so on. */
	readonly baseUrl: string;
	readonly token: string;
	/** As GET /permissions/user gives them, the deleted and the unreadable ones included. */
	readonly publishers: readonly PublisherPermission[];
	/** A cabinet that exists and does not belong to the token. */
	readonly foreignPublisherId: string;
	/** All campaigns of a cabinet, in the order of GET /campaigns. Errors: RangeError for an unknown cabinet. */
	campaigns(publisherId: string): readonly Campaign[];
	/** All that GET /publishers/balances can answer; accessible cabinets without one are not among them. */
	readonly balances: readonly Balance[];
	/** The rows of a report in their order: by campaign in the order of `campaigns`, then by day. */
	statistics(question: StatisticsQuestion): StatisticsRow[];
	/** Orders a report that is ready at once, until the sandbox is reset. Returns its id. */
	readyReport(question: StatisticsQuestion): string;
}

export function createPromoPages(
	given: Partial<PromoPagesOptions>,
	now: () => number,
	origins: Origins,
): { services: readonly Platform[]; sandbox: PromoPagesSandbox } {
	const account = new Account({ ...DEFAULT_OPTIONS, ...given }, now);
	const api = new PromoPagesPlatform(account);
	return { services: [api], sandbox: windowInto(account, api, () => origins(api.name) + api.prefix) };
}

function windowInto(account: Account, api: PromoPagesPlatform, baseUrl: () => string): PromoPagesSandbox {
	return {
		get baseUrl() {
			return baseUrl();
		},
		token: account.options.token,
		publishers: account.publishers.map(({ permission }) => permission),
		foreignPublisherId: account.foreignId,
		campaigns: (publisherId) =>
			account.campaigns(publisherOf(account, publisherId)).map(({ campaign }) => campaign),
		balances: balancesOf(account),
		statistics: (question) => [...account.truth.rows(queryOf(account, question))],
		readyReport: (question) => api.readyReport(queryOf(account, question)),
	};
}

function queryOf(account: Account, question: StatisticsQuestion): StatisticsQuery {
	const publisher = publisherOf(account, question.publisherId);
	const wanted = question.campaignIds && new Set(question.campaignIds);
	return {
		campaigns: account.campaigns(publisher).filter(({ campaign }) => wanted?.has(campaign.id) ?? true),
		level: question.level ?? 'campaigns',
		trafficSource: question.trafficSource ?? 'total',
		fromDay: knownDay(question.dateFrom),
		// Days to come have no rows.
		toDay: Math.min(knownDay(question.dateTo), account.today),
	};
}

function publisherOf(account: Account, id: string): Publisher {
	const publisher = account.find(id);
	if (publisher === undefined) throw new RangeError(`${id} is no cabinet of this account`);
	return publisher;
}
