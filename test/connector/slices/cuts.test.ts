import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';

import { addDays, cutIds, cutWindow, daysBetween } from '../../../connector/slices';
import { CALENDAR, daysOf, windowAt } from './calendar';

/** "01–07, 08–14" of January 2024, as the sheet writes windows. */
const january = (dateFrom: string, dateTo: string, days: number): string =>
	cutWindow({ dateFrom: `2024-01-${dateFrom}`, dateTo: `2024-01-${dateTo}` }, days)
		.map((window) => `${window.dateFrom.slice(-2)}–${window.dateTo.slice(-2)}`)
		.join(', ');

const windows = fc
	.tuple(fc.nat(CALENDAR.length - 1), fc.integer({ min: 1, max: 400 }))
	.map(([index, length]) => windowAt(index, Math.min(length, CALENDAR.length - index)));

describe('cutWindow', () => {
	it.each([
		['01', '31', '01–07, 08–14, 15–21, 22–28, 29–31'],
		['01', '01', '01–01'],
		['01', '08', '01–07, 08–08'],
		['01', '15', '01–07, 08–14, 15–15'],
	])('5.3: cuts %s – %s January into weeks %s', (dateFrom, dateTo, expected) => {
		expect(january(dateFrom, dateTo, 7)).toBe(expected);
	});

	it.each(['08', '15', '22', '29'])('S1: boundary day %s January is in one window', (day) => {
		const all = cutWindow({ dateFrom: '2024-01-01', dateTo: '2024-01-31' }, 7).flatMap(daysOf);
		expect(all.filter((other) => other === `2024-01-${day}`)).toHaveLength(1);
	});

	it.each([0, 1, 3, 7, 366])('S2: a period of one day is one window, at %i days per window', (days) => {
		const day = { dateFrom: '2024-02-29', dateTo: '2024-02-29' };
		expect(cutWindow(day, days)).toEqual([day]);
	});

	it.each([0, 1, 7])('S2: a reversed period does not pass as a period without days, at %i days', (days) => {
		expect(() => cutWindow({ dateFrom: '2024-01-02', dateTo: '2024-01-01' }, days)).toThrow(RangeError);
	});

	it('T14: the last day belongs to the window', () => {
		expect(january('28', '30', 3)).toBe('28–30');
		expect(january('28', '31', 3)).toBe('28–30, 31–31');
	});

	it.each([
		['9999-12-31', 366],
		['9999-12-31', 3_000_000],
		['2024-12-31', 366],
	])('ends with %s, whatever its year, at %i days', (dateTo, days) => {
		const cut = cutWindow({ dateFrom: '2024-01-01', dateTo }, days);
		expect(cut).toHaveLength(Math.ceil(daysBetween('2024-01-01', dateTo) / days));
		expect(cut.at(-1)).toMatchObject({ dateTo });
	});

	it.each([
		['2024-01-01', 'tomorrow'],
		['', '2024-01-01'],
	])('refuses the window from %p to %p, which are no days', (dateFrom, dateTo) => {
		expect(() => cutWindow({ dateFrom, dateTo }, 1)).toThrow(RangeError);
	});

	it('leaves the window whole at 0 days', () => {
		const window = { dateFrom: '2023-01-01', dateTo: '2028-12-31' };
		expect(cutWindow(window, 0)).toEqual([window]);
	});

	it.each([
		['a leap day', ['2024-02-28', '2024-02-29', '2024-03-01']],
		['no leap day', ['2023-02-28', '2023-03-01']],
		['no leap day in a century', ['2100-02-28', '2100-03-01']],
		['a leap day in the fourth century', ['2000-02-28', '2000-02-29', '2000-03-01']],
		['the end of a short month', ['2024-04-30', '2024-05-01']],
		['the end of a year', ['2024-12-31', '2025-01-01']],
		['a change of the clocks', ['2024-03-30', '2024-03-31', '2024-04-01']],
	])('goes day by day over %s', (_name, days) => {
		const window = { dateFrom: days[0]!, dateTo: days.at(-1)! };
		expect(cutWindow(window, 1)).toEqual(days.map((day) => ({ dateFrom: day, dateTo: day })));
	});

	it('covers each day once, in order, in windows of at most n days', () => {
		fc.assert(
			fc.property(windows, fc.integer({ min: 1, max: 60 }), (window, days) => {
				const cut = cutWindow(window, days);
				expect(cut.flatMap(daysOf)).toEqual(daysOf(window));
				const lengths = cut.map((part) => daysOf(part).length);
				expect(lengths.slice(0, -1).every((length) => length === days)).toBe(true);
				expect(lengths.at(-1)).toBeGreaterThanOrEqual(1);
				expect(lengths.at(-1)).toBeLessThanOrEqual(days);
			}),
		);
	});
});

describe('days', () => {
	it('are counted as a calendar counts them, there and back', () => {
		fc.assert(
			fc.property(windows, (window) => {
				const days = daysOf(window).length;
				expect(daysBetween(window.dateFrom, window.dateTo)).toBe(days);
				expect(addDays(window.dateFrom, days - 1)).toBe(window.dateTo);
				expect(addDays(window.dateTo, 1 - days)).toBe(window.dateFrom);
			}),
		);
	});
});

// Few different ones, so that repeats are the rule.
const idLists = fc.array(fc.nat(30).map(String), { maxLength: 80 });

describe('cutIds', () => {
	it('S3: ids beyond the first ten are in further batches', () => {
		const ids = Array.from({ length: 25 }, (_, index) => String(index));
		expect(cutIds(ids, 10)).toEqual([ids.slice(0, 10), ids.slice(10, 20), ids.slice(20)]);
	});

	it('drops repeats before it counts', () => {
		expect(cutIds(['3', '1', '3', '2', '1'], 2)).toEqual([['3', '1'], ['2']]);
	});

	it('keeps all ids together at 0', () => {
		expect(cutIds(['3', '1', '3', '2'], 0)).toEqual([['3', '1', '2']]);
	});

	it.each([0, 1, 10])('T22: no ids make no batch, at %i per batch', (size) => {
		expect(cutIds([], size)).toEqual([]);
	});

	it('takes ids as text: 07 is not 7, and a long one keeps its digits', () => {
		const ids = ['7', '07', '9007199254740993', '9007199254740992'];
		expect(cutIds(ids, 10)).toEqual([ids]);
	});

	it('gives each id once, in its order, in batches that are never empty and never too large', () => {
		fc.assert(
			fc.property(idLists, fc.integer({ min: 1, max: 12 }), (ids, size) => {
				const batches = cutIds(ids, size);
				expect(batches.flat()).toEqual(ids.filter((id, index) => ids.indexOf(id) === index));
				expect(batches.every((batch) => batch.length >= 1 && batch.length <= size)).toBe(true);
				expect(batches.slice(0, -1).every((batch) => batch.length === size)).toBe(true);
			}),
		);
	});
});
