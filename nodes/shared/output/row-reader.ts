import type { Page } from '../../../connector/rows';

/** Reads pages in pieces of a wanted size, so that a file can end in the middle of a page. */
export class RowReader {
	private readonly source: AsyncIterator<Page>;
	private page: Page = [];
	/** Of the first row in `page` that was not given yet. */
	private position = 0;

	constructor(pages: AsyncIterable<Page>) {
		this.source = pages[Symbol.asyncIterator]();
	}

	/** @returns up to `rows` rows; undefined at the end */
	async next(rows: number): Promise<Page | undefined> {
		if (!(await this.hasMore())) return undefined;
		const { page, position } = this;
		this.position += Math.min(rows, page.length - position);
		// A page that goes on as a whole is not looked at: it may be lines whose rows nobody has made.
		return position === 0 && page.length <= rows ? page : page.slice(position, this.position);
	}

	async hasMore(): Promise<boolean> {
		while (this.position >= this.page.length) {
			const next = await this.source.next();
			if (next.done === true) return false;
			this.page = next.value;
			this.position = 0;
		}
		return true;
	}

	/** Tells the source that nobody reads on. */
	async close(): Promise<void> {
		await this.source.return?.();
	}
}
