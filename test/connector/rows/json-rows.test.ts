import { isDeepStrictEqual } from 'node:util';

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { ResponseInvalidError } from '../../../connector/errors';
import { JsonRows, parseJson, readJson, type Page } from '../../../connector/rows';
import { collect, collectRows, Source } from './chunks';

/** About three megabytes. */
const rows = Array.from({ length: 30_000 }, (_none, id) => ({
	id,
	name: `Весна ${id}`,
	text: 'x'.repeat(60),
}));
const textOf = (envelope: object) => Buffer.from(JSON.stringify(envelope));

const parsed = (text: string) => readJson(new Source([Buffer.from(text)]));

/** How often the event loop came round while the text was parsed. */
async function turnsOf(text: string): Promise<number> {
	let turns = 0;
	let over = false;
	const count = () => {
		turns += 1;
		if (!over) setImmediate(count);
	};
	setImmediate(count);
	await parsed(text);
	over = true;
	return turns;
}

const readRows = (text: Buffer) => readJson(new Source([text]), { unparsedRows: true });

async function rowsOf(envelope: object): Promise<JsonRows> {
	const { data } = (await readRows(textOf(envelope))) as { data: JsonRows };
	expect(data).toBeInstanceOf(JsonRows);
	return data;
}

function parsedOr(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return 'no JSON';
	}
}

const bytesOf = (page: Page) => Buffer.byteLength(JSON.stringify(page));

/** What came before the failure, and the failure. */
async function readUntilBroken(text: string): Promise<{ read: Page; failure: unknown }> {
	const { data } = (await readRows(Buffer.from(text))) as { data: JsonRows };
	const pages: Page[] = [];
	try {
		for await (const page of data.pages()) pages.push(page);
	} catch (failure) {
		return { read: pages.flatMap((page) => [...page]), failure };
	}
	throw new Error('It was read to its end.');
}

describe('readJson of a long text', () => {
	it.each([
		['rows first', (data: unknown[]) => ({ data, count: data.length, has_more: true })],
		['rows last, beside another empty list', (data: unknown[]) => ({ Errors: [], count: 2, Rows: data })],
		['rows alone', (data: unknown[]) => data],
		[
			'an own key __proto__',
			(data: unknown[]) => JSON.parse(`{"__proto__":1,"data":${JSON.stringify(data)}}`) as unknown,
		],
		['two lists of rows', (data: unknown[]) => ({ data, meta: data.slice(0, 3) })],
		['rows in a list', (data: unknown[]) => [data]],
		['rows two levels down', (data: unknown[]) => ({ result: { data } })],
		['a list that looks like a place of rows', (data: unknown[]) => ({ other: ['rows'], data })],
	])('gives what JSON.parse gives: %s', async (_name, envelope) => {
		const text = JSON.stringify(envelope(rows));
		expect(JSON.stringify(await parsed(text))).toBe(text);
	});

	it('leaves the event loop free between pieces of rows', async () => {
		const text = JSON.stringify({ data: [...rows, ...rows] });
		expect(await turnsOf(text)).toBeGreaterThanOrEqual(4);
	});

	it('refuses what JSON.parse refuses', async () => {
		const text = JSON.stringify({ data: rows });
		for (const broken of [text.slice(0, -1), text.slice(0, -2), `${text}]`, text.replace('},{', '}{')])
			await expect(parsed(broken)).rejects.toThrow(/no valid JSON|breaks off/);
	});
});

describe('readJson with unparsed rows', () => {
	it('leaves the rows of a long text to whoever reads them, and reads the rest of it', async () => {
		const { data, ...others } = (await readRows(
			textOf({ Errors: [], data: rows, count: rows.length, has_more: true }),
		)) as { data: JsonRows };
		expect(others).toEqual({ Errors: [], count: rows.length, has_more: true });
		expect(await collectRows(data.pages())).toEqual(rows);
	});

	it.each([
		['as Python writes it', (text: string) => text.replaceAll('},{', '}, {').replaceAll('":', '": ')],
		['with line ends', (text: string) => JSON.stringify(JSON.parse(text), undefined, '\t')],
		['with a byte order mark', (text: string) => `\uFEFF${text}`],
	])('does so however the text is spaced: %s', async (_name, spaced) => {
		const text = spaced(JSON.stringify({ data: rows, count: rows.length }));
		const { data, ...others } = (await readRows(Buffer.from(text))) as { data: JsonRows };
		expect(data).toBeInstanceOf(JsonRows);
		expect(others).toEqual({ count: rows.length });
		const pages = await collect(data.pages());
		for (const page of pages) expect(page.length).toBeLessThan(4000);
		expect(pages.flatMap((page) => [...page])).toEqual(rows);
	});

	it.each([
		['a short text', { data: [{ id: 1 }], has_more: false }],
		['rows with lists of objects in them', { data: rows.map((row) => ({ ...row, steps: [{ step: 1 }] })) }],
		['two lists of objects', { data: rows, meta: [{ id: 1 }] }],
		['what is no list of rows', { text: 'x'.repeat(2_000_000) }],
	])('parses as a whole: %s', async (_name, envelope) => {
		expect(await readRows(textOf(envelope))).toEqual(envelope);
	});
});

