import { describe } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { targetAds } from '../../platforms/targetads';
import { ANY_REPORT, identityTests } from '../support/report-identity';
import { Harness } from './harness';

const harness = Harness.ofFile({
	now: () => Date.parse('2026-03-02T09:00:00Z'),
	targetAds: { placements: 5, jobPolls: 0 },
});

const ids = () => harness.sandbox.targetAds.placements.map(({ placement_id }) => String(placement_id));
const stage = {
	platform: targetAds,
	sandbox: () => harness.sandbox,
	asks: ({ method, path }: { method: string; path: string }) =>
		method === 'POST' && path.includes('/reports/'),
};
const SAME = { ...ANY_REPORT, 'days per request': { options: { daysPerRequest: 1 } } };
const scope = (...campaignIds: string[]): INodeParameters => ({ campaignScope: 'selected', campaignIds });
const chosen = () => scope(...ids().slice(0, 2));

describe('the cursor of a report', () => {
	identityTests('Raw Data', {
		...stage,
		report: () => ({
			...{ resource: 'report', operation: 'getRaw', ...chosen() },
			fields: ['InteractionTime', 'InteractionType'],
			interactionTypes: ['Click', 'PageView'],
		}),
		another: () => ({
			fields: { fields: ['InteractionTime'] },
			'other fields': { options: { otherFields: 'InteractionCity' } },
			types: { interactionTypes: ['Click'] },
			'other types': { options: { otherInteractionTypes: 'Session' } },
			campaigns: scope(ids()[0]!),
			'another campaign': scope(ids()[0]!, ids()[2]!),
			'all campaigns': { campaignScope: 'all' },
		}),
		same: () => ({
			...SAME,
			'order of fields': { fields: ['InteractionType', 'InteractionTime'] },
			'order of types': { interactionTypes: ['PageView', 'Click'] },
			'order of campaigns': scope(...ids().slice(0, 2).reverse()),
			'a campaign twice': { campaignIds: ids().slice(0, 2), campaignIdList: ids()[1]! },
			job: { delivery: 'job' },
			'flat job': { delivery: 'job', options: { jobFormat: 'documented' } },
			names: { options: { addCampaignNames: true } },
			pages: { options: { pageSize: 100 } },
			batches: { options: { idsPerRequest: 1 } },
		}),
	});

	identityTests('Aggregated Data', {
		...stage,
		report: () => ({
			...{ resource: 'report', operation: 'getAggregated', ...chosen() },
			...{ fields: ['EventDate', 'MediaCampaign'], mediaMetrics: ['Impressions', 'Clicks'] },
			...{ targetMetrics: ['TargetEventCount'], eventTypes: [] },
		}),
		another: () => ({
			fields: { fields: ['EventDate'] },
			'media metrics': { mediaMetrics: ['Clicks'] },
			'other metrics': { options: { otherMetrics: 'Reach' } },
			'target metrics': { targetMetrics: [] },
			'event types': { eventTypes: ['Purchase'] },
			campaigns: scope(ids()[0]!),
			'all campaigns': { campaignScope: 'all' },
			grouping: { dateGrouping: 'week' },
			model: { attributionModel: 'fl' },
			window: { attributionWindow: '7' },
		}),
		same: () => ({
			...SAME,
			'order of fields': { fields: ['MediaCampaign', 'EventDate'] },
			'order of metrics': { mediaMetrics: ['Clicks', 'Impressions'] },
			'order of campaigns': scope(...ids().slice(0, 2).reverse()),
			simplify: { simplify: false },
			pages: { options: { pageSize: 100 } },
		}),
	});

	identityTests('Path to Conversion', {
		...stage,
		report: () => ({
			...{ resource: 'report', operation: 'getPathToConversion', eventNames: [] },
			fields: ['InteractionTime', 'TargetEventName'],
		}),
		another: () => ({
			fields: { fields: ['InteractionTime'] },
			'event types': { eventTypes: ['Purchase'] },
			'event names': { eventNames: ['Purchase'] },
		}),
		same: () => ({
			...SAME,
			'order of fields': { fields: ['TargetEventName', 'InteractionTime'] },
			job: { delivery: 'job' },
			'days of the path': {
				options: { interactionDateFrom: '2026-02-01', interactionDateTo: '2026-03-01' },
			},
		}),
	});
});
