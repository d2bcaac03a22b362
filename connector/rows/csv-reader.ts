import { ResponseInvalidError } from '../errors';
import { readStrayQuotes } from './csv-stray-quotes';
import type { Row } from './row';

const QUOTE = 0x22;
const CARRIAGE_RETURN = 0x0d;

/** Reads the records of a CSV file (RFC 4180) out of texts that hold whole records. */
export class CsvRecordReader {
	/** Line on which the next record begins; the first line of the file is 1. */
	line = 1;

	private text = '';
	private isEnd = true;
	/** The next record breaks off inside of quotes. */
	private breaksOff = false;
	private position = 0;
	/** Of the record that was read last. */
	private recordStart = 0;
	// The next of each at or behind the position, else the text's length: one search serves many cells.
	private comma = 0;
	private lineFeed = 0;
	private quote = 0;

	/**
	 * Goes on with the text that follows the one read so far.
	 *
	 * @param isEnd false where more may follow, and so the end of a record that breaks off
	 */
	load(text: string, isEnd = true): void {
		this.text = text;
		this.isEnd = isEnd;
		this.breaksOff = false;
		this.moveTo(0);
	}

	private moveTo(position: number): void {
		this.position = position;
		this.comma = -1;
		this.lineFeed = -1;
		this.quote = -1;
	}

	/** @param onStrayQuote gets the line of a record that was read although quotes in it stand where they should not */
	constructor(private readonly onStrayQuote?: (line: number) => void) {}

	/** True when the text holds a further record, as far as one can tell. */
	get hasNext(): boolean {
		return this.position < this.text.length && !this.breaksOff;
	}

	/** What was not read. */
	get rest(): string {
		return this.text.slice(this.position);
	}

	/**
	 * Reads the next record into the beginning of `cells`; what stands behind it there stays.
	 *
	 * @param count of the cells that it should have, where that is known
	 * @returns the number of cells; a blank line is one empty cell, and none are there of a record that may go on
	 * @throws ResponseInvalidError when a quote stands where RFC 4180 has none, or is never closed; unless the line can be
	 *   read in one way only
	 */
	read(cells: string[], count?: number): number {
		const { position, line } = this;
		try {
			return this.readStrictly(cells);
		} catch (error) {
			this.line = line;
			if (this.breaksOff && !this.isEnd) {
				this.moveTo(position);
				return 0;
			}
			this.breaksOff = false;
			const lineFeed = this.text.indexOf('\n', position);
			const end = lineFeed < 0 ? this.text.length : lineFeed;
			const found = count === undefined ? undefined : this.readLeniently(position, end, count);
			if (found === undefined) throw error;
			for (const [index, value] of found.entries()) cells[index] = value;
			this.moveTo(end + 1);
			this.line = line + 1;
			this.onStrayQuote?.(line);
			return found.length;
		}
	}

	private readLeniently(start: number, end: number, count: number): string[] | undefined {
		const hasReturn = this.text.charCodeAt(end - 1) === CARRIAGE_RETURN;
		return readStrayQuotes(this.text.slice(start, hasReturn ? end - 1 : end), count);
	}

	private readStrictly(cells: string[]): number {
		const { text } = this;
		const firstLine = this.line;
		this.recordStart = this.position;
		let count = 0;
		for (;;) {
			const start = this.position;
			const quoted = text.charCodeAt(start) === QUOTE;
			if (quoted) this.position = this.endOfQuotes(start);
			this.findSeparators();

			const last = this.lineFeed <= this.comma;
			const separator = last ? this.lineFeed : this.comma;
			const end = last && text.charCodeAt(separator - 1) === CARRIAGE_RETURN ? separator - 1 : separator;
			if (quoted ? this.position !== end : this.quote < end) {
				throw new ResponseInvalidError(
					`The row on line ${firstLine} of the CSV file has a quote inside of a value.`,
				);
			}
			cells[count++] = quoted ? this.unquote(start, end) : text.slice(start, end);
			this.position = separator + 1;
			if (last) {
				this.line++;
				return count;
			}
		}
	}

