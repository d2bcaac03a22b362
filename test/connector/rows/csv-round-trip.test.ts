import { gzipSync } from 'node:zlib';

import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';

import {
	chooseColumns,
	createCsvEncoder,
	decodeCsv,
	EXTRA_COLUMN,
	gunzipByMagicBytes,
	type Row,
} from '../../../connector/rows';
import { arbitraryChunks, collectRows, Source } from './chunks';

const value = fc.oneof(
	fc.string({ unit: fc.constantFrom(...Array.from(',"\r\n aЖ🙂\uFEFF')) }),
	fc.string({ unit: 'binary' }),
);
const table = fc
	.uniqueArray(fc.oneof(value, fc.constantFrom('__proto__', 'constructor', '1')), {
		minLength: 1,
		maxLength: 5,
	})
	.chain((columns) =>
		fc.record({
			columns: fc.constant(columns),
			rows: fc.array(
				fc
					.tuple(...columns.map(() => value))
					.map((values): Row => Object.fromEntries(columns.map((column, index) => [column, values[index]]))),
				{ maxLength: 20 },
			),
		}),
	);

/** Entries, since toEqual does not look at a property called `__proto__`. */
const entries = (rows: Row[]) => rows.map((row) => Object.entries(row));

describe('CSV', () => {
	it('gives back every row, however the file is cut, compressed or not', async () => {
		const input = table.chain(({ columns, rows }) => {
			const encoder = createCsvEncoder(columns);
			const file = Buffer.concat([encoder.header(), ...encoder.encode(rows)]);
			return fc.record({
				rows: fc.constant(rows),
				chunks: fc.oneof(arbitraryChunks(file), arbitraryChunks(gzipSync(file))),
			});
		});
		await fc.assert(
			fc.asyncProperty(input, async ({ rows, chunks }) => {
				const decoded = await collectRows(decodeCsv(gunzipByMagicBytes(new Source(chunks))));
				expect(entries(decoded)).toEqual(entries(rows));
				expect(decoded.every((row) => Object.getPrototypeOf(row) === Object.prototype)).toBe(true);
			}),
			{ numRuns: 500 },
		);
	});

	it('keeps every field of every row, in a column or in _extra, or says that it cannot', async () => {
		const field = fc.constantFrom('a', 'b', 'A', '_extra', '__proto__');
		const row = fc.dictionary(field, fc.string({ minLength: 1 }));
		const input = fc.record({
			requested: fc.array(field),
			known: fc.array(field),
			rows: fc.array(row, { maxLength: 6 }),
			seen: fc.nat(6),
		});
		await fc.assert(
			fc.asyncProperty(input, async ({ requested, known, rows, seen }) => {
				const columns = chooseColumns({ requested, known }, rows.slice(0, seen), seen >= rows.length);
				const encoder = createCsvEncoder(columns);
				const write = () => [encoder.header(), ...encoder.encode(rows)];
				const unasked = rows.some((row) => Object.keys(row).some((field) => !columns.includes(field)));
				if (unasked && requested.length > 0 && !columns.includes(EXTRA_COLUMN)) {
					expect(write).toThrow('not asked for');
					return;
				}
				const source = new Source(write());
				const decoded = (await collectRows(decodeCsv(source))).map(({ _extra = '', ...values }) => {
					const present = Object.entries(values).filter(([, text]) => text !== '');
					return [...present, ...Object.entries(JSON.parse(String(_extra) || '{}') as Row)].sort();
				});
				expect(decoded).toEqual(entries(rows).map((fields) => fields.sort()));
			}),
			{ numRuns: 500 },
		);
	});
});
