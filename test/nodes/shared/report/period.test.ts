import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import type { DateWindow } from '../../../../connector/slices';
import { declaredReport, pagesOf, prepare } from '../fake-platform';

/** The days that an operation gets, at 12:00 in Moscow on 2026-03-02, and what is said about them. */
async function windowOf(
	parameters: INodeParameters,
): Promise<{ window: DateWindow | undefined; remarks: string[] }> {
	let window: DateWindow | undefined;
	const operation = declaredReport({
		read: () => (slice) => {
			({ window } = slice);
			return pagesOf([]);
		},
	});
	const { node, outputs } = prepare(operation, { parameters: [parameters] });
	await outputs();
	return { window, remarks: node.hints.slice(1) };
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
		['Pacific/Kiritimati', '2026-03-01'],
	])('ends yesterday in %s', async (timezone, dateTo) => {
		const { window } = await windowOf({ dateRange: 'yesterday', options: { timezone } });
		expect(window).toEqual({ dateFrom: dateTo, dateTo });
	});

	it('may be that of two dates', async () => {
		const dates = { dateRange: 'custom', dateFrom: '2026-01-01T00:00:00', dateTo: '2026-01-31T21:30:00Z' };
		await expect(windowOf(dates)).resolves.toEqual({
			window: { dateFrom: '2026-01-01', dateTo: '2026-02-01' },
			remarks: [],
		});
	});

	it('is told to hold days that are not over', async () => {
		const dates = { dateRange: 'custom', dateFrom: '2026-03-01', dateTo: '2026-03-02' };
		const { remarks } = await windowOf(dates);
		expect(remarks).toEqual([expect.stringContaining('days that are not over in Europe/Moscow')]);
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
	])('is refused for %j', async (parameters, message) => {
		await expect(windowOf(parameters)).rejects.toThrow(message);
	});
});
