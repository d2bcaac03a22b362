import { beforeEach, describe, expect, it } from '@jest/globals';

import { type Json } from './client';
import { NOW, sandboxOfFile } from './opened';
import { reports } from './adfox/client';

import type { Sandbox } from '.';

let time = NOW;
const sandbox = sandboxOfFile({ now: () => time, adfox: { banners: 400 } });
beforeEach(() => {
	time = NOW;
});

const PERIOD = { dateFrom: '2026-03-01', dateTo: '2026-03-10' };
const DATE_RANGE = { from: '2026-03-01', to: '2026-03-10' };
const ORDER = { metrics: ['loads_total', 'ctr'], dimensions: ['date', 'campaign_id'], dateRange: DATE_RANGE };

interface Result {
	taskId: string;
	status: string;
	columns: { name: string }[];
	rows: unknown[][];
	totals: unknown[];
}

async function result(path: string, body?: unknown, of: Sandbox = sandbox): Promise<Result> {
	return ((await (await reports(of, path, body)).json()) as { result: Result }).result;
}

async function rowsOf(path: string, body: unknown, of: Sandbox = sandbox): Promise<Json[]> {
	const { taskId } = await result(path, body, of);
	while ((await result(`/${taskId}`, undefined, of)).status !== 'SUCCESS');
	const { columns, rows } = await result(`/${taskId}/result`, undefined, of);
	return rows.map((row) => Object.fromEntries(columns.map(({ name }, index) => [name, row[index]])));
}

describe('a report', () => {
	it('goes through its states to the truth', async () => {
		const response = await reports(sandbox, '', ORDER);
		expect(response.status).toBe(202);
		const { taskId } = ((await response.json()) as { result: Result }).result;
		expect(taskId).toMatch(/^umr-a-rsr-[0-9a-f-]{36}$/);
		expect((await reports(sandbox, `/${taskId}/result`)).status).toBe(409);
		const statuses = [];
		for (let poll = 0; poll < 3; poll++) statuses.push((await result(`/${taskId}`)).status);
		expect(statuses).toEqual(['PENDING', 'RUNNING', 'SUCCESS']);
		const { columns, rows, totals } = await result(`/${taskId}/result`);
		expect(columns).toEqual([
			{ name: 'date', type: 'string' },
			{ name: 'campaign_id', type: 'integer' },
			{ name: 'loads_total', type: 'integer' },
			{ name: 'ctr', type: 'number', format: 'float', unit: 'percent' },
		]);
		const truth = sandbox.adfox.reportRows({
			metrics: ORDER.metrics,
			dimensions: ORDER.dimensions,
			...PERIOD,
		});
		expect(rows).toEqual(truth.map((row) => Object.values(row)));
		expect(rows.length).toBeGreaterThan(100);
		expect(totals[0]).toBe(truth.reduce((sum, row) => sum + (row.loads_total as number), 0));
	});

	it('sums up the same whatever it is grouped by, and by days whatever the windows', () => {
		const metrics = ['loads_total'];
		const sum = (dimensions: string[], period = PERIOD) =>
			sandbox.adfox
				.reportRows({ metrics, dimensions, ...period })
				.reduce((total, row) => total + (row.loads_total as number), 0);
		const whole = sum([]);
		expect(whole).toBeGreaterThan(1000);
		for (const dimension of ['date', 'banner_id', 'site_id', 'place_name'])
			expect(sum([dimension])).toBe(whole);
		const halves = [
			{ dateFrom: '2026-03-01', dateTo: '2026-03-04' },
			{ dateFrom: '2026-03-05', dateTo: '2026-03-10' },
		];
		expect(halves.reduce((total, half) => total + sum(['date'], half), 0)).toBe(whole);
	});

	it('is filtered', async () => {
		const [first] = sandbox.adfox.reportRows({ metrics: ['ctr'], dimensions: ['campaign_id'], ...PERIOD });
		const id = String(first!.campaign_id);
		const filters = [{ field: 'campaign_id', operator: 'eq', value: id }];
		const rows = await rowsOf('', { ...ORDER, filters });
		const all = sandbox.adfox.reportRows({ metrics: ORDER.metrics, dimensions: ORDER.dimensions, ...PERIOD });
		expect(rows).toEqual(all.filter((row) => String(row.campaign_id) === id));
		const others = await rowsOf('', {
			...ORDER,
			filters: [{ field: 'campaign_id', operator: 'not_in', value: [id] }],
		});
		expect(others).toHaveLength(all.length - rows.length);
	});

	it('is ordered by name with a level, and without columns', async () => {
		const response = await reports(sandbox, '/days', { level: 'owner', dateRange: DATE_RANGE });
		expect(response.status).toBe(200);
		const rows = await rowsOf('/days', { level: 'owner', dateRange: DATE_RANGE });
		expect(rows).toEqual(sandbox.adfox.reportRows({ reportName: 'days', ...PERIOD }));
		expect(rows).toHaveLength(10);
		const list = (await (await reports(sandbox, '/list?level=owner')).json()) as {
			result: { reports: Json[] };
		};
		expect(list.result.reports).toContainEqual({ name: 'days', title: 'По дням', type: 'fixed' });
		expect(list.result.reports.find(({ name }) => name === 'custom_7')).toMatchObject({
			dimensions: ['month'],
		});
	});

	it('stops at the limit without a word', async () => {
		const { metrics, dimensions } = ORDER;
		const all = sandbox.adfox.reportRows({ metrics, dimensions, ...PERIOD });
		expect(await rowsOf('', { ...ORDER, limit: 20 })).toEqual(all.slice(0, 20));
	});
});

