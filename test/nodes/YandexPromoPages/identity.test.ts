import { describe } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { promoPages } from '../../platforms/promopages';
import { ANY_REPORT, identityTests } from '../support/report-identity';
import { Harness, publisherOf } from './harness';

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
			...{ resource: 'report', operation: 'get', publisherId: publishers()[0]!, level: 'campaigns' },
			...{ ...scope(...ids().slice(0, 2)), trafficSource: 'total' },
		}),
		another: () => ({
			publisher: { publisherId: publishers()[1]!, campaignScope: 'all' },
			level: { level: 'publications' },
			campaigns: scope(ids()[0]!),
			'all campaigns': { campaignScope: 'all' },
			source: { trafficSource: 'rsya' },
		}),
		same: () => ({
			...ANY_REPORT,
			'order of campaigns': scope(...ids().slice(0, 2).reverse()),
			'a campaign twice': { campaignIdList: ids()[1]! },
			'days per request': { options: { daysPerRequest: 1 } },
			batches: { options: { idsPerRequest: 1 } },
			polling: { options: { pollInterval: 1, pollTimeout: 100 } },
		}),
	});
});
