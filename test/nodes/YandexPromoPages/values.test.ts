import { describe, expect, it } from '@jest/globals';

import { shortWaitsInThisFile } from '../../support/of-file';
import { answer, failureOf, Harness, jsonOf, ofPublisher, publisherOf, runOnFakeClock } from './harness';

shortWaitsInThisFile();

const LONG = '12345678901234567890';
const harness = Harness.ofFile({
	now: () => Date.parse('2026-03-02T09:00:00Z'),
	promoPages: { campaigns: [20], reportPolls: 0 },
});
const run = async (changes: object) =>
	runOnFakeClock(harness.sandbox, {
		...{ resource: 'report', operation: 'get', level: 'campaigns', returnAll: true },
		...{ dateRange: 'custom', dateFrom: '2026-01-01', dateTo: '2026-01-02' },
		...ofPublisher(publisherOf(harness.sandbox)),
		campaignScope: 'selected',
		...changes,
	});
const orders = () => harness.sandbox.requests.filter(({ method }) => method === 'POST');

it('whole numbers beyond 2^53 keep their digits, as text', async () => {
	const body = `{"statistics":[{"campaignId":"a","mskDate":"2026-01-01","impressions":${LONG},"reach":7}]}`;
	harness.sandbox.faults.add({ path: /^\/reports/, fault: answer(200, body) });
	const { items } = await runOnFakeClock(harness.sandbox, {
		...{ resource: 'report', operation: 'fetch', reportId: 'r', returnAll: true },
	});
	expect(jsonOf(items)).toEqual([{ campaignId: 'a', mskDate: '2026-01-01', impressions: LONG, reach: 7 }]);
});

describe('a list of campaigns as JSON text', () => {
	it('is a list, whose IDs are texts and keep their zeros', async () => {
		harness.sandbox.faults.add({ path: /^\/reports/, method: 'POST', fault: answer(400, {}) });
		await failureOf(run({ campaignIds: '["007","7","a_b"]' }));
		expect(orders()[0]!.body).toMatchObject({ campaignIds: ['007', '7', 'a_b'] });
	});

	it('that is none is refused before any request', async () => {
		const failure = await failureOf(run({ campaignScope: 'byId', campaignIdList: '["a"' }));
		expect(failure).toHaveProperty('message', 'Campaign IDs is no valid JSON.');
		expect(harness.sandbox.requests).toEqual([]);
	});
});
