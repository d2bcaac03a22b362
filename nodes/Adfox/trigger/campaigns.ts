import type { NameAndValue } from '../../../connector/client';
import type { Page, Row } from '../../../connector/rows';
import { latestFirst } from '../../shared/trigger/latest-first';
import type { Look } from '../../shared/trigger/event';
import { listFrom } from '../../shared/trigger/list-from';
import type { AdfoxApi } from '../api';
import { PAGE_SIZE } from '../limits';
import { kinds } from '../objects/kinds';
import { countedPage, tellRemark } from '../objects/list';
import { simplified } from '../objects/numbers';

/** Names and states, without the counters of a day. */
const SHORT: readonly NameAndValue[] = [['show', 'short']];

async function* look(from: Look<AdfoxApi>): AsyncGenerator<Page> {
	const { api, observe, mark, leave, reachedEnd } = from;
	const load = async (offset: number, limit: number) => {
		const page = await api.page(kinds.campaign.list, SHORT, { offset, limit });
		tellRemark(page, observe);
		return countedPage(page);
	};
	for await (const page of listFrom(from, load, PAGE_SIZE.default)) yield page.map(simplified);
	leave(undefined);
	reachedEnd(mark === undefined);
}

/** How campaigns are looked at: there is no filter for what was changed (sheet 10.1). */
export const campaigns = {
	look,
	newest: (from: Look<AdfoxApi>) => latestFirst(look(from), ({ ID }) => Number(ID)),
	idOf: ({ ID }: Row) => ID,
};
