/** One object or report line under the platform's own field names. */
export type Row = Record<string, unknown>;

/** Rows travel in pages: one await per page is far cheaper than one per row. */
export type Page = readonly Row[];
