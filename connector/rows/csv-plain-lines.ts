import type { Page, Row } from './row';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const LINE_END = Buffer.from('\r\n');
const EXTRA_LINE_END = Buffer.from(',\r\n');

/** Whole lines of a CSV file without a quote, each with a value for every column. */
export interface PlainLines {
	readonly columns: readonly string[];
	/** Of whole lines each. */
	readonly parts: readonly Buffer[];
	readonly rows: number;
}

const linesOfPages = new WeakMap<Page, PlainLines>();

/**
 * A page whose rows are made when somebody looks at them. Its length is known before, and whoever writes CSV may take
 * the lines instead ({@link plainLinesOf}).
 *
 * @param read makes the rows; called once, and only after `countPlainLines` has found nothing wrong
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

/** The lines with CRLF, and with one more empty value each if `extra`; copied line by line, since a string costs more. */
export function rewriteLines({ parts, rows }: PlainLines, extra: boolean): Buffer {
	const end = extra ? EXTRA_LINE_END : LINE_END;
	const bytes = parts.reduce((sum, part) => sum + part.length, 0);
	const written = Buffer.allocUnsafe(bytes + rows * end.length);
	let length = 0;
	for (const part of parts) {
		let start = 0;
		for (let lineFeed = part.indexOf(LINE_FEED); lineFeed >= 0; lineFeed = part.indexOf(LINE_FEED, start)) {
			const lineEnd = part[lineFeed - 1] === CARRIAGE_RETURN ? lineFeed - 1 : lineFeed;
			length += part.copy(written, length, start, lineEnd);
			for (const byte of end) written[length++] = byte;
			start = lineFeed + 1;
		}
	}
	return written.subarray(0, length);
}