describe('an order', () => {
	it('that is repeated gives the old task until that expires', async () => {
		const { taskId } = await result('', ORDER);
		const { metrics, dimensions, dateRange } = ORDER;
		expect((await result('', { dateRange, dimensions, metrics })).taskId).toBe(taskId);
		time += 3_600_000;
		expect(await result(`/${taskId}`)).toEqual({ taskId, status: 'EXPIRED' });
		expect((await result('', ORDER)).taskId).not.toBe(taskId);
	});

	it('waits while three are worked on', async () => {
		const order = (limit: number) => reports(sandbox, '', { ...ORDER, limit });
		const tasks: Result[] = [];
		for (const limit of [1, 2, 3]) tasks.push(await result('', { ...ORDER, limit }));
		expect((await order(4)).status).toBe(429);
		// One that is known already takes no place.
		expect((await order(3)).status).toBe(202);
		for (let poll = 0; poll < 3; poll++) await result(`/${tasks[0]!.taskId}`);
		expect((await order(4)).status).toBe(202);
	});

	it.each<[string, number, string, Json]>([
		['EMPTY_METRICS', 400, '', { ...ORDER, metrics: [] }],
		['UNKNOWN_METRIC', 400, '', { ...ORDER, metrics: ['Loads'] }],
		['UNKNOWN_DIMENSION', 400, '', { ...ORDER, dimensions: ['Date'] }],
		['TOO_MANY_METRICS', 400, '', { ...ORDER, metrics: Array.from({ length: 11 }, () => 'ctr') }],
		['EMPTY_DATE_RANGE', 400, '', { ...ORDER, dateRange: undefined }],
		['INVALID_DATE_FORMAT', 400, '', { ...ORDER, dateRange: { from: '2026-02-30', to: '2026-03-01' } }],
		['INVALID_DATE_RANGE', 400, '', { ...ORDER, dateRange: { from: '2026-03-02', to: '2026-03-01' } }],
		['INVALID_DATE_RANGE', 400, '', { ...ORDER, dateRange: { from: '2026-03-02', to: '2026-04-11' } }],
		['DATE_RANGE_TOO_LONG', 400, '', { ...ORDER, dateRange: { from: '2025-03-01', to: '2026-03-01' } }],
		['UNKNOWN_FILTER_FIELD', 400, '', { ...ORDER, filters: [{ field: 'x', operator: 'eq', value: '1' }] }],
		['INVALID_FILTER', 400, '', { ...ORDER, filters: [{ operator: 'eq', value: '1' }] }],
		['INVALID_FILTER', 400, '', { ...ORDER, filters: [{ field: 'date', operator: 'in', value: [] }] }],
		['INVALID_LIMIT', 400, '', { ...ORDER, limit: 1_000_001 }],
		['INVALID_REQUEST', 400, '/days', { level: 'owner', dateRange: DATE_RANGE, metrics: ['ctr'] }],
		['INVALID_LEVEL', 400, '/days', { dateRange: DATE_RANGE }],
		['INVALID_LEVEL', 400, '/custom_7', { level: 'campaign', dateRange: DATE_RANGE }],
		['REPORT_NOT_FOUND', 404, '/custom_8', { level: 'owner', dateRange: DATE_RANGE }],
	])('is refused with %s %i at "%s"', async (code, status, path, body) => {
		const response = await reports(sandbox, path, body);
		expect(response.status).toBe(status);
		expect(await response.json()).toMatchObject({ error: { code } });
	});

	it('of 365 days is taken, without the right header it is not', async () => {
		const dateRange = { from: '2025-03-02', to: '2026-03-01' };
		expect((await reports(sandbox, '', { ...ORDER, dateRange })).status).toBe(202);
		const headers = { 'x-yandex-api-key': sandbox.adfox.token };
		expect((await fetch(`${sandbox.adfox.baseUrl}/v2/reports/list?level=owner`, { headers })).status).toBe(
			401,
		);
		expect((await reports(sandbox, '/umr-a-rsr-none')).status).toBe(404);
	});

	it('has a hundred requests in a minute', async () => {
		const statuses = new Map<number, number>();
		for (let request = 0; request < 101; request++) {
			const { status } = await reports(sandbox, '/list?level=owner');
			statuses.set(status, (statuses.get(status) ?? 0) + 1);
		}
		expect([...statuses]).toEqual([
			[200, 100],
			[429, 1],
		]);
	});
});
