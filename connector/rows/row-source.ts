import type { Page } from './row';

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
