import { countedPages, offsetPages } from '../../../connector/pages';
import type { Page } from '../../../connector/rows';
import type { ListOperation } from '../../shared/operations/operation';
import type { Run } from '../../shared/operations/run';
import { pageSizeOption, type Bounds } from '../../shared/report/slice-options';
import type { MyTargetApi, Query } from '../api';
import { conditionBatches, conditionQuery } from './condition-query';
import { filtersField, readConditions } from './conditions';
import { fieldsField, fieldsQuery, otherFieldsOption, readSorting, sortingField } from './list-fields';
import { MissingListIds } from './missing-list-ids';

export interface PagedList {
	/** Its objects in the plural, in the middle of a sentence. */
	readonly plural: string;
	readonly path: string;
	readonly pageSize: Bounds;
	/** Documented fields; empty where `fields` is not documented for the list. */
	readonly fields: readonly string[];
	/** Fields to ask for at first. */
	readonly preset: readonly string[];
	/** Sorting by id is documented, so that objects which appear meanwhile do not shift pages. */
	readonly sortsById: boolean;
	/** Fields that can be filtered by. */
	readonly filters: string;
}

/** Get Many of a list that comes in pages. */
export function pagedList(list: PagedList): ListOperation<MyTargetApi> {
	const hasFields = list.fields.length > 0;
	return {
		name: 'Get Many',
		value: 'getAll',
		description: `Get many ${list.plural}`,
		action: `Get many ${list.plural}`,
		gives: 'list',
		fields: [
			...(hasFields ? [fieldsField(list.fields, list.preset)] : []),
			sortingField,
			filtersField(`Documented fields to filter by: ${list.filters}`),
		],
		options: [...(hasFields ? [otherFieldsOption] : []), pageSizeOption(list.pageSize)],
		async *rows(run) {
			const { parameters, limit, observe } = run;
			const conditions = readConditions(parameters);
			const pageSize = parameters.optionWholeNumber('pageSize', { minimum: 1, ...list.pageSize });
			const query = [...(hasFields ? fieldsQuery(parameters) : []), ...sortingQuery(list, run, pageSize)];
			const missing = new MissingListIds(conditions);
			for (const batch of conditionBatches(conditions)) {
				if (limit.remaining === 0) {
					limit.noteMore();
					return;
				}
				for await (const page of listPages(run, list.path, [...query, ...conditionQuery(batch)], pageSize)) {
					missing.see(page);
					yield page;
				}
			}
			if (!limit.cutOff) missing.tell(observe);
		},
	};
}

/** Pages of a list by offset and count (sheet 3.0.3); where there is no count, until a page is not full. */
export async function* listPages(
	{ api, limit, observe }: Pick<Run<MyTargetApi>, 'api' | 'limit' | 'observe'>,
	path: string,
	query: Query,
	pageSize: number,
): AsyncGenerator<Page> {
	const load = async (offset: number, size: number) =>
		api.page(path, [...query, ['limit', String(size)], ['offset', String(offset)]]);
	if (limit.remaining === 0) return;
	const first = await load(0, Math.min(pageSize, limit.remaining));
	const page = async (offset: number, size: number) => (offset === 0 ? first : load(offset, size));
	if (first.counted) yield* countedPages(page, { pageSize, limit, observe });
	else
		yield* offsetPages(
			async (offset, size) => {
				const { rows } = await page(offset, size);
				return { rows, hasMore: (received) => received > 0 && received >= size };
			},
			{ pageSize, limit },
		);
}

function sortingQuery(
	{ sortsById }: PagedList,
	{ parameters, limit }: Run<MyTargetApi>,
	pageSize: number,
): Query {
	const sorting = readSorting(parameters);
	if (sorting !== '') return [['sorting', sorting]];
	// A single page cannot shift, so the platform's own order is left to it.
	return sortsById && limit.remaining > pageSize ? [['sorting', 'id']] : [];
}
