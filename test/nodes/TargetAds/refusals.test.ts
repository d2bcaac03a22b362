import { describe, expect, it } from '@jest/globals';

import { FakeClock } from '../../support/fake-clock';
import { answer, failing, failureOf, Harness, runOnFakeClock } from './harness';

const RAW = {
	resource: 'report',
	operation: 'getRaw',
	fields: ['InteractionTime'],
	interactionTypes: ['Click'],
	dateRange: 'custom',
	dateFrom: '2024-01-01',
	dateTo: '2024-01-31',
};

const DAY_MS = 86_400_000;

const harness = Harness.ofFile({ targetAds: { placements: 20 } });

it('a form of jobs that is left in the options is no matter of a direct report', async () => {
	await harness.rows({ ...RAW, campaignScope: 'accessible', options: { jobFormat: 'flat' } });
	expect(harness.reportRequests.length).toBeGreaterThan(0);
});

describe('refused before any request, naming the parameter', () => {
	it.each<[string, Record<string, unknown>, RegExp]>([
		['a date that does not exist', { dateFrom: '2024-02-30' }, /^Date From is "2024-02-30"/],
		['no date', { dateTo: '={{ "" }}' }, /^Date To is not set/],
		['a date that is none', { dateTo: 'yesterday' }, /^Date To is "yesterday"/],
		[
			'dates in the wrong order (S2)',
			{ dateFrom: '2024-02-01' },
			/^Date From \(2024-02-01\) is after Date To/,
		],
		['no fields', { fields: '={{ [] }}' }, /^Fields is empty/],
		['no interaction types', { interactionTypes: '={{ [] }}' }, /^Interaction Types is empty/],
		[
			'an id that is no id',
			{ campaignScope: 'byId', campaignIdList: '12345, Brand' },
			/^Campaign IDs contains "Brand"/,
		],
		[
			'an id of an expression',
			{ campaignScope: 'selected', campaignIds: '={{ [12.5] }}' },
			/contains "12.5"/,
		],
		['no selected campaigns (T22)', { campaignScope: 'selected' }, /^Campaigns is From List, but/],
		['an unknown scope', { campaignScope: '={{ "some" }}' }, /^Campaigns is "some"/],
		['a limit of 0', { limit: 0 }, /^Limit is 0/],
		['a page that is too large', { options: { pageSize: 200_000 } }, /^Page Size is 200000/],
		[
			'too many ids per request',
			{ campaignScope: 'accessible', options: { idsPerRequest: 0 } },
			/^IDs per Request is 0/,
		],
		['a time zone that does not exist', { options: { timezone: 'Moscow' } }, /^Timezone is "Moscow"/],
		[
			'a campaign filter that the flat job has not (T6)',
			{ delivery: 'job', campaignScope: 'accessible', options: { jobFormat: 'flat' } },
			/^Job Format is Flat/,
		],
	])('%s', async (_name, parameters, message) => {
		const run = await harness.run({ ...RAW, ...parameters });
		expect(run.error).toMatchObject(failing('request-invalid', message));
		expect(harness.sandbox.requests).toEqual([]);
	});

	it.each([
		['ftp://api.targetads.io', /^Base URL begins with "ftp:\/\/"/],
		['http://api.targetads.io', /^Base URL begins with http:/],
		['api.targetads.io', /^Base URL is not a web address/],
		['https://user:secret@api.targetads.io', /^Base URL contains a user name/],
	])('the base URL %s', async (baseUrl, message) => {
		const run = await harness.run(RAW, { credentials: { targetAdsApi: { ...harness.credential, baseUrl } } });
		expect(run.error?.message).toMatch(message);
		expect(run.error?.message).not.toContain('secret');
	});

	it('a project id that is no number', async () => {
		const credentials = { targetAdsApi: { ...harness.credential, projectId: 'my project' } };
		expect((await harness.run(RAW, { credentials })).error?.message).toMatch(
			/^Project ID has to be a whole number/,
		);
	});

	it('a custom API call, with what to take instead', async () => {
		const run = await harness.run({ resource: 'report', operation: '__CUSTOM_API_CALL__' });
		expect(run.error).toMatchObject({ description: expect.stringContaining('HTTP Request node') });
	});
});

