import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';

import { parseRetryAfter } from '../../../connector/client/failure';

const now = Date.parse('2026-03-02T09:00:00.500Z');
const LATEST = Date.parse('9999-12-31T23:59:59.000Z');

describe('parseRetryAfter', () => {
	it.each([
		['0', 0],
		['00', 0],
		['1', 1000],
		[' 120 ', 120_000],
		['9999999999', 9_999_999_999_000],
		['Mon, 02 Mar 2026 09:00:01 GMT', 500],
		['Mon, 02 Mar 2026 10:00:00 GMT', 3_599_500],
		// The wrong name of the day does not make the moment unclear.
		['Tue, 02 Mar 2026 10:00:00 GMT', 3_599_500],
		// The two obsolete forms that RFC 9110, section 5.6.7, wants to be read.
		['Monday, 02-Mar-26 10:00:00 GMT', 3_599_500],
		['Saturday, 07-Nov-26 09:00:00 GMT', Date.parse('2026-11-07T09:00:00Z') - now],
		['Mon Mar  2 10:00:00 2026', 3_599_500],
		['Thu Mar 12 09:00:00 2026', Date.parse('2026-03-12T09:00:00Z') - now],
		// Two digits of a year are at most 50 years ahead.
		['Monday, 02-Mar-76 10:00:00 GMT', Date.parse('2076-03-02T10:00:00Z') - now],
	])('reads %p', (value, ms) => {
		expect(parseRetryAfter(value, now)).toBe(ms);
	});

	it.each([
		undefined,
		'',
		' ',
		'-5',
		'+5',
		'1.5',
		'1e3',
		'0x10',
		'Infinity',
		'5s',
		'5, 6',
		'12345678901',
		'٥',
		'2026-03-02T10:00:00Z',
		'Mon, 02-Mar-26 10:00:00 GMT',
		'Monday, 02-Mar-2026 10:00:00 GMT',
		'Monday, 31-Feb-27 10:00:00 GMT',
		'Wednesday, 02-Mar-77 10:00:00 GMT',
		'Mon Mar 2 10:00:00 2026',
		'Mon Mar 02 10:00:00 2026 GMT',
		'Sun Feb 30 10:00:00 2027',
		'Mon, 2 Mar 2026 10:00:00 GMT',
		'Mon, 02 Mar 2026 10:00:00 +0300',
		'Mon, 02 Mar 2026 10:00:00',
		'Mon, 02 Mär 2026 10:00:00 GMT',
		'Mon, 02 Xyz 2026 10:00:00 GMT',
		'Sat, 31 Feb 2026 10:00:00 GMT',
		'Mon, 02 Mar 2026 24:00:00 GMT',
		'Mon, 02 Mar 2026 10:60:00 GMT',
		'Mon, 02 Mar 2026 09:00:00 GMT',
		'Thu, 01 Jan 1970 00:00:00 GMT',
	])('takes %p for no information', (value) => {
		expect(parseRetryAfter(value, now)).toBeUndefined();
	});

	it('gives back any number of whole seconds', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: 9_999_999_999 }),
				fc.integer({ min: 0, max: LATEST }),
				(seconds, moment) => {
					expect(parseRetryAfter(String(seconds), moment)).toBe(seconds * 1000);
				},
			),
		);
	});

	it('gives back any moment to come, whenever it is read', () => {
		const moments = fc.tuple(fc.integer({ min: 0, max: LATEST }), fc.integer({ min: 0, max: LATEST / 1000 }));
		fc.assert(
			fc.property(moments, ([read, seconds]) => {
				const wait = seconds * 1000 - read;
				const header = new Date(seconds * 1000).toUTCString();
				expect(parseRetryAfter(header, read)).toBe(wait > 0 ? wait : undefined);
			}),
			{ numRuns: 1000 },
		);
	});

	it('never gives anything but a time to come or nothing, whatever the header', () => {
		const text = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.string({ unit: fc.constantFrom('0', '1', '9', ' ', ',', ':', '-', '.', 'GMT', 'Mon', 'Feb') }),
			fc.date().map(String),
		);
		fc.assert(
			fc.property(text, (value) => {
				const ms = parseRetryAfter(value, now);
				if (ms === undefined) return;
				expect(Number.isInteger(ms)).toBe(true);
				expect(ms).toBeGreaterThanOrEqual(0);
				expect(ms).toBeLessThanOrEqual(9_999_999_999_000);
			}),
			{ numRuns: 1000 },
		);
	});
});
