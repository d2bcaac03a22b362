import { gunzipSync, gzipSync } from 'node:zlib';

import { createCsvEncoder, decodeCsv, gunzipByMagicBytes } from '../../../connector/rows';
import { collect, collectRows } from '../../connector/rows/chunks';
import { everyReading } from '../../connector/rows/every-reading';
import type { Random } from '../random';
import { inPieces, Unreadable, utf8, type Decoder } from './decoder';

const CSV = [
	'InteractionTime,InteractionType,Cost\r\n2026-03-01,click,1.5\r\n2026-03-02,"визит, ""новый""",\r\n"a\r\nb",,2\r\n',
	'\uFEFFa,b\n1,2\n3,4\n',
	'one\r\n1\r\n""\r\n2\r\n',
].map((text) => Buffer.from(text));

/** Most of it can go into a file as it came. */
const PLAIN_CSV = [
	`day,type,cost\r\n${'2026-03-01,визит,1.5\r\n'.repeat(3)}2026-03-02,click,\r\n`,
	`a,b\n${'1,2\n'.repeat(5)},\n`,
	'a,b\n1,2\n"3",4\n5,6\n',
].map((text) => Buffer.from(text));

/**
 * Splits CSV character by character; a value that began with a quote ends with one. A line in which quotes stand amid
 * values is read if that can be done in one way only.
 */
function records(text: string): string[][] {
	const found: string[][] = [];
	for (let start = 0; start < text.length;) {
		try {
			const { record, end } = recordAt(text, start);
			found.push(record);
			start = end;
		} catch (error) {
			const lineFeed = text.indexOf('\n', start);
			const end = lineFeed < 0 ? text.length : lineFeed;
			const columns = found[0]?.length ?? 0;
			const [reading, ...others] = everyReading(text.slice(start, end).replace(/\r$/, ''), columns);
			if (reading === undefined || others.length > 0) throw error;
			found.push(reading);
			start = end + 1;
		}
	}
	return found;
}

function recordAt(text: string, start: number): { record: string[]; end: number } {
	const record: string[] = [];
	let value = '';
	let state: 'start' | 'plain' | 'quoted' | 'closed' = 'start';
	const endValue = () => {
		record.push(value);
		value = '';
		state = 'start';
	};
	for (let index = start; index < text.length; index++) {
		const character = text[index]!;
		const isLineEnd =
			character === '\n' || (character === '\r' && (text[index + 1] ?? '\n') === '\n' && state !== 'quoted');
		if (state === 'quoted') {
			if (character !== '"') value += character;
			else if (text[index + 1] === '"') value += text[++index]!;
			else state = 'closed';
		} else if (isLineEnd) {
			if (character === '\r') index++;
			endValue();
			return { record, end: index + 1 };
		} else if (character === ',') endValue();
		else if (state === 'closed') throw new Unreadable('text behind quotes');
		else if (character === '"') {
			if (state === 'plain') throw new Unreadable('a quote inside of a value');
			state = 'quoted';
		} else {
			value += character;
			state = 'plain';
		}
	}
	if (state === 'quoted') throw new Unreadable('open quotes');
	endValue();
	return { record, end: text.length };
}

export function simpleCsv(bytes: Buffer): Record<string, string>[] {
	const [columns, ...rest] = records(utf8(bytes));
	if (columns === undefined) return [];
	if (new Set(columns).size < columns.length) throw new Unreadable('a column twice');
	const isBlank = (record: string[]) => columns.length > 1 && record.length === 1 && record[0] === '';
	while (rest.length > 0 && isBlank(rest.at(-1)!)) rest.pop();
	return rest.map((values) => {
		if (values.length !== columns.length) throw new Unreadable('other values');
		return Object.fromEntries(columns.map((column, index) => [column, values[index]!]));
	});
}

const csvRows = (chunks: AsyncIterable<Uint8Array>) => collectRows(decodeCsv(chunks));

/** By way of a file, for which lines without quotes are not taken apart. */
async function rowsOfWritten(chunks: AsyncIterable<Uint8Array>): Promise<unknown[]> {
	let columns: readonly string[] = [];
	const written: Buffer[] = [];
	const pages = decodeCsv(chunks, {
		onColumns: (names) => {
			columns = names;
			written.push(createCsvEncoder(columns).header());
		},
	});
	for await (const page of pages) written.push(...createCsvEncoder(columns).encode(page));
	return simpleCsv(Buffer.concat(written));
}

const bytesOf = async (chunks: AsyncIterable<Uint8Array>) => Buffer.concat(await collect(chunks));

/** By the magic bytes, as one piece. */
export function simpleGunzip(bytes: Buffer): Buffer {
	if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
	try {
		return gunzipSync(bytes);
	} catch {
		throw new Unreadable('damaged gzip');
	}
}

const gzipped = [
	...CSV.map((text) => gzipSync(text)),
	Buffer.concat(CSV.slice(1).map((text) => gzipSync(text))),
];

export const fileDecoders: readonly Decoder[] = [
	{
		name: 'CSV',
		answers: CSV,
		decode: (answer, random) => csvRows(inPieces(answer, random)),
		read: simpleCsv,
	},
	{
		name: 'CSV to a file',
		answers: PLAIN_CSV,
		decode: (answer, random) => rowsOfWritten(inPieces(answer, random)),
		read: simpleCsv,
	},
	{
		name: 'gzip',
		answers: gzipped,
		decode: (answer: Buffer, random: Random) => bytesOf(gunzipByMagicBytes(inPieces(answer, random))),
		read: simpleGunzip,
	},
	{
		name: 'CSV in gzip',
		answers: gzipped.slice(0, CSV.length),
		decode: (answer, random) => csvRows(gunzipByMagicBytes(inPieces(answer, random))),
		read: (answer) => simpleCsv(simpleGunzip(answer)),
	},
];
