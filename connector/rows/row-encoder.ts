import type { Page } from './row';

/** Turns rows into the bytes of one file format; header and pages, one after the other, make the file. */
export interface RowEncoder {
	readonly mimeType: string;
	/** Without a dot. */
	readonly fileExtension: string;
	/** In the order of the file; undefined where every row names its own fields. */
	readonly columns: readonly string[] | undefined;
	/** What stands before the first row; may be empty. */
	header(): Buffer;
	encode(page: Page): Buffer;
}
