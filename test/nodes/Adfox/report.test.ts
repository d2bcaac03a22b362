import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { ResponseInvalidError } from '../../../connector/errors';
import { Adfox } from '../../../nodes/Adfox/Adfox.node';
import { rowsOf } from '../../../nodes/Adfox/report/result';
import { FakeClock } from '../../support/fake-clock';
import { shortWaitsInThisFile } from '../../support/of-file';
import { answer, byId, Harness, jsonOf, NODE, runOnFakeClock, failureOf } from './harness';

shortWaitsInThisFile();

const NOW = '2026-03-02T09:00:00.000Z';
const COLUMNS = { metrics: ['loads_commercial', 'clicks_total'], dimensions: ['date'] };
const DAYS = { dateFrom: '2026-01-01', dateTo: '2026-01-31' };
const REPORT = {
	...{ resource: 'report', operation: 'get', returnAll: true, dateRange: 'custom' },
	...COLUMNS,
	...DAYS,
} satisfies INodeParameters;

const harness = Harness.ofFile({
	now: () => Date.parse(NOW),
	adfox: { banners: 40, reportRequestsPerMinute: 0 },
});

interface Order {
	readonly dateRange: { readonly from: string; readonly to: string };
	readonly limit: number;
}

const orders = () =>
	harness.sandbox.requests.filter(({ method }) => method === 'POST').map(({ body }) => body as Order);
const run = async (changes: INodeParameters = {}) =>
	runOnFakeClock(harness.sandbox, { ...REPORT, ...changes });
const failure = async (changes: INodeParameters = {}) =>
	(await failureOf(run(changes))) as { message: string; context: { kind: string } } | undefined;
const truth = (question: object = {}) =>
	harness.sandbox.adfox.reportRows({
		...COLUMNS,
		...DAYS,
		...question,
	});

const savedReport = async () =>
	(await harness.rows({ resource: 'report', operation: 'getAll', level: 'owner', returnAll: true }))[0]!;

/** So many months that end with the day before NOW, each asked for by itself. */
function truthByMonth(months: number): object[] {
	return Array.from({ length: months }, (_, index) => {
		const from = new Date(Date.UTC(2026, 2 - months + index, 2));
		const to = new Date(Date.UTC(2026, 3 - months + index, 1));
		return truth({ dateFrom: from.toISOString().slice(0, 10), dateTo: to.toISOString().slice(0, 10) });
	}).flat();
}

