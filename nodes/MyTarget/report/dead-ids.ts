import { ConnectorError } from '../../../connector/errors';
import type { FailedSlice } from '../../../connector/report';
import type { Page } from '../../../connector/rows';
import { bisect, type Slice } from '../../../connector/slices';
import type { Run, SliceScope } from '../../shared/items/run';
import type { MyTargetApi } from '../api';
import { isAboutAnId } from '../failure';

export type SliceReader = (slice: Slice, signal: AbortSignal) => AsyncIterable<Page>;

/**
 * One id that does not exist makes the platform refuse all 200 of a request, without saying which it was (sheet 3.17).
 * Where slices may fail, they are found by halving and become failed slices of their own; the others are delivered.
 *
 * A slice (200 ids x 366 days at most) is held until it is complete, so that it can still be split for another reason.
 */
export function isolatingDeadIds(
	read: SliceReader,
	{ onFailedSlice, observe }: Run<MyTargetApi>,
	scope: SliceScope,
): SliceReader {
	if (onFailedSlice === undefined) return read;
	const dead = new Map<string, ConnectorError>();
	return async function* (slice, signal): AsyncGenerator<Page> {
		const pages = await readLiving(slice, async (part) => collect(read(part, signal)));
		for (const failure of deadIn(slice)) {
			observe({ type: 'slice-failed', kind: failure.error.kind });
			onFailedSlice(failure, scope);
		}
		for (const page of pages) yield page;
	};

	async function readLiving(slice: Slice, readPart: (part: Slice) => Promise<Page[]>): Promise<Page[]> {
		const ids = slice.ids?.filter((id) => !dead.has(id));
		if (ids?.length === 0) return [];
		const living = { ...slice, ids };
		try {
			return await readPart(living);
		} catch (error) {
			if (ids === undefined || !(error instanceof ConnectorError) || !isAboutAnId(error)) throw error;
			const halves = bisect(living, { days: false, ids: true });
			if (halves === undefined) {
				for (const id of ids) dead.set(id, error);
				return [];
			}
			observe({ type: 'split', kind: error.kind });
			return [...(await readLiving(halves[0], readPart)), ...(await readLiving(halves[1], readPart))];
		}
	}

	function deadIn(slice: Slice): FailedSlice[] {
		return (slice.ids ?? []).flatMap((id) => {
			const error = dead.get(id);
			return error === undefined ? [] : [{ slice: { ...slice, ids: [id] }, error, rowsDelivered: 0 }];
		});
	}
}

async function collect(source: AsyncIterable<Page>): Promise<Page[]> {
	const pages: Page[] = [];
	for await (const page of source) pages.push(page);
	return pages;
}
