import { describe, expect, it } from '@jest/globals';

import { type Call, type Json } from './client';
import { sandboxOfFile } from './opened';
import { answer, call, RAW_BODY } from './targetads/client';

const sandbox = sandboxOfFile({ targetAds: { placements: 40 } });

const RAW = '/v1/reports/raw_reports';
const filtered = (filter: Json): Json => ({
	...RAW_BODY,
	InteractionFilter: { ...RAW_BODY.InteractionFilter, ...filter },
});
const ids = (count: number) =>
	sandbox.targetAds.placements.slice(0, count).map((entry) => entry.placement_id);

describe('the gate', () => {
	it.each<[number, string, string, Call]>([
		[401, 'invalid or expired token', '/v1/meta/campaigns', { headers: { authorization: 'Bearer no' } }],
		[401, 'invalid or expired token', '/v1/meta/campaigns', { headers: { authorization: '' } }],
		[400, 'invalid project_id', '/v1/meta/campaigns', { query: { project_id: '' } }],
		[400, 'invalid project_id', '/v1/meta/campaigns', { query: { project_id: '1' } }],
		[403, 'access denied to project', '/v1/meta/campaigns', { query: { project_id: '12487' } }],
		[404, 'not found', '/v1/meta/campaign', {}],
		[405, 'method not allowed', RAW, {}],
		[405, 'method not allowed', '/v1/meta/campaigns', { body: {} }],
		[415, 'unsupported media type', RAW, { body: RAW_BODY, headers: { 'content-type': 'text/plain' } }],
		[400, 'invalid json', RAW, { body: '{"Fields":' }],
		[400, 'invalid json', RAW, { body: [] }],
		[400, 'validate error', '/v1/meta/campaigns', { query: { active: 'True' } }],
		[400, 'validate error', '/v1/meta/campaigns', { query: { limit: '5' } }],
		[404, 'job not found', '/v2/jobs/11111111-1111-4111-8111-111111111111', {}],
	])('answers %i %s to %s %j', async (status, message, path, options) => {
		const response = await call(sandbox, path, options);
		expect(response.status).toBe(status);
		expect(await response.json()).toMatchObject({ ErrorCode: status, ErrorMessage: message });
	});
});

describe('the body of a raw report', () => {
	it.each<[string, string, () => Json]>([
		['Fields', 'required', () => ({ ...RAW_BODY, Fields: undefined })],
		['Fields', 'min', () => ({ ...RAW_BODY, Fields: [] })],
		['Fields', 'string', () => ({ ...RAW_BODY, Fields: ['A', ''] })],
		['ResponseType', 'oneof', () => ({ ...RAW_BODY, ResponseType: 'CSV' })],
		['InteractionFilter', 'required', () => ({ ...RAW_BODY, InteractionFilter: undefined })],
		['InteractionFilter.DateFrom', 'required', () => filtered({ DateFrom: undefined })],
		['InteractionFilter.DateFrom', 'date', () => filtered({ DateFrom: '2026-02-30' })],
		['InteractionFilter.DateTo', 'date', () => filtered({ DateTo: '2026-03-03T00:00:00Z' })],
		['InteractionFilter.DateTo', 'gtefield', () => filtered({ DateTo: '2026-02-28' })],
		['InteractionFilter.DateTo', 'future', () => filtered({ DateTo: '2026-04-11' })],
		['InteractionFilter.DateTo', 'maxdays', () => filtered({ DateTo: '2026-04-01' })],
		['InteractionFilter.InteractionType', 'min', () => filtered({ InteractionType: [] })],
		['InteractionFilter.InteractionType', 'array', () => filtered({ InteractionType: 'Click' })],
		['InteractionFilter.MediaCampaignId', 'min', () => filtered({ MediaCampaignId: [] })],
		['InteractionFilter.MediaCampaignId', 'max', () => filtered({ MediaCampaignId: ids(11) })],
		['InteractionFilter.MediaCampaignId', 'int', () => filtered({ MediaCampaignId: [String(ids(1)[0])] })],
		[
			'InteractionFilter.MediaCampaignId',
			'unique',
			() => filtered({ MediaCampaignId: [ids(1)[0], ...ids(1)] }),
		],
		['InteractionFilter.MediaCampaignId', 'exists', () => filtered({ MediaCampaignId: [678] })],
		['InteractionFilter.CampaignId', 'unknown', () => filtered({ CampaignId: ids(1) })],
		['Offset', 'min', () => ({ ...RAW_BODY, Offset: -1 })],
		['Limit', 'min', () => ({ ...RAW_BODY, Limit: 0 })],
		['Limit', 'max', () => ({ ...RAW_BODY, Limit: 100_001 })],
		['Limit', 'int', () => ({ ...RAW_BODY, Limit: '10' })],
	])('is refused for %s: %s', async (field, tag, body) => {
		const response = await call(sandbox, RAW, { body: body() });
		expect(response.status).toBe(400);
		expect(await response.json()).toEqual({
			ErrorCode: 400,
			ErrorMessage: 'validate error',
			Errors: [
				{
					Error: true,
					FailedField: field,
					Tag: tag,
					Value: tag === 'required' ? null : (expect.anything() as unknown),
				},
			],
		});
	});

	it.each<[string, () => Json]>([
		['today and 31 days', () => filtered({ DateFrom: '2026-03-11', DateTo: '2026-04-10' })],
		['ten ids and the highest limit', () => ({ ...filtered({ MediaCampaignId: ids(10) }), Limit: 100_000 })],
		['an unheard field', () => ({ ...RAW_BODY, Fields: ['Unheard'] })],
	])('is taken with %s', async (_name, body) => {
		expect((await call(sandbox, RAW, { body: body() })).status).toBe(200);
	});
});

