import { countedPages, type CountedPage } from '../../../connector/pages';
import type { Page } from '../../../connector/rows';
import type { Look, Mark } from './event';

/**
 * A counted list from where the look before ended in it. The place to go on from is left before each page is handed on.
 *
 * @param load gets the offset in rows and the largest number of rows wanted
 * @param rest what else the next look has to know where this one ends within the list
 */
export async function* listFrom(
	{ mark, limit, observe, leave }: Pick<Look<unknown>, 'mark' | 'limit' | 'observe' | 'leave'>,
	load: (offset: number, size: number) => Promise<CountedPage>,
	pageSize: number,
	rest: Mark = {},
): AsyncGenerator<Page> {
	const start = Number(mark?.offset ?? 0);
	let read = start;
	const loadRest = async (offset: number, size: number) => {
		const { rows, total } = await load(start + offset, size);
		return { rows, total: total === undefined ? undefined : Math.max(0, total - start) };
	};
	for await (const page of countedPages(loadRest, { pageSize, limit, observe })) {
		read += page.length;
		leave({ ...rest, offset: read });
		yield page;
	}
}
