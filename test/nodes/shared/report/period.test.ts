import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import type { DateWindow } from '../../../../connector/slices';
import { loadOptions, readLoadSettings } from '../../../../nodes/shared/report/limits';
import { parameterErrorOf, parametersOf } from '../parameters/parameters-of';
import { declaredReport, pagesOf, prepare } from '../fake-platform';

/** The days that an operation gets, at 12:00 in Moscow on 2026-03-02, and what is said about them. */
async function windowOf(
	parameters: INodeParameters,
	timezone = 'Europe/Moscow',
): Promise<{ window: DateWindow | undefined; remarks: string[] }> {
	let window: DateWindow | undefined;
	const operation = declaredReport({
		read: () => (slice) => {
			({ window } = slice);
			return pagesOf([]);
		},
	});
	const { node, outputs } = prepare(operation, { parameters: [parameters] }, { timezone });
	await outputs();
	return { window, remarks: node.told.slice(1) };
}

describe('the period', () => {
	it('is that of the last 7 days by default, in Moscow', async () => {
		await expect(windowOf({})).resolves.toEqual({
			window: { dateFrom: '2026-02-23', dateTo: '2026-03-01' },
			remarks: [],
		});
	});

	it.each([
		['Pacific/Pago_Pago', '2026-02-28'],
		['Asia/Yekaterinburg', '2026-03-01'],
	])('ends yesterday in %s', async (timezone, dateTo) => {
		const { window } = await windowOf({ dateRange: 'yesterday', options: { timezone } });
		expect(window).toEqual({ dateFrom: dateTo, dateTo });
	});

	it('of today is told not to be over', async () => {
		await expect(windowOf({ dateRange: 'today' })).resolves.toEqual({
			window: { dateFrom: '2026-03-02', dateTo: '2026-03-02' },
			remarks: [expect.stringContaining('not over in Europe/Moscow')],
		});
	});

	it('may be that of two dates', async () => {
		const dates = { dateRange: 'custom', dateFrom: '2026-01-01T00:00:00', dateTo: '2026-01-31T21:30:00Z' };
		await expect(windowOf(dates)).resolves.toEqual({
			window: { dateFrom: '2026-01-01', dateTo: '2026-02-01' },
			remarks: [expect.stringContaining('which is 2026-02-01 in Europe/Moscow')],
		});
	});

	it('ends with the day that is over at the platform too', async () => {
		// At 12:00 in Moscow it is the day before in Pago Pago.
		const { window } = await windowOf({ dateRange: 'yesterday' }, 'Pacific/Pago_Pago');
		expect(window).toEqual({ dateFrom: '2026-02-28', dateTo: '2026-02-28' });
	});

	it.each([
		['2026-03-02', 'Europe/Moscow', 'Europe/Moscow', 'Europe/Moscow'],
		['2026-03-02', 'Pacific/Pago_Pago', 'Europe/Moscow', 'Pacific/Pago_Pago and Europe/Moscow'],
		['2026-03-01', 'Pacific/Pago_Pago', 'Europe/Moscow', 'Pacific/Pago_Pago'],
		['2026-03-01', 'Europe/Moscow', 'Pacific/Pago_Pago', 'Pacific/Pago_Pago'],
	])(
		'until %s is told not to be over (Timezone %s, the platform in %s)',
		async (dateTo, timezone, platform, zones) => {
			const dates = { dateRange: 'custom', dateFrom: '2026-02-01', dateTo, options: { timezone } };
			const { remarks } = await windowOf(dates, platform);
			expect(remarks).toEqual([
				`The range includes days that are not over in ${zones}; what comes in while they are read may be missing.`,
			]);
		},
	);

	it('that has days only which are yet to come asks for nothing, and says so', async () => {
		const dates = { dateRange: 'custom', dateFrom: '2026-03-04', dateTo: '2099-12-31' };
		await expect(windowOf(dates)).resolves.toEqual({
			window: undefined,
			remarks: [
				expect.stringContaining('from 2026-03-04 to 2099-12-31 are yet to come'),
				expect.stringContaining('nothing to load'),
			],
		});
	});

	it('is told to be empty on the 1st of the month', async () => {
		const { window, remarks } = await windowOf({
			dateRange: 'thisMonth',
			options: { timezone: 'Pacific/Pago_Pago' },
		});
		expect(window).toEqual(undefined);
		expect(remarks).toEqual([expect.stringContaining('no complete day yet')]);
	});

	it.each<[INodeParameters, string]>([
		[{ dateRange: 'custom', dateFrom: '2024-02-30', dateTo: '2024-03-01' }, 'Date From is "2024-02-30"'],
		[{ dateRange: 'custom', dateFrom: '2024-02-01' }, 'Date To is not set.'],
		[{ options: { timezone: 'Moscow' } }, 'Timezone is "Moscow"'],
		[{ dateRange: 'never' }, 'Date Range is "never"'],
		[{ dateRange: 'custom', dateFrom: '2024-02-01', dateTo: '9999-12-31' }, 'Date To is 9999-12-31'],
		[{ dateRange: 'sinceLastRun', initialDateFrom: '0026-01-01' }, 'Initial Date From is 0026-01-01'],
	])('is refused for %j', async (parameters, message) => {
		await expect(windowOf(parameters)).rejects.toThrow(message);
	});
});

describe('a report of days only that are over', () => {
	const operation = declaredReport({ daysOverOnly: 'Fake Ads gives days that are over' });
	const dateRange = operation.fields.find(({ name }) => name === 'dateRange');

	it('does not offer Today, and refuses it where an expression gives it', async () => {
		expect(JSON.stringify(dateRange)).not.toContain('today');
		const { outputs } = prepare(operation, { parameters: [{ dateRange: 'today' }] });
		await expect(outputs()).rejects.toThrow('Date Range is Today, but Fake Ads gives days that are over.');
	});
});

const limits = {
	concurrency: { default: 1, maximum: 1 },
	polling: { interval: 3, maximumInterval: 30, timeout: 1800, ordersAhead: 0 },
	holdRows: 1,
};
const policyOf = (options: object) =>
	readLoadSettings(parametersOf({ options }, loadOptions(limits)), limits).polling;

describe('polling', () => {
	it('grows from the interval to its maximum, until the deadline', () => {
		expect(policyOf({})).toEqual({
			firstDelayMs: 3000,
			factor: 1.5,
			maxDelayMs: 30_000,
			deadlineMs: 1_800_000,
		});
	});

	it('never gets faster than the user wants', () => {
		expect(policyOf({ pollInterval: 60, pollTimeout: 120 })).toMatchObject({
			firstDelayMs: 60_000,
			maxDelayMs: 60_000,
			deadlineMs: 120_000,
		});
	});

	it.each([
		[{ pollInterval: 0 }, 'Poll Interval is 0'],
		[{ pollTimeout: 0.5 }, 'Poll Timeout is 0.5'],
	])('is refused for %j', (options, message) => {
		expect(parameterErrorOf(() => policyOf(options)).message).toContain(message);
	});
});
