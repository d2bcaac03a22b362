import { describe, expect, it } from '@jest/globals';

import { shortWaitsInThisFile } from '../../support/of-file';
import { answer, failureOf, formOf, Harness, jsonOf, runOnFakeClock, send } from './harness';

shortWaitsInThisFile();

const LONG = '12345678901234567890';
const NOW = '2026-03-02T09:00:00.000Z';
const REPORT = {
	...{ resource: 'report', operation: 'get', returnAll: true, dateRange: 'custom' },
	...{ metrics: ['loads_commercial'], dimensions: ['campaign_id'] },
	...{ dateFrom: '2026-01-01', dateTo: '2026-01-31' },
};
const where = (value: string) => ({
	filters: { conditions: { values: [{ field: 'campaign_id', operator: 'in', value }] } },
});

const harness = Harness.ofFile({
	now: () => Date.parse(NOW),
	adfox: { campaigns: 12, banners: 20, reportRequestsPerMinute: 0 },
});
const run = async (changes: object) => runOnFakeClock(harness.sandbox, { ...REPORT, ...changes });

/** The order as text; what it is answered with does not matter here. */
async function ordered(changes: object): Promise<string> {
	harness.sandbox.faults.add({ path: /reports/, fault: answer(400, {}) });
	await failureOf(run(changes));
	return harness.sandbox.requests.at(-1)!.text;
}

describe('whole numbers beyond 2^53', () => {
	it('keep their digits in the rows of a report, as text', async () => {
		const columns = [
			{ name: 'campaign_id', type: 'integer' },
			{ name: 'loads_commercial', type: 'integer' },
		];
		const result = `{"result":{"columns":${JSON.stringify(columns)},"rows":[[${LONG},"${LONG}"],[7,"8"]]}}`;
		harness.sandbox.faults.add({ path: /result$/, fault: answer(200, result) });
		expect(jsonOf((await run({})).items)).toEqual([
			{ campaign_id: LONG, loads_commercial: LONG },
			{ campaign_id: 7, loads_commercial: 8 },
		]);
	});

	it('go out as they were typed: conditions, owner and object', async () => {
		const text = await ordered({ ...where(`[${LONG}, 7]`), options: { ownerId: LONG } });
		expect(text).toContain(`"value":[${LONG},7]`);
		expect(text).toContain(`"ownerId":${LONG}`);
		const saved = await ordered({
			reportName: 'custom_1',
			options: { objectId: `0${LONG}`, ownerId: '007' },
		});
		expect(saved).toContain(`"objectId":${LONG}`);
		expect(saved).toContain('"ownerId":7');
	});

	it.each(['7x', 'x7', '1.5', '-1', '7 '])(
		'are no %p, which goes out as the text that it is',
		async (ownerId) => {
			expect(await ordered({ options: { ownerId } })).toMatch(
				ownerId === '7 ' ? /"ownerId":7[,}]/ : new RegExp(`"ownerId":"${ownerId}"`),
			);
		},
	);

	it('are no list, where a pattern begins with a bracket', async () => {
		const values = [{ field: 'campaign_name', operator: 'like', value: '[Brand]*' }];
		expect(await ordered({ filters: { conditions: { values } } })).toContain('"value":"[Brand]*"');
	});

	it('go out as they were typed into Parameters (JSON), inside of values too', async () => {
		harness.sandbox.faults.add({ path: '/v1', fault: answer(400, '') });
		const parameters = `{"name":"x","objectID":${LONG},"regions":{"a":[${LONG}]},"list[]":[${LONG},7]}`;
		await harness.run(send('account', 'modify', 'category', parameters));
		expect(formOf(harness.sandbox.requests[0]!)).toEqual(
			expect.arrayContaining([
				['objectID', LONG],
				['regions', `{"a":[${LONG}]}`],
				['list[]', LONG],
				['list[]', '7'],
			]),
		);
	});

	it('are no Parameters alone', async () => {
		const done = await harness.run(send('account', 'list', 'position', LONG));
		expect(done.error?.message).toContain('no JSON object or list');
		expect(harness.sandbox.requests).toEqual([]);
	});
});

describe('a list as JSON text', () => {
	it('is a list in conditions, in dimensions and in filters by IDs', async () => {
		const text = await ordered({ ...where('["1", 2]'), dimensions: '["campaign_id","date"]' });
		expect(text).toContain('"value":["1",2]');
		expect(text).toContain('"dimensions":["campaign_id","date"]');
		const ids = harness.sandbox.adfox.objects('campaign').map(({ ID }) => ID);
		const rows = await harness.rows({
			...{ resource: 'banner', operation: 'getAll', returnAll: true, simplify: false },
			filters: { listCampaignIDs: JSON.stringify(ids.map((id) => `00${String(id)}`)) },
		});
		expect(harness.sandbox.requests.at(-1)!.query.listCampaignIDs).toBe(ids.join(','));
		expect(rows.length).toBeGreaterThan(0);
	});

	it.each([where('[1, 2'), where('[x]'), { dimensions: '["date"' }])(
		'%j is refused before any request',
		async (changes) => {
			const failure = await failureOf(run(changes));
			expect(failure).toHaveProperty(
				'message',
				expect.stringMatching(/^(Value|Dimensions) is no valid JSON/),
			);
			expect(harness.sandbox.requests).toEqual([]);
		},
	);
});
