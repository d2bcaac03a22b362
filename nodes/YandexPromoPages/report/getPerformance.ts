import { performanceLevel, performanceReport } from '../../shared/report/performance';
import type { Sources } from '../../shared/report/performance-columns';
import type { YandexPromoPagesApi } from '../api';
import { publishers } from '../publishers';
import { campaignGroups } from './campaign-groups';
import { DAILY_LIMITS, readDaily } from './get';
import { Names } from './names';
import { campaigns, KEYS, scopeOfSlice, type ReportRequest } from './request';

const level = performanceLevel({
	campaign: 'A row per campaign',
	ad: 'A row per publication, in the columns of an ad',
});

/** The platform's level for each of ours. */
const LEVEL = { campaign: 'campaigns', ad: 'publications' } as const;

/** The platform's columns (sheet 3.3); the API names no currency anywhere. */
export const sources: Sources = {
	date_day: { from: 'mskDate', about: 'day of Moscow' },
	account_id: { from: 'publisherId', about: 'the cabinet that was asked' },
	account_name: { from: 'publisherName', about: 'looked up' },
	campaign_id: { from: 'campaignId', about: 'text' },
	campaign_name: { from: 'campaignTitle', about: 'looked up' },
	ad_id: { from: 'publicationId', about: 'text; a publication may be in several campaigns' },
	ad_name: { from: 'publicationTitle', about: 'looked up' },
	impressions: { from: 'impressions', about: 'number' },
	clicks: { from: 'clicks', about: 'number; comes live, but is not documented' },
	spend: {
		from: 'budget',
		about: 'money spent, in the currency of the cabinet; whether with VAT PromoPages does not say',
	},
};

export const getPerformance = performanceReport<YandexPromoPagesApi, keyof typeof LEVEL, ReportRequest>({
	title: 'PromoPages',
	sources,
	level,
	fields: [...publishers.fields, ...campaigns.fields],
	limits: DAILY_LIMITS,
	request: (parameters, of) => ({
		publisherIds: publishers.read(parameters).ids,
		campaignIds: campaigns.read(parameters).ids,
		level: LEVEL[of],
		trafficSource: 'total',
		names: new Names(KEYS[LEVEL[of]].length, { mayLack: true }),
	}),
	identity: ({ publisherIds, campaignIds }) => ({ publisherIds, campaignIds }),
	groups: campaignGroups,
	scope(slice, request) {
		const { level: _own, ...scope } = scopeOfSlice(slice, request);
		return scope;
	},
	map: (loading, request) => ({
		read: readDaily(loading, request),
		platform: 'promopages',
		keyOf: (row) => ({ account: row.publisherId, campaign: row.campaignId, ad: row.publicationId }),
	}),
});
