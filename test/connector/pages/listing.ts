import type { Page, Row } from '../../../connector/rows';

/** A page of the given numbers, one row each. */
export const page = (...numbers: readonly number[]): Row[] => numbers.map((id) => ({ id }));

/** Rows 0, 1, 2 and so on. */
export const numbered = (rows: number): Row[] => Array.from({ length: rows }, (_, id) => ({ id }));

/** The same row again and again, as a report over few fields may well have it. */
export const equalRows = (rows: number, row: Row = { InteractionType: 'View' }): Row[] =>
	Array.from({ length: rows }, () => row);

/** A platform's list that writes down what it is asked for, and gives at most so many rows at once, by turns. */
export class Listing {
	/** From which row on, and how many rows at most: "0+100". */
	readonly asked: string[] = [];

	/** @param isStuck whether it gives its first rows again and again */
	constructor(
		readonly rows: readonly Row[],
		private readonly caps: readonly number[] = [Infinity],
		private readonly isStuck = false,
	) {}

	get offsets(): number[] {
		return this.asked.map((asked) => parseInt(asked));
	}

	readonly offsetPage = async (offset: number, size: number) => {
		const rows = this.slice(offset, size);
		return { rows, hasMore: () => offset + rows.length < this.rows.length };
	};

	readonly countedPage = async (offset: number, size: number) => ({
		rows: this.slice(offset, size),
		total: this.rows.length,
	});

	/** The cursor is the place of the next row as text. */
	readonly cursorPage = async (cursor: string | undefined, wanted: number) => {
		const offset = Number(cursor ?? 0);
		const { rows, hasMore } = await this.offsetPage(offset, wanted);
		return { rows, next: hasMore() ? String(offset + rows.length) : undefined };
	};

	private slice(offset: number, size: number): Row[] {
		const cap = this.caps[this.asked.length % this.caps.length]!;
		this.asked.push(`${offset}+${size}`);
		const from = this.isStuck ? 0 : offset;
		return this.rows.slice(from, from + Math.min(size, cap));
	}
}

/** Answers page after page from a list, whatever is asked, and the last one for ever. */
export function answers<Answer>(...pages: readonly Answer[]): () => Promise<Answer> {
	let next = 0;
	return async () => pages[Math.min(next++, pages.length - 1)]!;
}

/** Reads a few pages only, for listings that do not end. */
export async function firstPages(pages: AsyncIterable<Page>, count: number): Promise<Page[]> {
	const read: Page[] = [];
	for await (const one of pages) {
		read.push(one);
		if (read.length === count) break;
	}
	return read;
}

/** Reads pages as a node does: up to the limit, and on until it is known whether there was more. */
export async function takeRows(
	pages: AsyncIterable<Page>,
	limit: { take(page: Page): Page; readonly cutOff: boolean },
): Promise<Row[]> {
	const taken: Row[] = [];
	for await (const one of pages) {
		taken.push(...limit.take(one));
		if (limit.cutOff) break;
	}
	return taken;
}
