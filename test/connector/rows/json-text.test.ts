import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';

import { parseJson as parseBytes, readJson, rowSource, type JsonRows } from '../../../connector/rows';
import { arbitraryChunks, collectRows, cut, Source } from './chunks';

const parseJson = (json: string) => parseBytes(Buffer.from(json), 'The text');

/** The 2^53 and what is just beyond it, in all lengths up to that of a UUID in digits. */
const long = fc.bigInt({ min: -(10n ** 39n), max: 10n ** 39n });
const nearby = fc.bigInt({ min: 2n ** 53n - 3n, max: 2n ** 53n + 3n });
const text = fc
	.oneof(
		fc.string(),
		// What looks like a number amid JSON, inside of a string.
		fc.array(fc.constantFrom(':', ',', '[', ']', '"', '\\', ' ', '-', '12345678901234567890', '{}'), {
			maxLength: 6,
		}),
		nearby.map(String),
	)
	.map((parts) => (typeof parts === 'string' ? parts : parts.join('')));

const { value } = fc.letrec<{ value: unknown }>((tie) => ({
	value: fc.oneof(
		{ depthSize: 'small', withCrossShrink: true },
		fc.oneof(
			long,
			nearby,
			text,
			fc.double({ noDefaultInfinity: true, noNaN: true }).filter((number) => !Number.isInteger(number)),
			fc.constant(null),
		),
		fc.array(tie('value'), { maxLength: 4 }),
		fc.dictionary(text, tie('value'), { maxKeys: 4 }),
	),
}));

/** As JSON with blanks where a server may put them. */
function written(something: unknown, blank: string): string {
	if (typeof something === 'bigint') return String(something);
	if (Array.isArray(something))
		return `[${blank}${something.map((entry) => written(entry, blank)).join(`,${blank}`)}${blank}]`;
	if (typeof something !== 'object' || something === null) return JSON.stringify(something);
	const fields = Object.entries(something).map(
		([name, inner]) => `${JSON.stringify(name)}${blank}:${blank}${written(inner, blank)}`,
	);
	return `{${fields.join(`${blank},${blank}`)}}`;
}

/** What has to be read: text where a number would not hold all digits. */
function expected(something: unknown): unknown {
	if (typeof something === 'bigint') {
		const isHeld =
			something <= BigInt(Number.MAX_SAFE_INTEGER) && something >= BigInt(Number.MIN_SAFE_INTEGER);
		return isHeld ? Number(something) : String(something);
	}
	if (Array.isArray(something)) return something.map(expected);
	if (typeof something === 'number') return JSON.parse(JSON.stringify(something)) as unknown;
	if (typeof something !== 'object' || something === null) return something;
	return Object.fromEntries(Object.entries(something).map(([name, inner]) => [name, expected(inner)]));
}

const blanks = fc.constantFrom('', ' ', '\n\t');

describe('parseJson', () => {
	it.each<[string, unknown]>([
		['9007199254740991', 9007199254740991],
		['9007199254740992', '9007199254740992'],
		['-9007199254740993', '-9007199254740993'],
		['[12345678901234567890,12345678901234567891]', ['12345678901234567890', '12345678901234567891']],
		['{"id":12345678901234567890}', { id: '12345678901234567890' }],
		[
			'{"a":["x: 12345678901234567890, y",12345678901234567890]}',
			{ a: ['x: 12345678901234567890, y', '12345678901234567890'] },
		],
		['{"12345678901234567890":1}', { '12345678901234567890': 1 }],
		['{"a":"12345678901234567890"}', { a: '12345678901234567890' }],
		[
			'[0.12345678901234567890,1e20,12345678901234567890.5]',
			[0.12345678901234568, 1e20, 12345678901234567000],
		],
		['{"__proto__":12345678901234567890}', JSON.parse('{"__proto__":"12345678901234567890"}')],
	])('%s', (json, result) => {
		expect(parseJson(json)).toEqual(result);
	});

	it.each([
		'01234567890123456789',
		'[-01234567890123456789]',
		'{12345678901234567890:1}',
		'12345678901234567890x',
		'["12345678901234567890',
		'[1 12345678901234567890]',
	])('refuses %s, as JSON.parse does', (json) => {
		expect(() => parseJson(json)).toThrow(SyntaxError);
	});

	it('keeps all digits of whole numbers, wherever they stand and whatever stands around them', () => {
		fc.assert(
			fc.property(value, blanks, (something, blank) => {
				expect(parseJson(written(something, blank))).toEqual(expected(something));
			}),
			{ numRuns: 2000 },
		);
	});

	it('reads what JSON.parse reads, and refuses what it refuses', () => {
		const pieces = fc.array(
			fc.constantFrom(
				'12345678901234567890',
				'{',
				'}',
				'[',
				']',
				'"',
				',',
				':',
				'\\',
				'-',
				'.',
				'e',
				'0',
				'a',
				' ',
			),
		);
		fc.assert(
			fc.property(pieces, (list) => {
				const json = list.join('');
				let isJson = true;
				try {
					JSON.parse(json);
				} catch {
					isJson = false;
				}
				if (isJson) expect(() => parseJson(json)).not.toThrow();
				else expect(() => parseJson(json)).toThrow(SyntaxError);
			}),
			{ numRuns: 5000 },
		);
	});
});

describe('readJson', () => {
	it('keeps all digits, however the body is cut', async () => {
		const input = value.chain((something) =>
			fc.record({
				something: fc.constant(something),
				chunks: arbitraryChunks(Buffer.from(written(something, ''))),
			}),
		);
		await fc.assert(
			fc.asyncProperty(input, async ({ something, chunks }) => {
				expect(await readJson(new Source(chunks))).toEqual(expected(something));
			}),
		);
	});

	const rows = Array.from({ length: 60_000 }, (_none, index) => ({
		id: String(12345678901234567890n + BigInt(index)),
		n: index,
	}));
	const body = Buffer.from(`{"data":[${rows.map(({ id, n }) => `{"id":${id},"n":${n}}`).join(',')}]}`);

	it('keeps them in rows that are parsed in pieces', async () => {
		expect(await readJson(new Source(cut(body, [1000, 100_000])))).toEqual({ data: rows });
	});

	it('keeps them in rows that are parsed when they are read', async () => {
		const { data } = (await readJson(new Source([body]), { unparsedRows: true })) as { data: JsonRows };
		expect(await collectRows(rowSource(data).pages() as AsyncIterable<typeof rows>)).toEqual(rows);
	});
});