describe('Report: Get', () => {
	it('orders, polls and gives rows as objects, signed with Authorization: OAuth whatever the credential says', async () => {
		const { items } = await run();
		expect(jsonOf(items)).toEqual(truth());
		expect(items.length).toBeGreaterThan(25);
		for (const { headers } of harness.sandbox.requests) {
			expect(headers.authorization).toBe(`OAuth ${harness.sandbox.adfox.token}`);
			expect(headers).not.toHaveProperty('x-yandex-api-key');
		}
		expect(harness.sandbox.requests[0]).toMatchObject({
			path: '/v2/reports',
			body: {
				metrics: REPORT.metrics,
				dimensions: ['date'],
				filters: [],
				dateRange: { from: '2026-01-01', to: '2026-01-31' },
				limit: 1_000_000,
			},
		});
	});

	it('orders 3 years in windows of 365 days, each day once, at most 3 reports at a time', async () => {
		const { items } = await run({ dateFrom: '2023-03-02', dateTo: '2026-03-01' });
		expect(orders().map(({ dateRange }) => dateRange)).toEqual([
			{ from: '2023-03-02', to: '2024-02-29' },
			{ from: '2024-03-01', to: '2025-02-28' },
			{ from: '2025-03-01', to: '2026-02-28' },
			{ from: '2026-03-01', to: '2026-03-01' },
		]);
		const days = jsonOf(items).map(({ date }) => String(date));
		expect(jsonOf(items)).toEqual(truthByMonth(36));
		expect(new Set(days).size).toBe(days.length);
		expect(days.length).toBeGreaterThan(800);
		let open = 0;
		let most = 0;
		for (const { method, path } of harness.sandbox.requests) {
			if (method === 'POST') open += 1;
			most = Math.max(most, open);
			if (path.endsWith('/result')) open -= 1;
		}
		expect(most).toBe(3);
	});

	it('splits a report that has as many rows as ADFOX gives at most', async () => {
		const rows = Array.from({ length: 1_000_000 }, () => ['2026-01-01']);
		const body = JSON.stringify({ result: { columns: [{ name: 'date', type: 'string' }], rows } });
		harness.sandbox.faults.add({ path: /\/result$/, times: 1, fault: answer(200, body) });
		const { items, hints } = await run();
		expect(jsonOf(items)).toEqual(truth());
		expect(orders().map(({ dateRange }) => dateRange)).toEqual([
			{ from: '2026-01-01', to: '2026-01-31' },
			{ from: '2026-01-01', to: '2026-01-16' },
			{ from: '2026-01-17', to: '2026-01-31' },
		]);
		expect(hints.join(' ')).toContain('1 split');
	});

	it('never cuts what has no day in its rows', async () => {
		const rows = Array.from({ length: 1_000_000 }, () => [1]);
		const body = JSON.stringify({ result: { columns: [{ name: 'clicks_total', type: 'integer' }], rows } });
		harness.sandbox.faults.add({ path: /\/result$/, fault: answer(200, body) });
		const error = await failure({ dimensions: ['campaign_id'] });
		expect(error?.message).toContain('1,000,000 rows, the most that ADFOX gives at once');
		expect(orders()).toHaveLength(1);
	});

	it.each(['FAILURE', 'EXPIRED', 'SOMETHING_NEW'])(
		'trap 7.4, 5: tells the state %s, once',
		async (status) => {
			harness.sandbox.faults.add({
				path: '/v2/reports',
				method: 'POST',
				fault: { kind: 'job-status', status },
			});
			const error = await failure();
			expect(error?.message).toContain(status);
			expect(orders()).toHaveLength(1);
		},
	);

	it('collects a window that fails, and keeps the rows of the others', async () => {
		const fault = { kind: 'job-status', status: 'FAILURE' } as const;
		harness.sandbox.faults.add({ path: '/v2/reports', method: 'POST', skip: 1, times: 1, fault });
		const { items, failedSlices } = await run({
			options: { onSliceFailure: 'continue', daysPerRequest: 10, maxConcurrency: 1 },
		});
		const kept = truth().filter(({ date }) => String(date) < '2026-01-11' || String(date) > '2026-01-20');
		expect(jsonOf(items)).toEqual(kept);
		expect(jsonOf(failedSlices)).toEqual([
			expect.objectContaining({
				...{ resource: 'report', operation: 'get', level: 'owner', index: 1, count: 4 },
				...{ dateFrom: '2026-01-11', dateTo: '2026-01-20' },
			}),
		]);
	});

	it('sends filters, and the owner that advertisers need', async () => {
		const campaign = String(harness.sandbox.adfox.campaigns[0]!.ID);
		const values = [{ field: 'campaign_id', operator: 'eq', value: campaign }];
		const { items } = await run({ filters: { conditions: { values } }, options: { ownerId: '5' } });
		expect(orders()[0]).toMatchObject({ filters: values, ownerId: 5 });
		expect(jsonOf(items)).toEqual(truth({ filters: values }));
	});

	it('asks for no more rows than wanted', async () => {
		const { items, hints } = await run({ returnAll: false, limit: 7 });
		expect(items).toHaveLength(7);
		expect(orders().map(({ limit }) => limit)).toEqual([7]);
		expect(hints.join(' ')).toContain('limit of 7 rows');
	});

	it('orders a saved report with its level, and without columns', async () => {
		const saved = await savedReport();
		harness.sandbox.reset();
		const reportName = String(saved.name);
		const { items } = await run({ reportName: byId(reportName), metrics: [] });
		expect(harness.sandbox.requests[0]).toMatchObject({
			path: `/v2/reports/${reportName}`,
			body: { level: 'owner', dateRange: { from: '2026-01-01', to: '2026-01-31' } },
		});
		expect(Object.keys(orders()[0]!).sort()).toEqual(['dateRange', 'level']);
		expect(jsonOf(items)).toEqual(truth({ reportName, metrics: undefined, dimensions: undefined }));
	});

	it('writes a file with the columns in their order', async () => {
		const file = { ...REPORT, output: 'file', fileFormat: 'csv', options: { pollInterval: 1 } };
		const result = await harness.run(file);
		const [item] = result.items(NODE);
		expect(item!.json).toMatchObject({
			rows: truth().length,
			columns: ['date', 'loads_commercial', 'clicks_total'],
		});
		const [header, first] = (await result.binary(item!)).toString().split('\r\n');
		expect(header).toBe('date,loads_commercial,clicks_total');
		expect(first).toBe(Object.values(truth()[0]!).join(','));
	});
});

it('a file of a saved report has its own columns, whatever Metrics and Dimensions say', async () => {
	const saved = await savedReport();
	const result = await harness.run({
		...REPORT,
		reportName: byId(saved.name),
		metrics: ['never_there'],
		dimensions: ['neither'],
		output: 'file',
		fileFormat: 'csv',
		options: { pollInterval: 1, addSliceColumns: true },
	});
	const [{ json }] = result.items(NODE) as [{ json: { columns: string[] } }];
	expect(json.columns).toEqual(expect.arrayContaining(['_dateFrom', '_dateTo']));
	expect(json.columns).not.toContain('never_there');
	expect(json.columns).not.toContain('neither');
	expect(json.columns.length).toBeGreaterThan(2);
});

