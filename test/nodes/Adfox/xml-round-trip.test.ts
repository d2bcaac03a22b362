import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';

import { readXmlRows, type XmlAnswer, type XmlFields, type XmlValue } from '../../../nodes/Adfox/xml-rows';
import { arbitraryChunks, Source } from '../../connector/rows/chunks';

const WINDOWS_1251 = new TextDecoder('windows-1251').decode(
	Uint8Array.from({ length: 256 }, (_, byte) => byte),
);

const encoders = {
	'utf-8': (text: string) => Buffer.from(text),
	'windows-1251': (text: string) =>
		// What the charset lacks travels as a character reference.
		Buffer.from(
			Array.from(text).flatMap((character) => {
				const byte = WINDOWS_1251.indexOf(character);
				return byte >= 0 ? [byte] : [...Buffer.from(`&#x${character.codePointAt(0)!.toString(16)};`)];
			}),
		),
};
type Charset = keyof typeof encoders;

const name = fc.oneof(
	fc
		.string({ unit: fc.constantFrom(...Array.from('aBЖ_row07.-')), minLength: 1, maxLength: 6 })
		.filter((text) => !/^[0-9.-]|^row\d+$/.test(text)),
	fc.constantFrom('__proto__', 'constructor', 'toString', 'row', 'rowspan', 'data', 'status'),
);
/** All that XML can hold, but for carriage returns, which it turns into line feeds. */
const character = fc.oneof(
	fc.constantFrom(...Array.from('<>&"\'[]-;#? \n\tЖё№\x98🙂\uFEFF\uFFFD')),
	fc.integer({ min: 0x20, max: 0xd7ff }).map((code) => String.fromCodePoint(code)),
	fc.integer({ min: 0x10000, max: 0x10ffff }).map((code) => String.fromCodePoint(code)),
);
const value = fc.string({ unit: character, maxLength: 8 });

const { fields } = fc.letrec<{ value: XmlValue; fields: XmlFields }>((tie) => ({
	value: fc.oneof(
		{ maxDepth: 2, withCrossShrink: true },
		value,
		tie('fields'),
		fc.array(fc.oneof(value, tie('fields')), { minLength: 1, maxLength: 3 }),
	),
	fields: fc
		.uniqueArray(fc.tuple(name, tie('value')), { selector: ([key]) => key, minLength: 1, maxLength: 3 })
		.map((entries) => Object.fromEntries(entries)),
}));

function escape(text: string): string {
	return text.replace(/[<&]/g, (found) => (found === '<' ? '&lt;' : '&amp;')).replaceAll(']]>', ']]&gt;');
}

const cdata = (text: string) => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

/** Writes values; which row goes first and how text is written, the given numbers decide. */
function xmlWriter(charset: Charset, choices: readonly number[]) {
	let chosen = 0;
	const choose = (count: number) => (choices[chosen++ % choices.length] ?? 0) % count;
	const inCharset = (text: string) =>
		charset === 'utf-8' || Array.from(text).every((character) => WINDOWS_1251.includes(character));

	function write(value: XmlValue): string {
		if (typeof value === 'string') return choose(3) === 0 && inCharset(value) ? cdata(value) : escape(value);
		if (!Array.isArray(value))
			return Object.entries(value)
				.map(([key, child]) => element(key, child))
				.join('\n');
		const rows = value.map((row: XmlValue, index) => element(`row${index}`, row));
		const first = choose(rows.length + 1);
		return [...rows.slice(first).reverse(), ...rows.slice(0, first)].join('');
	}

	function element(name: string, value: XmlValue): string {
		return value === '' && choose(2) === 0 ? `<${name} />` : `<${name}>${write(value)}</${name}>`;
	}

	return element;
}

/** Things that look like XML, most of them wrong. */
const markup = fc.string({
	unit: fc.constantFrom(
		...Array.from('</>&;"x '),
		...['<a>', '</a>', '<!', '--', '<?', '?>', '[CDATA[', ']]>', 'DOCTYPE'],
	),
	maxLength: 30,
});

const document = fc
	.record({
		status: fields,
		result: fields.map(({ data: _data, ...others }) => others),
		rows: fc.option(fc.array(fields, { minLength: 1, maxLength: 12 }), { nil: undefined }),
		charset: fc.constantFrom<Charset>('utf-8', 'windows-1251'),
		choices: fc.array(fc.nat(1000), { minLength: 1, maxLength: 20 }),
		trailing: fc.oneof(
			fc.uint8Array({ maxLength: 30 }),
			markup.map((text) => Buffer.from(text)),
		),
	})
	.chain(({ charset, choices, trailing, status, result, rows }) => {
		const element = xmlWriter(charset, choices);
		const answer = { status, result: { ...result, ...(rows === undefined ? {} : { data: rows }) } };
		const parts = Object.entries(answer).map(([key, part]) => element(key, part));
		const root = `<response>${(choices[0]! % 2 === 0 ? parts : parts.reverse()).join('')}</response>`;
		const text = `<?xml version="1.0" encoding="${charset}"?>${root}`;
		const bytes = Buffer.concat([encoders[charset](text), trailing]);
		return fc.record({
			expected: fc.constant<XmlAnswer>({ status, result, rows, spoilt: [] }),
			chunks: arbitraryChunks(bytes),
		});
	});

/** Objects as pairs, since toEqual does not look at a property called `__proto__`. */
function inPairs(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(inPairs);
	if (typeof value !== 'object' || value === null) return value;
	return { pairs: Object.entries(value).map(([key, child]) => [key, inPairs(child)]) };
}

describe('XML rows', () => {
	it('come out as they went in, in either charset, in any order, cut anywhere, whatever follows', async () => {
		await fc.assert(
			fc.asyncProperty(document, async ({ expected, chunks }) => {
				expect(inPairs(await readXmlRows(new Source(chunks)))).toEqual(inPairs(expected));
			}),
			{ numRuns: 200 },
		);
	});

	it('are never made up from other bytes', async () => {
		const bytes = fc.oneof(
			fc.uint8Array({ maxLength: 50 }),
			markup.map((xml) => Buffer.from(xml)),
			markup.map((xml) => Buffer.from(`<response>${xml}</response>`)),
		);
		await fc.assert(
			fc.asyncProperty(bytes.chain(arbitraryChunks), async (chunks) => {
				await expect(readXmlRows(new Source(chunks))).rejects.toHaveProperty('kind', 'response-invalid');
			}),
			{ numRuns: 1000 },
		);
	});
});
