import { describe } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { targetAds } from '../../platforms/targetads';
import { ANY_REPORT, identityTests } from '../support/report-identity';
import { answer, Harness } from './harness';

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
			'a campaign twice': { campaignIds: [...ids().slice(0, 2), ids()[1]!] },
			'campaigns by ID': { campaignScope: 'byId', campaignIdList: ids().slice(0, 2).join() },
			job: { delivery: 'job' },
			'flat job': { delivery: 'job', options: { jobFormat: 'documented' } },
			names: { addNames: true },
			pages: { options: { pageSize: 100 } },
			batches: { options: { idsPerRequest: 1 } },
		}),
	});

	identityTests('Aggregated Data', {
		...stage,
		report: () => ({
			...{ resource: 'report', operation: 'getAggregated', ...chosen() },
			...{ dimensions: ['EventDate', 'MediaCampaign'], mediaMetrics: ['Impressions', 'Clicks'] },
			...{ targetMetrics: ['TargetEventCount'], eventTypes: [] },
		}),
		another: () => ({
			dimensions: { dimensions: ['EventDate'] },
			'other dimensions': { options: { otherDimensions: 'MediaSource' } },
			'media metrics': { mediaMetrics: ['Clicks'] },
			'other media metrics': { options: { otherMediaMetrics: 'Reach' } },
			'target metrics': { targetMetrics: [] },
			'event types': { eventTypes: ['Purchase'] },
			campaigns: scope(ids()[0]!),
			'all campaigns': { campaignScope: 'all' },
			grouping: { dateGrouping: 'week' },
			model: { attributionModel: 'fl' },
			'another model': { options: { otherAttributionModel: 'mfi' } },
			window: { attributionWindow: '7' },
		}),
		same: () => ({
			...SAME,
			'order of dimensions': { dimensions: ['MediaCampaign', 'EventDate'] },
			'the same model': { options: { otherAttributionModel: 'mli' } },
			'order of metrics': { mediaMetrics: ['Clicks', 'Impressions'] },
			'order of campaigns': scope(...ids().slice(0, 2).reverse()),
			simplify: { simplify: false },
			pages: { options: { pageSize: 100 } },
		}),
	});

	identityTests('Path to Conversion', {
		...stage,
		report: () => ({
			...{ resource: 'report', operation: 'getPathToConversion', eventNames: [], ...chosen() },
			pathFields: ['InteractionTime', 'TargetEventName'],
		}),
		another: () => ({
			fields: { pathFields: ['InteractionTime'] },
			'interaction types': { pathInteractionTypes: ['Click'] },
			campaigns: scope(ids()[0]!),
			'all campaigns': { campaignScope: 'all' },
			categories: { options: { itemCategories: 'Sofas' } },
			'other event names': { options: { otherEventNames: 'Buy' } },
			'event types': { eventTypes: ['Purchase'] },
			'event names': { eventNames: ['Purchase'] },
		}),
		same: () => ({
			...SAME,
			'order of fields': { pathFields: ['TargetEventName', 'InteractionTime'] },
			'order of campaigns': scope(...ids().slice(0, 2).reverse()),
			job: { delivery: 'job' },
			'days of the path': {
				options: { interactionDateFrom: '2026-02-01', interactionDateTo: '2026-03-01' },
			},
		}),
	});

	// The sandbox knows no filters but the documented ones.
	const extra = (...UtmSource: string[]) => ({ InteractionFilter: { UtmSource } });
	const filtered = (extraFilters: string | object) => ({ options: { extraFilters } }) as INodeParameters;
	const reports = {
		getRaw: { fields: ['InteractionTime'], interactionTypes: ['Click'] },
		getAggregated: { dimensions: ['EventDate'], mediaMetrics: ['Clicks'] },
		getPathToConversion: { pathFields: ['InteractionTime'] },
	};
	for (const [operation, own] of Object.entries(reports))
		identityTests(`${operation} with Extra Filters`, {
			...stage,
			prepare: ({ faults }) => {
				faults.add({ path: /reports/, fault: answer(200, { data: [], count: 0, has_more: false }) });
			},
			report: () => ({
				resource: 'report',
				operation,
				campaignScope: 'all',
				...own,
				...filtered(extra('ya')),
			}),
			another: () => ({
				none: filtered(''),
				'another value': filtered(extra('vk')),
				'one more': filtered(extra('ya', 'vk')),
				'another name': filtered({ InteractionFilter: { UtmMedium: ['ya'] } }),
			}),
			same: () => ({ 'as JSON': filtered(JSON.stringify(extra('ya'), null, 2)) }),
		});

	identityTests('Ad Performance', {
		...stage,
		report: () => ({
			...{ resource: 'report', operation: 'getPerformance', performanceLevel: 'campaign', ...chosen() },
			...{ eventTypes: [], attributionModel: 'mli', attributionWindow: '30' },
		}),
		another: () => ({
			level: { performanceLevel: 'account' },
			'event types': { eventTypes: ['Purchase'] },
			'other event types': { options: { otherEventTypes: 'Session' } },
			campaigns: scope(ids()[0]!),
			'all campaigns': { campaignScope: 'all' },
			model: { attributionModel: 'fl' },
			'another model': { options: { otherAttributionModel: 'mfi' } },
			window: { attributionWindow: '7' },
		}),
		same: () => ({
			...SAME,
			'order of campaigns': scope(...ids().slice(0, 2).reverse()),
			'campaigns by ID': { campaignScope: 'byId', campaignIdList: ids().slice(0, 2).join() },
			'empty days': { options: { includeEmptyDays: true } },
			pages: { options: { pageSize: 100 } },
		}),
	});
});
