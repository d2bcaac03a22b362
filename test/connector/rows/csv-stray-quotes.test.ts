import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';

import { ResponseInvalidError } from '../../../connector/errors';
import { decodeCsv } from '../../../connector/rows';
import { readStrayQuotes } from '../../../connector/rows/csv-stray-quotes';
import { everyReading } from './every-reading';
import { arbitraryChunks, collectRows, cut, Source } from './chunks';

async function decode(file: string, offsets?: readonly number[]) {
	const lines: number[] = [];
	const source = new Source(cut(Buffer.from(file), offsets));
	const rows = await collectRows(decodeCsv(source, { onStrayQuote: (line) => lines.push(line) }));
	return { rows: rows.map((row) => Object.values(row)), lines };
}

describe('a stray quote', () => {
	it.each<[string, string, string[]]>([
		['amid a value', '5" disk,2', ['5" disk', '2']],
		['at the end of a value', '5",2', ['5"', '2']],
		['amid quotes', '"Acme "Best" Ltd",2', ['Acme "Best" Ltd', '2']],
		['at the end of quotes', '"5"",2', ['5"', '2']],
		['in front of a comma, amid quotes', '"Acme "Best", Moscow",2', ['Acme "Best", Moscow', '2']],
		[
			'beside quotes that are doubled as they should be',
			'"Acme ""Best"", Moscow",5"',
			['Acme "Best", Moscow', '5"'],
		],
		['behind a blank', '1, "a"', ['1', ' "a"']],
	])('%s is a part of the value, and its line is told', async (_where, line, values) => {
		for (const end of ['\n', '\r\n']) {
			const file = ['a,b', '"1","x', 'y"', line, '3,"4"', ''].join(end);
			const expected = { rows: [['1', `x${end}y`], values, ['3', '4']], lines: [4] };
			expect(await decode(file)).toEqual(expected);
			expect(await decode(file, [])).toEqual(expected);
			expect(await decode(['a,b', line].join(end), [])).toEqual({ rows: [values], lines: [2] });
		}
	});

	it.each([
		['when no reading has enough values', '"1" ,2'],
		['when none has so few', '5",2,3'],
		['when two readings have', '"a","b" ,"c","d"'],
		['alone', '1,"'],
		['that opens what ends on another line', '1,"x" y\nz"'],
	])('%s is refused with its line', async (_when, line) => {
		const file = `a,b\n1,2\n${line}\n3,"4"\n`;
		for (const offsets of [undefined, []]) {
			const failure = decode(file, offsets);
			await expect(failure).rejects.toThrow(ResponseInvalidError);
			await expect(failure).rejects.toThrow(/line 3 .* quote|quotes, in the row that begins on line 3/);
		}
	});

	it('in the header is refused, since how many columns there are is not known', async () => {
		await expect(decode('a",b\n1,2\n')).rejects.toThrow(/line 1 .* quote/);
	});

	it('takes no other row with it, wherever the file is cut', async () => {
		const value = fc
			.string({ unit: fc.constantFrom(...Array.from('"ab ж')), minLength: 1 })
			.filter((text) => !text.startsWith('"'));
		const quoted = fc
			.string({ unit: fc.constantFrom(...Array.from('a,\n"')) })
			.map((text) => `"${text.replaceAll('"', '""')}"`);
		const line = fc.tuple(fc.oneof(value, quoted), value);
		const input = fc.array(line, { minLength: 1 }).chain((lines) =>
			fc.record({
				lines: fc.constant(lines),
				chunks: arbitraryChunks(Buffer.from(['a,b', ...lines.map((values) => values.join(','))].join('\n'))),
			}),
		);
		await fc.assert(
			fc.asyncProperty(input, async ({ lines, chunks }) => {
				const plain = (text: string) =>
					text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text;
				const multiline = ([first, second]: readonly string[]) =>
					first?.includes('\n') === true && second?.includes('"') === true;
				fc.pre(!lines.some(multiline));
				// Values without a leading quote and proper quotes can be told apart, unless both are read in two ways.
				const rows = await collectRows(decodeCsv(new Source(chunks))).catch((error: unknown) => {
					if (error instanceof ResponseInvalidError) return undefined;
					throw error;
				});
				if (rows !== undefined)
					expect(rows.map((row) => Object.values(row))).toEqual(lines.map((values) => values.map(plain)));
				else expect(lines.some(([first, second]) => first.includes(',') && second.includes('"'))).toBe(true);
			}),
			{ numRuns: 500 },
		);
	});
});

describe('readStrayQuotes', () => {
	it('finds the one reading that there is, and none where there are more or none', () => {
		const line = fc.string({ unit: fc.constantFrom('"', ',', 'a', '"",', '","'), maxLength: 12 });
		fc.assert(
			fc.property(line, fc.integer({ min: 1, max: 5 }), (text, count) => {
				const readings = everyReading(text, count);
				expect(readStrayQuotes(text, count)).toEqual(readings.length === 1 ? readings[0] : undefined);
			}),
			{ numRuns: 5000 },
		);
	});

	it('does not try for long', () => {
		expect(readStrayQuotes('",'.repeat(32_000), 30)).toBeUndefined();
		expect(readStrayQuotes(`5"${'x'.repeat(70_000)}`, 1)).toBeUndefined();
	});
});
