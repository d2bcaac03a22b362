import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';

import { countPlainLines } from '../../../connector/rows/csv-plain-lines';

const COLUMNS = 3;

/** The same by way of text: what a reader would say who takes each line apart. */
function plainLinesOf(text: string): number | undefined {
	if (!text.endsWith('\n') || /["\uFEFF]|\r(?!\n)/.test(text)) return undefined;
	const lines = text.split('\n').slice(0, -1);
	return lines.every((line) => line.split(',').length === COLUMNS) ? lines.length : undefined;
}

/** At every place relative to the words that are read: the count may not depend on it. */
function countedEverywhere(text: string): (number | undefined)[] {
	const bytes = Buffer.from(text);
	return [0, 1, 2, 3].map((offset) => {
		const room = Buffer.from(new ArrayBuffer(bytes.length + offset));
		bytes.copy(room, offset);
		return countPlainLines([room.subarray(offset)], COLUMNS);
	});
}

const alike = (count: number | undefined) => [count, count, count, count];

describe('the count of plain lines', () => {
	it('is that of lines with the right number of values', () => {
		const value = fc.stringMatching(/^[ !#+\-./0-9A-Яя🙂]{0,7}$/u);
		const line = fc
			.array(value, { minLength: COLUMNS, maxLength: COLUMNS })
			.map((values) => values.join(','));
		const end = fc.constantFrom('\n', '\r\n');
		const lines = fc.array(fc.tuple(line, end).map((parts) => parts.join('')));
		fc.assert(
			fc.property(lines, (all) => {
				expect(countedEverywhere(all.join(''))).toEqual(alike(all.length === 0 ? undefined : all.length));
			}),
			{ numRuns: 500 },
		);
	});

	it('is that of a reader who takes each line apart, whatever the bytes', () => {
		const piece = fc.constantFrom(
			',',
			',,',
			'a',
			'-',
			'+',
			'"',
			'\r',
			'\n',
			'\r\n',
			',,\n',
			'ж',
			'\uFEFF',
			' ',
			'\0',
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
				const text = `${pieces.join('')}\n`;
				expect(countedEverywhere(text)).toEqual(alike(plainLinesOf(text)));
			}),
			{ numRuns: 5000 },
		);
	});

	it.each([
		['a broken character', Buffer.from([0x61, 0x2c, 0xd0, 0x2c, 0x62, 0x0a])],
		['a byte that is no UTF-8', Buffer.from([0x61, 0x2c, 0xff, 0x2c, 0x62, 0x0a])],
	])('is not given for %s', (_name, bytes) => {
		expect(countPlainLines([bytes], COLUMNS)).toBeUndefined();
	});
});
