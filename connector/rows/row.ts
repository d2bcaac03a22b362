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
