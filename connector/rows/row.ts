import { Turns } from './turns';

/** One object or report line under the platform's own field names. */
export type Row = Record<string, unknown>;

/** Rows travel in pages: one await per page is far cheaper than one per row. An array of rows is a page. */
export interface Page extends Iterable<Row> {
	readonly length: number;
	slice(start?: number, end?: number): Page;
	map<Value>(make: (row: Row) => Value): Value[];
}

export function isRow(value: unknown): value is Row {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An id or a name as text; undefined for what is neither text nor number, or empty: it names nothing. */
export function idText(value: unknown): string | undefined {
	if (typeof value === 'number') return String(value);
	return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Whether a list holds what its rows are told apart by: a row without it is odd, a list of such rows is another one. */
export function areNamedBy(field: string): (rows: readonly Row[]) => boolean {
	return (rows) => rows.length === 0 || rows.some(({ [field]: name }) => idText(name) !== undefined);
}

/** The rows of one answer: there already, or still text that is parsed while somebody reads it. */
export interface RowSource {
	readonly isEmpty: boolean;
	pages(): AsyncIterable<Page> | Iterable<Page>;
	/** Whether a server that sends `other` again would send this. */
	equals(other: RowSource): Promise<boolean>;
	/** Lets the next answers have its memory. Nobody reads it, or compares it, afterwards. */
	discard(): void;
}

export function rowSource(rows: Page | RowSource): RowSource {
	return 'pages' in rows ? rows : new ParsedRows(rows);
}

/** Few enough that what is done with the rows of a page is work of some milliseconds. */
const ROWS_OF_A_PAGE = 5000;

/** A page as it is, or in several. */
export function* shortPages(page: Page): Generator<Page> {
	for (let start = 0; start < page.length; start += ROWS_OF_A_PAGE)
		yield page.length <= ROWS_OF_A_PAGE ? page : page.slice(start, start + ROWS_OF_A_PAGE);
}

class ParsedRows implements RowSource {
	readonly isEmpty: boolean;

	constructor(private readonly page: Page) {
		this.isEmpty = page.length === 0;
	}

	pages(): Iterable<Page> {
		return shortPages(this.page);
	}

	/** Its rows went on to others. */
	discard(): void {
		return;
	}

	async equals(other: RowSource): Promise<boolean> {
		if (!(other instanceof ParsedRows) || other.page.length !== this.page.length) return false;
		const turns = new Turns();
		const others = other.page[Symbol.iterator]();
		let index = 0;
		for (const row of this.page) {
			if (JSON.stringify(row) !== JSON.stringify(others.next().value)) return false;
			if (turns.isOverAt(++index)) await turns.next();
		}
		return true;
	}
}
