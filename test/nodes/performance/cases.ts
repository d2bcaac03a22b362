import type { INodeParameters } from 'n8n-workflow';

import { adfox } from '../../platforms/adfox';
import { myTarget } from '../../platforms/mytarget';
import type { TestPlatform } from '../../platforms/platform';
import { promoPages } from '../../platforms/promopages';
import { targetAds } from '../../platforms/targetads';
import type { FaultRule, Sandbox } from '../../sandbox';

/** A look-up, what it is only for, and what the table is asked with so that nothing else needs it. */
interface LookUp {
	readonly path: string;
	readonly columns: readonly string[];
	readonly parameters?: (sandbox: Sandbox) => INodeParameters;
}

export interface PerformanceCase {
	readonly platform: TestPlatform;
	/** Levels besides that of the campaign, at which the sandbox is asked in the same way. */
	readonly levels: readonly string[];
	/** Of what makes several slices of a few days. */
	readonly options: INodeParameters;
	/** The request that makes a slice, so that one of them can fail. */
	readonly slice: Pick<FaultRule, 'path' | 'method'>;
	readonly lookUps: readonly LookUp[];
}

/** The sandbox that all of them are asked of, and the days. */
export const SANDBOX = {
	now: () => Date.parse('2026-03-02T09:00:00Z'),
	targetAds: { placements: 30, rowsPerCell: 1 },
	promoPages: { campaigns: [30, 3], publishers: 2, reportPolls: 0 },
	myTarget: { campaigns: 40, banners: 60, adPlans: 12 },
	adfox: { banners: 40, reportRequestsPerMinute: 0, reportPolls: 0 },
};

export const PERFORMANCE = {
	...{ resource: 'report', operation: 'getPerformance', returnAll: true },
	...{ dateRange: 'custom', dateFrom: '2026-02-20', dateTo: '2026-02-28' },
};

const firstPublisher = ({ promoPages: { publishers } }: Sandbox) => publishers[0]!.publisher.id;

export const performanceCases: readonly PerformanceCase[] = [
	{
		platform: targetAds,
		levels: ['account'],
		options: { daysPerRequest: 4 },
		slice: { path: /agg_report/, method: 'POST' },
		lookUps: [{ path: '/v1/meta/campaigns', columns: ['campaign_id'] }],
	},
	{
		platform: promoPages,
		levels: ['ad'],
		options: { idsPerRequest: 10 },
		slice: { path: /^\/reports\//, method: 'POST' },
		lookUps: [
			{
				path: '/permissions/user',
				columns: ['account_name'],
				parameters: (sandbox) => ({ publisherScope: 'byId', publisherIdList: firstPublisher(sandbox) }),
			},
			{
				path: '/campaigns',
				columns: ['campaign_name'],
				parameters: (sandbox) => ({
					...{ publisherScope: 'byId', publisherIdList: firstPublisher(sandbox) },
					campaignScope: 'byId',
					campaignIdList: sandbox.promoPages
						.campaigns(firstPublisher(sandbox))
						.map(({ id }) => id)
						.join(),
				}),
			},
		],
	},
	{
		platform: myTarget,
		levels: ['account', 'ad_group', 'ad'],
		options: { idsPerRequest: 5, daysPerRequest: 5 },
		slice: { path: /statistics.*day\.json/ },
		lookUps: [
			{ path: '/api/v3/user.json', columns: ['account_id', 'account_name', 'currency'] },
			{
				path: '/api/v2/ad_plans.json',
				columns: ['campaign_name'],
				parameters: ({ myTarget: { adPlans } }) => ({
					objectScope: 'byId',
					objectIdList: adPlans.map(({ id }) => id).join(),
				}),
			},
			{
				path: '/api/v2/ad_groups.json',
				columns: ['campaign_id', 'campaign_name', 'ad_group_name'],
				parameters: () => ({ performanceLevel: 'ad' }),
			},
			{
				path: '/api/v2/ad_plans.json',
				columns: ['campaign_name'],
				parameters: () => ({ performanceLevel: 'ad_group' }),
			},
		],
	},
	{
		platform: adfox,
		levels: ['account', 'ad'],
		options: { daysPerRequest: 4 },
		slice: { path: '/v2/reports', method: 'POST' },
		lookUps: [],
	},
];
