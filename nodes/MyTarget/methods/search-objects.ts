import type { ILoadOptionsFunctions, INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';

import { noLimit } from '../../../connector/pages';
import type { Row } from '../../../connector/rows';
import { fromAccount } from '../../shared/editor/editor-api';
import { searchedPage } from '../../shared/editor/options';
import { listPages } from '../list/paged-list';
import { myTarget } from '../platform';
import type { MyTargetApi } from '../api';
import type { ObjectKind } from '../object/kinds';
import { PAGE_SIZE } from '../limits';

type Search = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** A picker. Without a search text it shows the platform's own pages; names can be searched only here, in all of them. */
export function searchOf({ collection, sortsById }: Pick<ObjectKind, 'collection' | 'sortsById'>): Search {
	return async function (this: ILoadOptionsFunctions, filter = '', paginationToken = '0') {
		return fromAccount(this, myTarget, async (api) => {
			if (filter.trim() !== '')
				return searchedPage(await allObjects(api, collection, sortsById), filter, paginationToken);
			const offset = Number(paginationToken);
			const { rows, total } = await api.page(`${collection}.json`, [
				['fields', 'id,name'],
				...(sortsById ? [['sorting', '-id'] as const] : []),
				['limit', String(PAGE_SIZE.default)],
				['offset', String(offset)],
			]);
			const next = offset + rows.length;
			return {
				results: rows.map(asOption),
				...(rows.length > 0 && next < total ? { paginationToken: String(next) } : {}),
			};
		});
	};
}

/** Everything in a list, for a dropdown that cannot page. */
export async function allObjects(
	api: MyTargetApi,
	collection: string,
	sortsById: boolean,
): Promise<INodeListSearchItems[]> {
	const query = [['fields', 'id,name'] as const, ...(sortsById ? [['sorting', 'id'] as const] : [])];
	const options: INodeListSearchItems[] = [];
	const parts = { api, limit: noLimit(), observe: () => undefined };
	for await (const page of listPages(parts, `${collection}.json`, query, PAGE_SIZE.default))
		for (const row of page) options.push(asOption(row));
	return options;
}

function asOption({ id, name }: Row): INodeListSearchItems {
	const value = typeof id === 'number' || typeof id === 'string' ? String(id) : '';
	return { name: typeof name === 'string' && name !== '' ? `${name} (${value})` : value, value };
}
