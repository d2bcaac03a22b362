import { describe, expect, it } from '@jest/globals';
import type { INodePropertyOptions } from 'n8n-workflow';

import {
	dateFields,
	dateRange as dateRangeField,
	refuseRange,
	SINCE_LAST_RUN,
	withoutRange,
} from '../../../../nodes/shared/report/date-fields';
import type { FixedRange } from '../../../../nodes/shared/report/date-range';
import { parameterErrorOf, parametersOf } from '../parameters/parameters-of';
import { told } from './resolved-range';

const JANUARY = { dateFrom: '2024-01-01', dateTo: '2024-01-31' };

const choicesOf = (fields: typeof dateFields) =>
	(fields.find(({ name }) => name === 'dateRange')!.options as INodePropertyOptions[]).map(
		({ value }) => value,
	);

describe('Date Range', () => {
	it('offers what can be resolved, and Since Last Run', () => {
		const choices = choicesOf(dateFields);
		expect(choices).toContain(SINCE_LAST_RUN);
		for (const range of choices.filter((choice) => choice !== SINCE_LAST_RUN))
			expect(told(range as FixedRange, { now: '2024-02-15T12:00:00Z' }, JANUARY).window).toMatchObject({
				dateTo: expect.stringMatching(/^2024-/),
			});
	});

	it.each(['', 'lastYear', 'constructor', '__proto__'])('refuses %p, and names what there is', (value) => {
		const error = parameterErrorOf(() => dateRangeField.read(parametersOf({ dateRange: value }, dateFields)));
		expect(error).toMatchObject({
			parameter: 'Date Range',
			message: `Date Range is "${value}", which is not one of its values.`,
			advice: `Use one of: ${choicesOf(dateFields).join(', ')}.`,
		});
	});

	it('stands in the order in which people think of days', () => {
		expect(choicesOf(dateFields)).toEqual([
			...['today', 'yesterday', 'last7Days', 'last14Days', 'last30Days', 'last90Days'],
			...['lastWeek', 'thisMonth', 'lastMonth', 'sinceLastRun', 'custom'],
		]);
		expect(dateRangeField.field.default).toBe('last7Days');
	});

	it('is followed by what the range needs, at once', () => {
		const shown = dateFields.map(({ name, required, displayOptions }) => [
			name,
			required,
			displayOptions?.show?.dateRange,
		]);
		expect(shown.slice(1)).toEqual([
			['initialDateFrom', true, ['sinceLastRun']],
			['dateFrom', true, ['custom']],
			['dateTo', true, ['custom']],
		]);
	});

	it.each(['today', SINCE_LAST_RUN] as const)(
		'has no %s where there is no sense in it, not by expression either',
		(range) => {
			expect(choicesOf(dateFields.flatMap(withoutRange(range)))).toEqual(
				choicesOf(dateFields).filter((value) => value !== range),
			);
			expect(choicesOf(dateFields)).toContain(range);
			const refuse = (dateRange: string) => () => {
				refuseRange(parametersOf({ dateRange }, dateFields), range, 'this has none');
			};
			const name = range === 'today' ? 'Today' : 'Since Last Run';
			expect(parameterErrorOf(refuse(range))).toMatchObject({
				parameter: 'Date Range',
				message: `Date Range is ${name}, but this has none.`,
			});
			expect(refuse('yesterday')).not.toThrow();
		},
	);

	it('keeps what goes with another range too', () => {
		const shared = { ...dateFields[1]!, displayOptions: { show: { dateRange: ['today', 'custom'] } } };
		expect(withoutRange('today')(shared)).toEqual([shared]);
	});

	it('loses what goes with a range that it lacks', () => {
		const names = dateFields.flatMap(withoutRange(SINCE_LAST_RUN)).map(({ name }) => name);
		expect(names).toEqual(['dateRange', 'dateFrom', 'dateTo']);
	});
});