describe('JsonRows', () => {
	it('are pages of about a quarter of a megabyte, and can be read again', async () => {
		const pieces = await rowsOf({ data: rows });
		const pages = await collect(pieces.pages());
		for (const page of pages.slice(0, -1)) {
			expect(bytesOf(page)).toBeGreaterThan(256 * 1024);
			expect(bytesOf(page)).toBeLessThan(330 * 1024);
		}
		expect(await collectRows(pieces.pages())).toEqual(rows);
	});

	it('are equal when their texts are', async () => {
		const pieces = await rowsOf({ data: rows });
		expect(await pieces.equals(await rowsOf({ count: 1, data: rows }))).toBe(true);
		expect(await pieces.equals(await rowsOf({ data: rows.with(-1, rows[0]!) }))).toBe(false);
	});

	it.each([
		['a value that is no row', (text: string) => text.replace(/(\{"id":20000,)/, '5,$1')],
		['a list among them', (text: string) => text.replace(/(\{"id":20000,)/, '[],$1')],
		['a quote that is missing', (text: string) => text.replace('"id":20000', 'id":20000')],
	])('end with an error after the rows before it: %s', async (_name, damaged) => {
		const { read, failure } = await readUntilBroken(damaged(JSON.stringify({ data: rows })));
		expect(failure).toBeInstanceOf(ResponseInvalidError);
		expect(read.length).toBeGreaterThan(0);
		expect(read).toEqual(rows.slice(0, read.length));
	});

	it.each([
		['text that looks like the end of a row', { text: '},{'.repeat(50) }],
		['lists of objects', { steps: Array.from({ length: 20 }, (_none, step) => ({ step, name: 'a\\"}]' })) }],
	])('are no larger where rows have %s', async (_name, value) => {
		const nested = rows.map((row, index) => (index % 3 === 0 ? { ...row, ...value } : row));
		const pages = await collect(new JsonRows(Buffer.from(JSON.stringify(nested))).pages());
		for (const page of pages) expect(bytesOf(page)).toBeLessThan(330 * 1024);
		expect(pages.flatMap((page) => [...page])).toEqual(nested);
	});

	it('are none before a failure that comes with the first one', async () => {
		const pages = new JsonRows(Buffer.from('[{"a":1},{"b":}]')).pages();
		await expect(pages.next()).rejects.toThrow(/no valid JSON/);
	});

	it('are nothing that JSON.parse refuses, wherever a text is damaged', async () => {
		const filler = 'x'.repeat(30_000);
		const nested = Array.from({ length: 4 }, (_none, id) => ({
			id,
			filler,
			steps: [{ id }, { id, text: '},{' }],
		}));
		const text = JSON.stringify(nested);
		const places = [...text.matchAll(/[^x]/g)]
			.map(({ index }) => index)
			.filter((at) => at > 0 && at < text.length - 1);
		for (const at of places)
			for (const piece of ['', ' ', ',', ':', '}', '{', ']', '[', '"', '5']) {
				const damaged = `${text.slice(0, at)}${piece}${text.slice(at + 1)}`;
				const read = await collectRows(new JsonRows(Buffer.from(damaged)).pages()).catch(() => undefined);
				expect(read === undefined || isDeepStrictEqual(read, parsedOr(damaged))).toBe(true);
			}
	});

	it('refuse bytes that are no UTF-8, wherever they stand', async () => {
		const text = textOf({ data: rows });
		text[text.length - 1000] = 0xff;
		const { data } = (await readRows(text)) as { data: JsonRows };
		await expect(collectRows(data.pages())).rejects.toThrow(/not UTF-8/);
	});

	it('give the rows that are parsed at once, whatever values they have', async () => {
		const filler = 'x'.repeat(20_000);
		const value = fc.oneof(fc.string({ unit: 'binary' }), fc.constant('},{'), fc.double(), fc.jsonValue());
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.dictionary(fc.string(), value), { minLength: 20, maxLength: 60 }),
				async (values) => {
					const data = values.map((row) => ({ filler, ...row }));
					const text = JSON.stringify(data);
					expect(JSON.stringify(await collectRows(new JsonRows(Buffer.from(text)).pages()))).toBe(
						JSON.stringify(parseJson(Buffer.from(text), 'The text')),
					);
				},
			),
			{ numRuns: 20 },
		);
	});
});
