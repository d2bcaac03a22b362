import { rowAt, type Alphabet } from './rows';

/** Pages of one size repeat after so many, so that a report of any length needs little memory. */
const VARIANTS = 5;

/** Answers of `raw_reports`, rendered once: what is measured must not wait for the server's JSON. */
export class PageStore {
	private readonly bodies = new Map<string, Buffer>();

	constructor(private readonly alphabet: Alphabet) {}

	/** The page from `offset` on of a report of `total` rows. */
	page(offset: number, limit: number, total: number): Buffer {
		const count = Math.max(0, Math.min(limit, total - offset));
		const variant = Math.floor(offset / limit) % VARIANTS;
		const hasMore = offset + count < total;
		const key = [count, variant, hasMore].join();
		const body = this.bodies.get(key) ?? this.render(variant * limit, count, hasMore);
		this.bodies.set(key, body);
		return body;
	}

	private render(first: number, count: number, hasMore: boolean): Buffer {
		const data = Array.from({ length: count }, (_none, index) => rowAt(first + index, this.alphabet));
		return Buffer.from(JSON.stringify({ data, count, has_more: hasMore }));
	}
}
