import { isUtf8 } from 'node:buffer';

import type { Page, Row } from './row';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const QUOTE = 0x22;
const COMMA = 0x2c;
/** A BOM amid the text needs quotes when it is written. */
const BOM = Buffer.from('\uFEFF');

/** Whole lines of a CSV file without a quote, each with a value for every column. */
export interface PlainLines {
	readonly columns: readonly string[];
	readonly bytes: Buffer;
	readonly rows: number;
}

const linesOfPages = new WeakMap<Page, PlainLines>();

/**
 * Counts the lines of a block that can be written as they are: the right number of values in each, no quotes, UTF-8.
 *
 * @param columns of one column alone an empty value would be a blank line, so it takes two
 * @returns undefined when the block has to be taken apart, be it to say what is wrong with it
 */
export function countPlainLines(block: Buffer, columns: number): number | undefined {
	if (columns < 2 || block.at(-1) !== LINE_FEED || !isUtf8(block) || block.includes(BOM)) return undefined;
	let rows = 0;
	let commas = 0;
	// An index, not for-of, which takes four times as long over a buffer.
	for (let offset = 0; offset < block.length; offset++) {
		const byte = block[offset] ?? 0;
		if (byte > COMMA) continue;
		if (byte === COMMA) commas++;
		else if (byte === LINE_FEED) {
			if (commas !== columns - 1) return undefined;
			commas = 0;
			rows++;
		} else if (byte === QUOTE || (byte === CARRIAGE_RETURN && block[offset + 1] !== LINE_FEED))
			return undefined;
	}
	return rows;
}

/**
 * A page whose rows are made when somebody looks at them. Its length is known before, and whoever writes CSV may take
 * the lines instead ({@link plainLinesOf}).
 *
 * @param read makes the rows; called once, and only after {@link countPlainLines} has found nothing wrong
 */
export function plainLinesPage(lines: PlainLines, read: () => Row[]): Page {
	const rows: Row[] = [];
	let isRead = false;
	const all = (): Row[] => {
		if (!isRead) for (const row of read()) rows.push(row);
		isRead = true;
		return rows;
	};
	const page = new Proxy<Row[]>(rows, {
		get(_rows, key) {
			if (key === 'length') return lines.rows;
			// Every `await` and `yield` asks whether a page is a promise; that is no reason to make its rows.
			if (key === 'then') return undefined;
			const value: unknown = Reflect.get(all(), key);
			// Bound to the rows, so that iterating them does not come by here for each.
			return typeof value === 'function' ? (value.bind(rows) as unknown) : value;
		},
		has: (_rows, key) => Reflect.has(all(), key),
		ownKeys: () => Reflect.ownKeys(all()),
		getOwnPropertyDescriptor: (_rows, key) => Reflect.getOwnPropertyDescriptor(all(), key),
	});
	linesOfPages.set(page, lines);
	return page;
}

export function plainLinesOf(page: Page): PlainLines | undefined {
	return linesOfPages.get(page);
}

/**
 * The lines with CRLF, and with one more empty value each if `extra`. As Latin-1 each byte is a character of its own, so
 * that native code replaces the line ends; byte by byte it takes three times as long.
 */
export function rewriteLines({ bytes }: PlainLines, extra: boolean): Buffer {
	const text = bytes.toString('latin1');
	const lines = text.includes('\r') ? text.replaceAll('\r\n', '\n') : text;
	return Buffer.from(lines.replaceAll('\n', extra ? ',\r\n' : '\r\n'), 'latin1');
}
