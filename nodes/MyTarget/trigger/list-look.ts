import type { Page } from '../../../connector/rows';
import type { Look, Mark } from '../../shared/trigger/event';
import { listFrom } from '../../shared/trigger/list-from';
import type { MyTargetApi, Query } from '../api';
import { PAGE_SIZE } from '../limits';

const size = PAGE_SIZE.default;

/** A list from where the look before ended in it. */
export function listed(
	look: Look<MyTargetApi>,
	path: string,
	query: Query,
	rest?: Mark,
): AsyncGenerator<Page> {
	const load = async (offset: number, wanted: number) =>
		look.api.page(path, [...query, ['limit', String(wanted)], ['offset', String(offset)]]);
	return listFrom(look, load, size, rest);
}

/** How far back a test looks: nobody wants to wait for more. */
const TEST_PAGES = 20;

/** The newest objects of a list first. @param sortsById otherwise the platform's own order is taken for that of their age */
export async function* newestOf(
	{ api }: Look<MyTargetApi>,
	path: string,
	query: Query,
	sortsById: boolean,
): AsyncGenerator<Page> {
	const paged = async (offset: number, more: Query) =>
		api.page(path, [...query, ...more, ['limit', String(size)], ['offset', String(offset)]]);
	const first = await paged(0, sortsById ? [['sorting', '-id']] : []);
	const total = first.total ?? first.rows.length;
	const places = Array.from({ length: Math.ceil(total / size) - 1 }, (_, index) => (index + 1) * size);
	if (sortsById) yield first.rows;
	for (const offset of (sortsById ? places : places.reverse()).slice(0, TEST_PAGES)) {
		const { rows } = await paged(offset, sortsById ? [['sorting', '-id']] : []);
		yield sortsById ? rows : [...rows].reverse();
	}
	if (!sortsById) yield [...first.rows].reverse();
}