describe('refused by the platform, in its own words', () => {
	it('T13: a validation names the fields that failed, under either key', async () => {
		for (const key of ['Errors', 'ErrorsField']) {
			harness.sandbox.reset();
			const body = {
				ErrorCode: 400,
				ErrorMessage: 'validate error',
				[key]: [{ Error: true, FailedField: 'MediaCampaignId', Tag: 'max', Value: 10 }],
			};
			harness.sandbox.faults.add({
				path: /raw_reports/,
				fault: answer(400, body),
			});
			const run = await harness.run(RAW);
			expect(run.error).toMatchObject({
				message: expect.stringContaining('validate error (400). It refused: Campaigns (max)'),
				description: expect.stringContaining('IDs per Request'),
				context: { kind: 'request-invalid' },
				httpCode: '400',
			});
		}
	});

	it('a day that is yet to come is told in words that fit every Date Range', async () => {
		const now = '2026-03-02T09:00:00.000Z';
		const own = await Harness.open({ now: () => Date.parse(now), targetAds: { placements: 5 } });
		const report = { ...RAW, dateFrom: '2026-03-02', dateTo: '2026-03-03' };
		const failure = await failureOf(runOnFakeClock(own.sandbox, report, new FakeClock(now)));
		expect(failure).toMatchObject(
			failing(
				'request-invalid',
				'validate error (400). It refused: last day of the dates (future).',
				/^Check Date Range.*Options > Days per Request/,
			),
		);
	});

	it('columns that the report does not have are told without the names of the API', async () => {
		const body = {
			ErrorCode: 400,
			ErrorMessage: 'validate error',
			Errors: [{ FailedField: 'Fields', Tag: 'oneof' }],
		};
		harness.sandbox.faults.add({ path: /raw_reports/, fault: answer(400, body) });
		const run = await harness.run(RAW);
		expect(run.error).toMatchObject(
			failing('request-invalid', 'It refused: the columns (oneof).', /take out those that you added/),
		);
	});

	it('401 says to check the token', async () => {
		const credentials = { targetAdsApi: { ...harness.credential, accessToken: 'expired-token' } };
		const run = await harness.run({ ...RAW, options: { onSliceFailure: 'continue' } }, { credentials });
		expect(run.error).toMatchObject(
			failing('credential-invalid', 'invalid or expired token', 'Access Token'),
		);
		expect(harness.reportRequests).toHaveLength(1);
	});

	it('403 says to check the project', async () => {
		const { foreignProjectId } = harness.sandbox.targetAds;
		const credentials = { targetAdsApi: { ...harness.credential, projectId: foreignProjectId } };
		const run = await harness.run(RAW, { credentials });
		expect(run.error).toMatchObject(failing('access-denied', 'access denied to project', 'Project ID'));
	});

	it('a host that cannot be reached is told without system codes', async () => {
		const credentials = { targetAdsApi: { ...harness.credential, baseUrl: 'http://127.0.0.1:1' } };
		const run = await harness.run({ ...RAW, options: { maxRetries: 0 } }, { credentials });
		expect(run.error).toMatchObject(failing('temporarily-unavailable', '127.0.0.1:1 refused the connection'));
		expect(run.error?.message).not.toContain('ECONNREFUSED');
	});

	it('T15, T26: a period that is not over is told', async () => {
		const now = '2026-03-02T09:00:00.000Z';
		const own = await Harness.open({
			now: () => Date.parse(now) + 2 * DAY_MS,
			targetAds: { placements: 5 },
		});
		const load = async (changes: object) =>
			runOnFakeClock(own.sandbox, { ...RAW, ...changes }, new FakeClock(now));
		const open = await load({ dateFrom: '2026-03-02', dateTo: '2026-03-02' });
		expect(open.hints.join(' ')).toContain('not over in Europe/Moscow');
		const closed = await load({ dateRange: 'last7Days' });
		expect(closed.hints.join(' ')).not.toContain('not over');
	});
});
