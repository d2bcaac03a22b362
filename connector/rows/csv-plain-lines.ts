import { isUtf8 } from 'node:buffer';

import { decodeUtf8 } from './bytes';
import { CsvRecordReader, CsvRowReader } from './csv-reader';
import type { Page, Row } from './row';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const QUOTE = 0x22;
const COMMA = 0x2c;
const LINE_END = Buffer.from('\r\n');
const EXTRA_LINE_END = Buffer.from(',\r\n');
/** A BOM amid the text needs quotes when it is written. */
const BOM = Buffer.from('\uFEFF');

/**
 * Whole lines of a CSV file without a quote, each with a value for every column. Rows are made of them when somebody
 * looks at one; whoever writes CSV may take the lines instead.
 */
export class PlainLines implements Page {
	private made: Row[] | undefined;

	/**
	 * @param parts of whole lines each, in which {@link countPlainLines} found nothing wrong
	 * @param length the number of lines that it found
	 */
	constructor(
		private readonly columns: readonly string[],
		private readonly parts: readonly Buffer[],
		readonly length: number,
	) {}

	[Symbol.iterator](): Iterator<Row> {
		return this.rows()[Symbol.iterator]();
	}

	slice(start?: number, end?: number): Page {
		return this.rows().slice(start, end);
	}

	map<Value>(make: (row: Row) => Value): Value[] {
		return this.rows().map(make);
	}

	hasColumns(columns: readonly string[]): boolean {
		return (
			columns.length === this.columns.length &&
			columns.every((column, index) => column === this.columns[index])
		);
	}

	/** The lines with CRLF, and with one more empty value each if `extra`; copied line by line, since a string costs more. */
	rewritten(extra: boolean): Buffer {
		const end = extra ? EXTRA_LINE_END : LINE_END;
		const bytes = this.parts.reduce((sum, part) => sum + part.length, 0);
		const written = Buffer.allocUnsafe(bytes + this.length * end.length);
		let length = 0;
		for (const part of this.parts) {
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

	private rows(): readonly Row[] {
		if (this.made === undefined) {
			const records = new CsvRecordReader();
			// That it is UTF-8 is known; this is the faster way to decode it.
			records.load(decodeUtf8(Buffer.concat(this.parts), 'The CSV file'));
			this.made = new CsvRowReader(records, this.columns).read();
		}
		return this.made;
	}
}

/**
 * Counts the lines of a block that can be written as they are: the right number of values in each, no quotes, UTF-8.
 *
 * @param parts of whole lines each
 * @param columns of one column alone an empty value would be a blank line, so it takes two
 * @returns undefined when the block has to be taken apart, be it to say what is wrong with it
 */
export function countPlainLines(parts: readonly Buffer[], columns: number): number | undefined {
	if (columns < 2) return undefined;
	const lines = new LineCount(columns - 1);
	return parts.every(
		(part) => part.at(-1) === LINE_FEED && isUtf8(part) && !part.includes(BOM) && lines.takeAll(part),
	)
		? lines.ended
		: undefined;
}

/** Takes four bytes at a time, which is twice as fast as one by one; little-endian, as every machine that n8n runs on. */
class LineCount {
	ended = 0;
	private commas = 0;

	constructor(private readonly commasPerLine: number) {}

	/** @returns whether all lines are plain so far */
	takeAll(part: Buffer): boolean {
		const start = Math.min((4 - (part.byteOffset % 4)) % 4, part.length);
		const words = wordsFrom(part.subarray(start));
		const end = start + words.length * 4;
		if (!this.take(part, filledUp(part.subarray(0, start)), 0)) return false;
		for (let index = 0; index < words.length; index++)
			if (!this.take(part, words[index] ?? 0, start + index * 4)) return false;
		return this.take(part, filledUp(part.subarray(end)), end);
	}

	/**
	 * Bytes up to the comma, which are all that matter here, show in the high bits of `word - 0x2d2d2d2d`. A borrow may
	 * add one that is none of them, so each is looked at itself.
	 *
	 * @param offset of its first byte
	 */
	private take(part: Buffer, word: number, offset: number): boolean {
		for (let low = (word - 0x2d2d2d2d) & ~word & 0x80808080; low !== 0; low &= low - 1) {
			const highBit = 31 - Math.clz32(low & -low);
			const byte = (word >>> (highBit - 7)) & 0xff;
			if (byte === COMMA) this.commas++;
			else if (byte === LINE_FEED) {
				if (this.commas !== this.commasPerLine) return false;
				this.commas = 0;
				this.ended++;
			} else if (byte === QUOTE) return false;
			else if (byte === CARRIAGE_RETURN && part[offset + (highBit >> 3) + 1] !== LINE_FEED) return false;
		}
		return true;
	}
}

/** What is shorter than a word may also begin where none can. */
function wordsFrom({ buffer, byteOffset, length }: Buffer): Int32Array {
	return length < 4 ? new Int32Array() : new Int32Array(buffer, byteOffset, length >> 2);
}

/** Less than a word of bytes as a word, with others that mean nothing. */
function filledUp(bytes: Buffer): number {
	const word = Buffer.alloc(4, 0xff);
	bytes.copy(word);
	return word.readInt32LE();
}
