import type { Page } from '../../../connector/rows';

/** Reads pages in pieces of a wanted size, so that a file can end in the middle of a page. */
export class RowReader {
	private readonly source: AsyncIterator<Page>;
	private page: Page = [];

	constructor(pages: AsyncIterable<Page>) {
		this.source = pages[Symbol.asyncIterator]();
	}

	/** @returns up to `rows` rows; undefined at the end */
	async next(rows: number): Promise<Page | undefined> {
		if (!(await this.hasMore())) return undefined;
		const { page } = this;
		// A page that goes on as a whole is not looked at: it may be lines whose rows nobody has made.
		this.page = page.length > rows ? page.slice(rows) : [];
		return page.length > rows ? page.slice(0, rows) : page;
	}

	async hasMore(): Promise<boolean> {
		while (this.page.length === 0) {
			const next = await this.source.next();
			if (next.done === true) return false;
			this.page = next.value;
		}
		return true;
	}

	/** Tells the source that nobody reads on. */
	async close(): Promise<void> {
		await this.source.return?.();
	}
}
