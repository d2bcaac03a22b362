import { ResponseInvalidError } from '../errors';
import { rowSource, Turns, type Page, type Row, type RowSource } from '../rows';

/** Pages of one listing at most; ten million pages are no report, but a server that goes in circles. */
const MAX_PAGES = 10_000_000;

/** Bits of evidence from which on two equal pages cannot be chance. */
const REPEAT_EVIDENCE_BITS = 30;

/** What platforms call the id of an object. */
const ID_FIELDS = ['id', 'ID'] as const;

/** Watches a listing for what would lose or double rows: pages that repeat, pages that promise more but bring nothing. */
export class PageGuard {
	private previous: RowSource | undefined;
	private pages = 0;

	constructor(private readonly maxPages = MAX_PAGES) {}

	/**
	 * Of the page that was checked before all has to be read by now: it is discarded.
	 *
	 * @throws {ResponseInvalidError} the page cannot be trusted
	 */
	async check(page: Page | RowSource, promisesMore: boolean): Promise<void> {
		const rows = rowSource(page);
		this.pages += 1;
		if (rows.isEmpty && promisesMore)
			throw new ResponseInvalidError('The platform promised more rows and then sent an empty page.');
		if (this.previous !== undefined && (await rows.equals(this.previous)) && !(await isChance(rows)))
			throw new ResponseInvalidError('The platform sent the same page of rows twice.');
		if (this.pages > this.maxPages)
			throw new ResponseInvalidError('The platform never stops promising more pages.');
		this.previous?.discard();
		this.previous = rows;
	}
}

/**
 * An object with an id is in a list once, so equal pages with one such are a repeat. Rows of reports carry no id, and with
 * few fields neighbouring pages may well be equal: a page full of one value repeats by nature, and one with a rare other
 * value does so now and then. So there equal pages count as a repeat only when their rows are different enough (by
 * the information in them) to rule chance out.
 */
async function isChance(rows: RowSource): Promise<boolean> {
	const turns = new Turns();
	const counts = new Map<string, number>();
	let total = 0;
	for await (const page of rows.pages()) {
		for (const row of page) {
			if (hasId(row)) return false;
			const text = JSON.stringify(row);
			counts.set(text, (counts.get(text) ?? 0) + 1);
		}
		total += page.length;
		if (turns.isOver) await turns.next();
	}
	let bits = 0;
	for (const count of counts.values()) bits += count * Math.log2(total / count);
	return bits < REPEAT_EVIDENCE_BITS;
}

function hasId(row: Row): boolean {
	return ID_FIELDS.some((name) => row[name] !== undefined && row[name] !== null && row[name] !== '');
}
