import type { INodeParameters } from 'n8n-workflow';
import { describe, expect, it } from '@jest/globals';

import { shortWaitsInThisFile } from '../../support/of-file';
import { answer, byId, failureOf, Harness, jsonOf, runOnFakeClock } from './harness';

shortWaitsInThisFile();

const harness = Harness.ofFile({
	now: () => Date.parse('2026-03-02T09:00:00.000Z'),
	adfox: { banners: 40, reportRequestsPerMinute: 0 },
});

const DAYS = { dateFrom: '2026-01-01', dateTo: '2026-01-31' };
const SAVED = {
	metrics: ['loads_total', 'clicks_total', 'ctr'],
	dimensions: ['date', 'campaign_id', 'banner_id'],
};
const OWN = { field: 'campaign_id', operator: 'gt', value: '0' };

const where = (...values: object[]) => ({ filters: { conditions: { values } } }) as INodeParameters;

const run = async (changes: INodeParameters) =>
	runOnFakeClock(harness.sandbox, {
		...{ resource: 'report', operation: 'get', returnAll: true, dateRange: 'custom', ...DAYS },
		reportName: byId('custom_1809'),
		...changes,
	});

const failure = async (changes: INodeParameters) =>
	(await failureOf(run(changes))) as { message: string; description: string; context: { kind: string } };

type AnyRow = ReturnType<typeof all>[0];

const all = () => harness.sandbox.adfox.reportRows({ ...SAVED, filters: [OWN], ...DAYS });

const orders = () => harness.sandbox.requests.filter(({ method }) => method === 'POST');

describe('a saved report with conditions', () => {
	it('is read, changed, and ordered as a report of its own', async () => {
		const [{ banner_id: banner }] = all() as [AnyRow];
		const condition = { field: 'banner_id', operator: 'eq', value: String(banner) };
		const { items } = await run({ ...where(condition), options: { ownerId: '5' } });
		expect(
			harness.sandbox.requests.slice(0, 2).map(({ method, path, query }) => [method, path, query]),
		).toEqual([
			['GET', '/v2/reports/report-info/custom_1809', { ownerId: '5' }],
			['POST', '/v2/reports', {}],
		]);
		const filters = [OWN, condition];
		expect(orders().map(({ body }) => body)).toEqual([
			{
				...SAVED,
				filters,
				dateRange: { from: DAYS.dateFrom, to: DAYS.dateTo },
				limit: 1_000_000,
				ownerId: 5,
			},
		]);
		expect(items.length).toBeGreaterThan(0);
		expect(jsonOf(items)).toEqual(harness.sandbox.adfox.reportRows({ ...SAVED, filters, ...DAYS }));
	});

	it('lets a condition take the place of its own on the same field', async () => {
		const [{ campaign_id: campaign }] = all() as [AnyRow];
		const condition = { field: 'campaign_id', operator: 'eq', value: String(campaign) };
		const { items } = await run(where(condition));
		expect(orders()[0]!.body).toMatchObject({ filters: [condition] });
		expect(jsonOf(items)).toEqual(
			harness.sandbox.adfox.reportRows({ ...SAVED, filters: [condition], ...DAYS }),
		);
	});

	it.each([
		['a fixed one', 'days', /The Saved Report days is a fixed one/, 'request-invalid'],
		['one that is not there', 'custom_0', /not found.*custom reports only/, 'not-found'],
	])('is refused without an order where it is %s', async (_name, reportName, message, kind) => {
		const refused = await failure({ reportName: byId(reportName), ...where(OWN) });
		expect(refused.message).toMatch(message);
		expect(refused.description).toContain('Remove the conditions, or use Metrics and Dimensions');
		expect(refused.context.kind).toBe(kind);
		expect(orders()).toEqual([]);
	});

	it('says nothing of its name where there is no such address', async () => {
		harness.sandbox.faults.add({
			path: /report-info/,
			fault: { kind: 'status', status: 404, body: '<html>Not Found</html>' },
		});
		const refused = await failure(where(OWN));
		expect(refused.description).toContain('Check the Base URL');
		expect(refused.message + refused.description).not.toContain('Saved Report');
	});

	it('is refused where it has more than 10 filters with its own', async () => {
		const conditions = Array.from({ length: 10 }, (_, index) => ({ ...OWN, field: `f${index}` }));
		expect((await failure(where(...conditions))).message).toContain('Filters has 11 entries');
		expect(orders()).toEqual([]);
	});

	it('leaves none of its filters out: a form that is not known is a failure', async () => {
		const result = { ...SAVED, filters: [{ field: 'campaign_id' }] };
		harness.sandbox.faults.add({ path: /report-info/, fault: answer(200, { result }) });
		expect((await failure(where(OWN))).context.kind).toBe('response-invalid');
		expect(orders()).toEqual([]);
	});
});
