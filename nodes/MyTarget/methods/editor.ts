import { noLimit } from '../../../connector/pages';
import type { Row } from '../../../connector/rows';
import { dropdown, option, pickers, type Found, type Search } from '../../shared/editor/options';
import type { MyTargetApi } from '../api';
import { PAGE_SIZE } from '../limits';
import { listPages } from '../list/paged-list';
import { kinds, type ObjectKind } from '../object/kinds';
import { myTarget } from '../platform';

/** Without a search text they show the platform's own pages; names can be searched only here, in all of them. */
export const objectPickers = pickers(myTarget, kinds, searchObjects);

/** Objects of the chosen type; of users only the account itself is known. */
export const getObjects = dropdown(myTarget, async (api, parameter) => {
	const type = parameter('objectType');
	const kind = kinds.find(({ collection }) => collection === `/api/v2/${String(type)}`);
	if (kind !== undefined) return allObjects(api, kind);
	const id = await api.userId();
	return [{ name: `This account (${id})`, value: id }];
});

async function searchObjects(
	api: MyTargetApi,
	kind: ObjectKind,
	{ filter, paginationToken }: Search,
): Promise<Found> {
	if (filter.trim() !== '') return allObjects(api, kind);
	const offset = Number(paginationToken);
	const { rows, total } = await api.page(`${kind.collection}.json`, [
		['fields', 'id,name'],
		...(kind.sortsById ? [['sorting', '-id'] as const] : []),
		['limit', String(PAGE_SIZE.default)],
		['offset', String(offset)],
	]);
	const next = offset + rows.length;
	return {
		results: rows.map(asOption),
		...(rows.length > 0 && next < (total ?? next) ? { paginationToken: String(next) } : {}),
	};
}

async function allObjects(api: MyTargetApi, { collection, sortsById }: ObjectKind) {
	const query = [['fields', 'id,name'] as const, ...(sortsById ? [['sorting', 'id'] as const] : [])];
	const options = [];
	const parts = { api, limit: noLimit(), observe: () => undefined };
	for await (const page of listPages(parts, `${collection}.json`, query, PAGE_SIZE.default))
		for (const row of page) options.push(asOption(row));
	return options;
}

function asOption({ id, name }: Row) {
	return option(typeof id === 'number' || typeof id === 'string' ? String(id) : '', name);
}
