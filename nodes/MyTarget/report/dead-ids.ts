import { ConnectorError } from '../../../connector/errors';
import type { FailedSlice, ReadSlice } from '../../../connector/report';
import type { Page } from '../../../connector/rows';
import { bisect, type Slice } from '../../../connector/slices';
import type { Loading } from '../../shared/report/declaration';
import type { MyTargetApi } from '../api';
import { isAboutAnId } from '../failure';
import type { ReportOdd } from './answered-objects';

/** Parts down to this size are halved before a slice without one living id counts as dead as a whole; our choice. */
const SAMPLE_IDS = 8;

/** As a reader of slices; parts of a good answer that cannot be read are reported. */
export type ReadObjects = (
	slice: Slice,
	signal: AbortSignal,
	canSplit: () => boolean,
	reportOdd: ReportOdd,
) => ReturnType<ReadSlice>;

type ReadPart = (part: Slice) => Promise<Page[]>;

/** Pages of parts that were read, by their first id. */
type Living = Map<string, Page[]>;

/**
 * One id that does not exist makes the platform refuse all 200 of a request, without saying which it was (sheet 3.17).
 * Where slices may fail, they are found by halving and become failed slices of their own; the others are delivered.
 * Of a list that is wrong altogether (ids of another account, or of another kind) each id would cost two requests, so
 * it fails as a whole when neither end of it holds a living id. What is odd in a good answer fails by itself as well.
 *
 * A slice (200 ids x 366 days at most) is held until it is complete, so that it can still be split for another reason.
 */
export function isolatingDeadIds(
	read: ReadObjects,
	{ onFailedSlice, observe }: Loading<MyTargetApi>,
): ReadSlice {
	if (onFailedSlice === undefined)
		return (slice, signal, canSplit) => read(slice, signal, canSplit, throwError);
	const dead = new Map<string, ConnectorError>();
	/** Lists of ids without a living one, which come again with every window. */
	const hopeless = new Map<string, ConnectorError>();
	const tell = (failure: FailedSlice) => {
		observe({ type: 'slice-failed', kind: failure.error.kind });
		onFailedSlice(failure);
	};
	return async function* (slice, signal, canSplit): AsyncGenerator<Page> {
		// Nothing can be isolated there, so nothing has to be held; nor is it ever read again.
		if (slice.ids === undefined) {
			yield* read(slice, signal, canSplit, tell);
			return;
		}
		const odd = new Map<string, FailedSlice>();
		const reportOdd: ReportOdd = (failure) => odd.set(String(failure.slice.ids), failure);
		const pages = await readLiving(slice, async (part) => collect(read(part, signal, canSplit, reportOdd)));
		for (const failure of [...deadIn(slice), ...odd.values()]) tell(failure);
		for (const page of pages) yield page;
	};

	async function readLiving(slice: Slice, readPart: ReadPart): Promise<Page[]> {
		const whole = slice.ids?.join(',') ?? '';
		const known = hopeless.get(whole);
		if (known !== undefined) throw known;
		const ids = (slice.ids ?? []).filter((id) => !dead.has(id));
		const [first] = ids;
		if (first === undefined) return [];
		const living: Living = new Map();
		const isAlive = (): boolean => living.size > 0;
		let parts: Slice[] = [{ ...slice, ids }];
		while (parts.length > 0) {
			parts = await halvesOfRefused(parts, readPart, living);
			const isSearch = ids.length > SAMPLE_IDS && !isAlive();
			if (!isSearch || parts.some((part) => idsIn(part).length > SAMPLE_IDS / 2)) continue;
			// All were refused, down to so few ids. The outermost, in two halves each, tell whether to go on.
			let sample = [...parts.slice(0, 2), ...parts.slice(-2)];
			while (sample.length > 0) sample = await halvesOfRefused(sample, readPart, living);
			const error = dead.get(first);
			if (!isAlive() && error !== undefined) {
				hopeless.set(whole, error);
				throw error;
			}
			parts = parts.slice(2, -2);
		}
		return ids.flatMap((id) => living.get(id) ?? []);
	}

	/** Reads what it can. @returns the halves of parts that were refused, for another try */
	async function halvesOfRefused(
		parts: readonly Slice[],
		readPart: ReadPart,
		living: Living,
	): Promise<Slice[]> {
		const refused: Slice[] = [];
		for (const part of parts) {
			const [first = ''] = idsIn(part);
			try {
				living.set(first, await readPart(part));
			} catch (error) {
				if (!(error instanceof ConnectorError) || !isAboutAnId(error)) throw error;
				const halves = bisect(part, { days: false, ids: true });
				if (halves === undefined) dead.set(first, error);
				else {
					observe({ type: 'split', kind: error.kind });
					refused.push(halves[0], halves[1]);
				}
			}
		}
		return refused;
	}

	function deadIn(slice: Slice): FailedSlice[] {
		return (slice.ids ?? []).flatMap((id) => {
			const error = dead.get(id);
			return error === undefined ? [] : [{ slice: { ...slice, ids: [id] }, error, rowsDelivered: 0 }];
		});
	}
}

function throwError({ error }: FailedSlice): never {
	throw error;
}

function idsIn({ ids = [] }: Slice): readonly string[] {
	return ids;
}

async function collect(source: AsyncIterable<Page>): Promise<Page[]> {
	const pages: Page[] = [];
	for await (const page of source) pages.push(page);
	return pages;
}