	/**
	 * Some programs end lines with a carriage return alone: then rows would be a value, or names of columns.
	 *
	 * @param cells of the record that was read last
	 * @throws ResponseInvalidError when there is one outside of quotes
	 */
	refuseLoneReturn(line: number, cells: readonly string[]): void {
		if (!cells.some((cell) => cell.includes('\r'))) return;
		const record = this.text.slice(this.recordStart, this.position);
		if (/\r(?!\n|$)/.test(record.replace(/"[^"]*"/g, '')))
			throw new ResponseInvalidError(
				`Line ${line} of the CSV file has a carriage return without a line feed, so where its rows end cannot be told.`,
			);
	}

	private findSeparators(): void {
		if (this.comma < this.position) this.comma = this.find(',');
		if (this.lineFeed < this.position) this.lineFeed = this.find('\n');
		if (this.quote < this.position) this.quote = this.find('"');
	}

	private find(character: string): number {
		const found = this.text.indexOf(character, this.position);
		return found < 0 ? this.text.length : found;
	}

	/** Offset behind the quote that closes the one at `opening`. */
	private endOfQuotes(opening: number): number {
		let quote = this.text.indexOf('"', opening + 1);
		while (quote >= 0 && this.text.charCodeAt(quote + 1) === QUOTE) quote = this.text.indexOf('"', quote + 2);
		if (quote < 0) {
			this.breaksOff = true;
			throw new ResponseInvalidError(
				`The CSV file breaks off inside of quotes, in the row that begins on line ${this.line}.`,
			);
		}
		return quote + 1;
	}

	/** The value in quotes between two offsets; counts the lines that it spans. */
	private unquote(start: number, end: number): string {
		const value = this.text.slice(start + 1, end - 1);
		if (value.includes('\n')) this.line += value.split('\n').length - 1;
		return value.includes('"') ? value.replaceAll('""', '"') : value;
	}
}

/** Makes rows of the records behind the header. */
export class CsvRowReader {
	/** The first blank line that was no row. Only blank ones may follow it. */
	blankLine: number | undefined;

	private readonly cells: string[] = [];
	private readonly emptyRow: Row;

	constructor(
		private readonly records: CsvRecordReader,
		readonly columns: readonly string[],
	) {
		// Copying a row of the right shape is what makes rows cheap, and `__proto__` a column like any other.
		this.emptyRow = Object.fromEntries(columns.map((column) => [column, '']));
	}

	/**
	 * Reads on to the end of the text that was loaded, or until there are `most` rows.
	 *
	 * @param rows those that are there already
	 * @throws ResponseInvalidError when a row has more or fewer values than there are columns, or follows a blank line; of a
	 *   single column also when it may be several rows
	 */
	read(rows: Row[] = [], most = Infinity): Row[] {
		const { records, columns, cells, emptyRow } = this;
		while (records.hasNext && rows.length < most) {
			const { line } = records;
			const count = records.read(cells, columns.length);
			if (count === 0) break;
			// With more columns the number of values tells that it is part of a value.
			if (columns.length === 1) records.refuseLoneReturn(line, cells);
			if (count === 1 && cells[0] === '' && columns.length > 1) {
				this.blankLine ??= line;
				continue;
			}
			if (this.blankLine !== undefined)
				throw new ResponseInvalidError(
					`Line ${this.blankLine} of the CSV file is blank although rows follow.`,
				);
			if (count !== columns.length)
				throw new ResponseInvalidError(
					`The row on line ${line} of the CSV file has ${count} values for ${columns.length} columns.`,
				);
			const row = { ...emptyRow };
			for (const [index, column] of columns.entries()) row[column] = cells[index];
			rows.push(row);
		}
		return rows;
	}
}
