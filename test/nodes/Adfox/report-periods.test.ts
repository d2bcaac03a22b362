import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { Adfox } from '../../../nodes/Adfox/Adfox.node';
import { FakeClock } from '../../support/fake-clock';
import { byId, jsonOf, runOnFakeClock } from './harness';
import { NOW, REPORT, reportStage } from './report-stage';

const { harness, orders, run } = reportStage();

describe('refused before any request', () => {
	it.each<[string, INodeParameters, string]>([
		['a day that is not over', { dateTo: '2026-03-02' }, 'Date To is later than 2026-03-01'],
		['today, by expression', { dateRange: 'today' }, 'Date Range is Today, but ADFOX answers the same order'],
		['an open end', { dateTo: '2099-12-31' }, 'Date To is later than 2026-03-01'],
		[
			'a first day of Since Last Run that ADFOX has no longer',
			{ dateRange: 'sinceLastRun', initialDateFrom: '2023-03-01' },
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
			'conditions beside a saved report on an object',
			{
				reportName: byId('days'),
				filters: { conditions: { values: [{ field: 'campaign_id', operator: 'eq', value: '1' }] } },
				options: { objectId: '7' },
			},
			'Object ID cannot be used with a Saved Report that has conditions',
		],
		['no metrics', { metrics: [] }, 'Metrics is empty'],
		[
			'a dimension among the metrics',
			{ metrics: ['date'] },
			'Metrics contains "date", which is a dimension.',
		],
		[
			'a metric among the dimensions',
			{ options: { otherDimensions: 'ctr' } },
			'Other Dimensions contains "ctr", which is a metric.',
		],
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

describe('around midnight in Moscow, days of Custom', () => {
	const at = async (time: string, dateTo: string) =>
		runOnFakeClock(harness.sandbox, { ...REPORT, dateFrom: dateTo, dateTo }, new FakeClock(time));

	it.each([
		['before', '2026-03-01T20:59:59.000Z', '2026-02-28', '2026-03-01'],
		['after', '2026-03-01T21:30:00.000Z', '2026-03-01', '2026-03-02'],
	])('just %s it: the last one that is over, and not today', async (_when, time, last, today) => {
		await at(time, last);
		expect(orders().map(({ dateRange }) => dateRange)).toEqual([{ from: last, to: last }]);
		harness.reset();
		await expect(at(time, today)).rejects.toThrow(`Date To is later than ${last}`);
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
