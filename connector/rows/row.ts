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

/** Whether a list holds what its rows are told apart by: a row without it is odd, a list of such rows is another one. */
export function areNamedBy(field: string): (rows: readonly Row[]) => boolean {
	return (rows) =>
		rows.length === 0 || rows.some(({ [field]: name }) => name !== undefined && name !== null && name !== '');
}

/** The rows of one answer: there already, or still text that is parsed while somebody reads it. */
export interface RowSource {
	readonly isEmpty: boolean;
	pages(): AsyncIterable<Page> | Iterable<Page>;
	/** Whether a server that sends `other` again would send this. */
	equals(other: RowSource): boolean;
	/** All rows in one go. */
	atOnce(): Page;
}

export function rowSource(rows: Page | RowSource): RowSource {
	return 'atOnce' in rows ? rows : new ParsedRows(rows);
}

class ParsedRows implements RowSource {
	readonly isEmpty: boolean;

	constructor(private readonly page: Page) {
		this.isEmpty = page.length === 0;
	}

	pages(): Iterable<Page> {
		return [this.page];
	}

	equals(other: RowSource): boolean {
		if (!(other instanceof ParsedRows) || other.page.length !== this.page.length) return false;
		const others = [...other.page];
		return [...this.page].every((row, index) => JSON.stringify(row) === JSON.stringify(others[index]));
	}

	atOnce(): Page {
		return this.page;
	}
}
