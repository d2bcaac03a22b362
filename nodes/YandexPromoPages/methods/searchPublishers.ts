import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { fromAccount } from '../../shared/editor/editor-api';
import { searchedPage } from '../../shared/editor/options';
import { accessiblePublishers } from '../publishers';
import { yandexPromoPages } from '../platform';

export async function searchPublishers(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const publishers = await fromAccount(this, yandexPromoPages, accessiblePublishers);
	const results = publishers.map(({ publisher: { id, name } }) => ({
		name: name ? `${name} (${id})` : id,
		value: id,
	}));
	return searchedPage(results, filter, paginationToken);
}