describe('refused before any request', () => {
	it.each<[string, INodeParameters, string]>([
		['a day that is not over', { dateTo: '2026-03-02' }, 'Date To is later than 2026-03-01'],
		['an open end', { dateTo: '2099-12-31' }, 'Date To is later than 2026-03-01'],
		[
			'a first day of Since Last Run that ADFOX has no longer',
			{ dateRange: 'sinceLastRun', options: { initialDateFrom: '2023-03-01' } },
			'Initial Date From is 2023-03-01, but ADFOX keeps report data for 3 years, since 2023-03-02.',
		],
		['a day that ADFOX has no longer', { dateFrom: '2023-03-01' }, 'Date From is 2023-03-01'],
		['over 365 days without a day', { dateFrom: '2025-01-01', dimensions: [] }, 'Dimensions lacks "date"'],
		[
			'over 365 days of a saved report',
			{ dateFrom: '2025-01-01', reportName: byId('days') },
			'a saved report cannot be loaded in parts',
		],
		[
			'conditions beside a saved report',
			{
				reportName: byId('days'),
				filters: { conditions: { values: [{ field: 'campaign_id', operator: 'eq', value: '1' }] } },
			},
			'Filters cannot be used with a Saved Report',
		],
		['no metrics', { metrics: [] }, 'Metrics is empty'],
		['11 metrics', { metrics: Array.from({ length: 11 }, (_, index) => `m${index}`) }, 'takes 10'],
	])('%s', async (_name, changes, message) => {
		const parameters = { ...REPORT, ...changes };
		const error: unknown = await runOnFakeClock(harness.sandbox, parameters, new FakeClock(NOW)).catch(
			(thrown: unknown) => thrown,
		);
		expect(error).toMatchObject({ message: expect.stringContaining(message) });
		expect(harness.sandbox.requests).toEqual([]);
	});
});

describe('what is just not refused', () => {
	it.each<[string, INodeParameters, object]>([
		[
			'the first day that ADFOX has',
			{ dateFrom: '2023-03-02', dateTo: '2023-03-02' },
			{ from: '2023-03-02' },
		],
		['the last day that is over', { dateFrom: '2026-03-01', dateTo: '2026-03-01' }, { to: '2026-03-01' }],
		[
			'365 days without a day',
			{ dateFrom: '2025-03-02', dateTo: '2026-03-01', dimensions: [] },
			{ from: '2025-03-02', to: '2026-03-01' },
		],
	])('%s', async (_name, changes, dateRange) => {
		await run(changes);
		expect(orders()).toEqual([expect.objectContaining({ dateRange: expect.objectContaining(dateRange) })]);
	});

	it('east of Moscow, at night, each relative range, since it ends with a day that is over there too', async () => {
		const night = new FakeClock('2026-03-01T20:30:00.000Z');
		const parameters = { ...REPORT, dateRange: 'yesterday', options: { timezone: 'Asia/Yekaterinburg' } };
		await runOnFakeClock(harness.sandbox, parameters, night);
		expect(orders().map(({ dateRange }) => dateRange)).toEqual([{ from: '2026-02-28', to: '2026-02-28' }]);
	});
});

it('a saved report is ordered with all that its options say', async () => {
	const options = { objectId: '7', ownerId: '5' };
	await run({ level: 'campaign', reportName: byId('days'), options });
	expect(orders()).toEqual([
		{ level: 'campaign', objectId: 7, ownerId: 5, dateRange: { from: '2026-01-01', to: '2026-01-31' } },
	]);
});

describe('Report: Plan Slices', () => {
	it('has no options of Since Last Run, which it does not offer', () => {
		const properties = new Adfox().description.properties.filter(
			({ name, displayOptions: { show } = {} }) =>
				name === 'options' && show?.resource?.includes('report') && show.operation?.includes('planSlices'),
		);
		const names = properties.flatMap(({ options = [] }) => options.map(({ name }) => name));
		expect(names).toContain('timezone');
		expect(names).not.toContain('initialDateFrom');
		expect(names).not.toContain('lookbackDays');
	});

	it('gives the windows without a request', async () => {
		const { items } = await run({ operation: 'planSlices', dateFrom: '2025-01-01' });
		expect(jsonOf(items)).toEqual([
			expect.objectContaining({ operation: 'get', dateFrom: '2025-01-01', dateTo: '2025-12-31', index: 0 }),
			expect.objectContaining({ dateFrom: '2026-01-01', dateTo: '2026-01-31', index: 1, count: 2 }),
		]);
		expect(harness.sandbox.requests).toEqual([]);
	});
});

it('a report with a column twice is refused, since an object can keep only one', () => {
	const columns = [{ name: 'clicks', type: 'integer' }, { name: 'clicks' }];

	expect(() => rowsOf({ columns, rows: [[1, 2]] })).toThrow(ResponseInvalidError);
	expect(rowsOf({ columns: columns.slice(1), rows: [[1]] })).toEqual([{ clicks: 1 }]);
});
