import { describe } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { promoPages } from '../../platforms/promopages';
import { ANY_REPORT, identityTests } from '../support/report-identity';
import { Harness, ofPublisher, publisherOf } from './harness';

const harness = Harness.ofFile({
	now: () => Date.parse('2026-03-02T09:00:00Z'),
	promoPages: { campaigns: [6, 4], reportPolls: 0 },
});

const publishers = () =>
	harness.sandbox.promoPages.publishers
		.filter(({ canRead, publisher }) => canRead && publisher.isDeleted !== true)
		.map(({ publisher }) => publisher.id);
const ids = () => harness.sandbox.promoPages.campaigns(publisherOf(harness.sandbox)).map(({ id }) => id);
const scope = (...campaignIds: string[]): INodeParameters => ({ campaignScope: 'selected', campaignIds });

describe('the cursor of a report', () => {
	identityTests('Daily Statistics', {
		platform: promoPages,
		sandbox: () => harness.sandbox,
		asks: ({ method }) => method === 'POST',
		report: () => ({
			...{ resource: 'report', operation: 'get', ...ofPublisher(publishers()[0]!), level: 'campaigns' },
			...{ ...scope(...ids().slice(0, 2)), trafficSource: 'total' },
		}),
		another: () => ({
			publisher: { ...ofPublisher(publishers()[1]!), campaignScope: 'all' },
			publishers: { publisherIds: publishers().slice(0, 2), campaignScope: 'all' },
			'all publishers': { publisherScope: 'all', campaignScope: 'all' },
			level: { level: 'publications' },
			campaigns: scope(ids()[0]!),
			'all campaigns': { campaignScope: 'all' },
			source: { trafficSource: 'rsya' },
		}),
		same: () => ({
			...ANY_REPORT,
			'order of campaigns': scope(...ids().slice(0, 2).reverse()),
			'a campaign twice': scope(...ids().slice(0, 2), ids()[1]!),
			'campaigns by ID': { campaignScope: 'byId', campaignIdList: ids().slice(0, 2).join() },
			'days per request': { options: { daysPerRequest: 1 } },
			batches: { options: { idsPerRequest: 1 } },
			'publisher by ID': { publisherScope: 'byId', publisherIdList: publishers()[0]! },
			'a publisher twice': { publisherIds: [publishers()[0]!, publishers()[0]!] },
			'without names': { addNames: false },
			polling: { options: { pollInterval: 1, pollTimeout: 100 } },
		}),
	});

	identityTests('Ad Performance', {
		platform: promoPages,
		sandbox: () => harness.sandbox,
		asks: ({ method }) => method === 'POST',
		report: () => ({
			...{ resource: 'report', operation: 'getPerformance', performanceLevel: 'campaign' },
			...{ ...ofPublisher(publishers()[0]!), ...scope(...ids().slice(0, 2)) },
		}),
		another: () => ({
			level: { performanceLevel: 'ad' },
			publisher: { ...ofPublisher(publishers()[1]!), campaignScope: 'all' },
			'all publishers': { publisherScope: 'all', campaignScope: 'all' },
			campaigns: scope(ids()[0]!),
			'all campaigns': { campaignScope: 'all' },
		}),
		same: () => ({
			...ANY_REPORT,
			'order of campaigns': scope(...ids().slice(0, 2).reverse()),
			'campaigns by ID': { campaignScope: 'byId', campaignIdList: ids().slice(0, 2).join() },
			'publisher by ID': { publisherScope: 'byId', publisherIdList: publishers()[0]! },
			'empty days': { options: { includeEmptyDays: true } },
			'days per request': { options: { daysPerRequest: 1 } },
			polling: { options: { pollInterval: 1, pollTimeout: 100 } },
		}),
	});
});
