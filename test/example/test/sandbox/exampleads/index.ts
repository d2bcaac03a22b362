import { dayOf } from '../frame/calendar';
import type { Origins, Platform } from '../frame/platform';
import {
	DEFAULT_OPTIONS,
	statisticsOf,
	type Campaign,
	type ExampleAdsOptions,
	type StatisticsRow,
} from './account';
import { ExampleAdsPlatform } from './platform';

export type { Campaign, ExampleAdsOptions, StatisticsRow };

/** What a test needs to know about the Example Ads of the sandbox. */
export interface ExampleAdsSandbox {
	readonly baseUrl: string;
	readonly token: string;
	readonly campaigns: readonly Campaign[];
	/** The rows of GET /statistics. Days as YYYY-MM-DD, both included. */
	statistics(dateFrom: string, dateTo: string, campaignIds?: readonly string[]): StatisticsRow[];
}

export function createExampleAds(
	given: Partial<ExampleAdsOptions>,
	_now: () => number,
	origins: Origins,
): { services: readonly Platform[]; sandbox: ExampleAdsSandbox } {
	const options = { ...DEFAULT_OPTIONS, ...given };
	const api = new ExampleAdsPlatform(options);
	const sandbox: ExampleAdsSandbox = {
		get baseUrl() {
			return origins(api.name) + api.prefix;
		},
		token: options.token,
		campaigns: api.campaigns,
		statistics: (dateFrom, dateTo, ids) => {
			const wanted = api.campaigns.filter(({ id }) => ids?.includes(String(id)) ?? true);
			return [...statisticsOf(wanted, dayOf(dateFrom)!, dayOf(dateTo)!)];
		},
	};
	return { services: [api], sandbox };
}
