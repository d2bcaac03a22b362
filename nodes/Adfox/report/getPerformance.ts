import type { ReadSlice } from '../../../connector/report';
import { performanceLevel, performanceReport } from '../../shared/report/performance';
import type { Sources } from '../../shared/report/performance-columns';
import type { AdfoxApi } from '../api';
import { DAY_DIMENSION } from '../limits';
import { ownerIdOption } from './fields';
import { DAILY_REPORT, reader } from './get';
import { optionId, type ReportRequest } from './request';

const level = performanceLevel({
	account: 'A row for the account as a whole',
	campaign: 'A row per campaign',
	ad: 'A row per banner, in the columns of an ad',
});

type Level = ReturnType<(typeof level)['read']>;

const DIMENSIONS: Readonly<Record<Level, readonly string[]>> = {
	account: [DAY_DIMENSION],
	campaign: [DAY_DIMENSION, 'campaign_id', 'campaign_name'],
	ad: [DAY_DIMENSION, 'campaign_id', 'campaign_name', 'banner_id', 'banner_name'],
};

/** Of banners of campaigns; default banners belong to no campaign. ADFOX counts no money and no conversions. */
export const sources: Sources = {
	date_day: { from: DAY_DIMENSION, about: 'day of Moscow' },
	account_id: { from: 'ownerId', about: 'the Owner ID, where one is set' },
	campaign_id: { from: 'campaign_id', about: 'text' },
	campaign_name: { from: 'campaign_name', about: 'as the report has it' },
	ad_id: { from: 'banner_id', about: 'text' },
	ad_name: { from: 'banner_name', about: 'as the report has it' },
	impressions: { from: 'loads_commercial', about: 'loads of banners of campaigns, default banners left out' },
	clicks: { from: 'clicks_commercial', about: 'clicks on banners of campaigns' },
};

export const getPerformance = performanceReport<AdfoxApi, Level, ReportRequest>({
	...DAILY_REPORT,
	title: 'ADFOX',
	sources,
	level,
	fields: [],
	options: [ownerIdOption],
	request: (parameters, of) => ({
		level: 'owner',
		reportName: '',
		metrics: ['loads_commercial', 'clicks_commercial'],
		dimensions: DIMENSIONS[of],
		filters: [],
		ownerId: optionId(parameters, ownerIdOption.name),
		objectId: '',
		simplify: true,
	}),
	identity: ({ ownerId }) => ({ ownerId }),
	async map(loading, request) {
		const { ownerId } = request;
		const report = await reader(loading, request);
		const read: ReadSlice = async function* (...slice) {
			for await (const page of report(...slice)) yield page.map((row) => ({ ...row, ownerId }));
		};
		return {
			read,
			platform: 'adfox',
			keyOf: (row) => ({ account: ownerId, campaign: row.campaign_id, ad: row.banner_id }),
		};
	},
});
