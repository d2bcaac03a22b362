import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { fromAccount } from '../../shared/editor/editor-api';
import { searchedPage } from '../../shared/editor/options';
import { adfox } from '../platform';

/** Saved reports of the chosen level. */
export async function searchReports(
	this: ILoadOptionsFunctions,
	filter = '',
	paginationToken = '0',
): Promise<INodeListSearchResult> {
	const level = this.getCurrentNodeParameter('level');
	const reports = await fromAccount(this, adfox, (api) =>
		api.reports(typeof level === 'string' ? level : 'owner'),
	);
	const items = reports.flatMap(({ name, title }) => {
		if (typeof name !== 'string') return [];
		return [{ name: typeof title === 'string' && title !== '' ? `${title} (${name})` : name, value: name }];
	});
	return searchedPage(items, filter, paginationToken);
}
