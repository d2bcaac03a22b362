import { knownDay } from '../frame/calendar';
import type { Origins, Platform } from '../frame/platform';

import { Account } from './account';
import { balancesOf } from './cabinets';
import type { Campaign } from './campaigns/record';
import { DEFAULT_OPTIONS, type PromoPagesOptions } from './options';
import { PromoPagesPlatform } from './platform';
import type { Publisher, PublisherPermission } from './publishers';
import type { Level, TrafficSource } from './truth/cells';
import type { StatisticsQuery, StatisticsRow } from './truth/truth';

export type { Campaign, PromoPagesOptions, StatisticsRow };

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
export type PromoPagesSandbox = Readonly<ReturnType<typeof windowInto>>;

export function createPromoPages(
	given: Partial<PromoPagesOptions>,
	now: () => number,
	origins: Origins,
): { services: readonly Platform[]; sandbox: PromoPagesSandbox } {
	const account = new Account({ ...DEFAULT_OPTIONS, ...given }, now);
	const api = new PromoPagesPlatform(account);
	return { services: [api], sandbox: windowInto(account, api, () => origins(api.name) + api.prefix) };
}

function windowInto(account: Account, api: PromoPagesPlatform, baseUrl: () => string) {
	return {
		/** Base URL of the credential: endpoints are `${baseUrl}/campaigns` and so on. */
		get baseUrl() {
			return baseUrl();
		},
		token: account.options.token,
		/** As GET /permissions/user gives them, the deleted and the unreadable ones included. */
		publishers: account.publishers.map(({ permission }): PublisherPermission => permission),
		/** A cabinet that exists and does not belong to the token. */
		foreignPublisherId: account.foreignId,
		/** All campaigns of a cabinet, in the order of GET /campaigns. Errors: RangeError for an unknown cabinet. */
		campaigns: (publisherId: string): readonly Campaign[] =>
			account.campaigns(publisherOf(account, publisherId)).map(({ campaign }) => campaign),
		/** All that GET /publishers/balances can answer; accessible cabinets without one are not among them. */
		balances: balancesOf(account),
		/** A wallet is filled or emptied. */
		setBalance: (publisherId: string, balance: number) => {
			account.balances.set(publisherOf(account, publisherId).id, balance);
		},
		/** A campaign changes where its ID is known; otherwise it is one more. */
		putCampaign: (publisherId: string, campaign: Partial<Campaign>) =>
			account.put(publisherOf(account, publisherId), campaign),
		/** The rows of a report in their order: by campaign in the order of `campaigns`, then by day. */
		statistics: (question: StatisticsQuestion) => [...account.truth.rows(queryOf(account, question))],
		/** Orders a report that is ready at once, until the sandbox is reset. Returns its id. */
		readyReport: (question: StatisticsQuestion) => api.readyReport(queryOf(account, question)),
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