describe('other bodies', () => {
	const AGG = {
		ResponseType: 'JSON',
		Fields: ['EventDate'],
		MediaMetrics: ['Impressions'],
		InteractionFilter: { DateFrom: '2026-01-01', DateTo: '2026-04-01' },
	};
	const PATH = {
		ResponseType: 'JSON',
		Fields: ['PathPosition'],
		TargetFilter: { DateFrom: '2026-03-01', DateTo: '2026-03-03' },
	};
	const targets = (filter: Json) => ({ ...PATH, TargetFilter: { ...PATH.TargetFilter, ...filter } });

	const [AGG_V1, PATH_V1] = ['/v1/reports/agg_report', '/v1/reports/path_to_conversion'] as const;
	const [RAW_V2, PATH_V2] = ['/v2/reports/raw_reports', '/v2/reports/path_to_conversion'] as const;
	const FILTER = 'InteractionFilter';
	const jobOf = (filter: Json) => filtered({ InteractionType: ['Click'], ...filter });
	const LONG_AGO = { DateFrom: '2026-01-09', DateTo: '2026-01-10' };

	it.each<[string, string, string, Json]>([
		[AGG_V1, 'AttributionWindow', 'oneof', { ...AGG, AttributionWindow: 30 }],
		[AGG_V1, 'AttributionWindow', 'oneof', { ...AGG, AttributionWindow: '31' }],
		[AGG_V1, 'DateGrouping', 'oneof', { ...AGG, DateGrouping: 'Day' }],
		[AGG_V1, 'AttributionModel', 'lowercase', { ...AGG, AttributionModel: 'MLI' }],
		[AGG_V1, 'MediaMetrics', 'required', { ...AGG, MediaMetrics: undefined }],
		[PATH_V1, 'TargetFilter', 'required', { ...PATH, TargetFilter: undefined }],
		[PATH_V1, 'TargetFilter.EventName', 'min', targets({ EventName: [] })],
		[PATH_V1, 'TargetFilter.DateTo', 'maxdays', targets({ DateFrom: '2026-01-01' })],
		[PATH_V1, `${FILTER}.InteractionType`, 'min', { ...PATH, [FILTER]: { InteractionType: [] } }],
		[PATH_V1, `${FILTER}.DateTo`, 'required', { ...PATH, [FILTER]: { DateFrom: '2026-01-01' } }],
		[PATH_V2, 'TargetFilter.DateTo', 'maxdays', targets({ DateFrom: '2026-02-28' })],
		[RAW_V2, `${FILTER}.InteractionType`, 'len', RAW_BODY],
		[RAW_V2, `${FILTER}.InteractionType`, 'len', jobOf({ InteractionType: ['Click', 'Impression'] })],
		[RAW_V2, `${FILTER}.DateTo`, 'maxdays', jobOf({ DateTo: '2026-03-04' })],
		[RAW_V2, `${FILTER}.DateFrom`, 'history', jobOf(LONG_AGO)],
	])('%s refuses %s: %s', async (path, field, tag, body) => {
		const refusal = await answer(sandbox, path, { body });
		expect(refusal.Errors).toEqual(
			expect.arrayContaining([expect.objectContaining({ FailedField: field, Tag: tag })]),
		);
		expect(refusal.Errors).toHaveLength(1);
	});

	it('takes twenty ids and 91 days in an aggregated report, not more ids', async () => {
		for (const [count, status] of [
			[20, 200],
			[21, 400],
		] as const) {
			const body = { ...AGG, [FILTER]: { ...AGG.InteractionFilter, MediaCampaignId: ids(count) } };
			expect((await call(sandbox, AGG_V1, { body })).status).toBe(status);
		}
	});
});
