import type { INodeProperties } from 'n8n-workflow';

import { countedPages } from '../../../connector/pages';
import type { Page } from '../../../connector/rows';
import { MissingIds } from '../../shared/operations/missing-ids';
import type { OwnList } from '../../shared/operations/operation';
import type { Run } from '../../shared/operations/run';
import { pageSizeOption, type Bounds } from '../../shared/report/limits';
import type { MyTargetApi, Query } from '../api';
import { conditionBatches, conditionQuery, filters, idsAskedFor, readConditions } from './conditions';
import type { FieldList } from './field-list';
import { namedConditions, type NamedFilter } from './filters';

const sortingField: INodeProperties = {
	displayName: 'Sorting',
	name: 'sorting',
	type: 'string',
	default: '',
	placeholder: 'e.g. -created',
	description:
		'Fields to sort by, with commas between them and a minus sign for descending order. Which ones can be used depends on the resource.',
};

interface PagedList {
	readonly path: string;
	readonly pageSize: Bounds;
	/** Absent where the list is not documented to have a choice of fields. */
	readonly fields?: FieldList;
	/** Sorting by id is documented, so that objects which appear meanwhile do not shift pages. */
	readonly sortsById: boolean;
	/** Fields that can be filtered by. */
	readonly conditions: readonly string[];
	/** The usual filters. */
	readonly filters: readonly NamedFilter[];
}

/** Get Many of a list that comes in pages. */
export function pagedList(list: PagedList): OwnList<MyTargetApi> {
	const { fields } = list;
	return {
		fields: [
			...(fields === undefined ? [] : [fields.field]),
			sortingField,
			filters(
				'Whatever else can be compared; not every field can be compared in every way',
				list.conditions,
				list.filters.map(({ field }) => field),
			),
		],
		options: [...(fields === undefined ? [] : [fields.other]), pageSizeOption(list.pageSize).field],
		async *rows(run) {
			const { parameters, limit, observe } = run;
			const conditions = [...namedConditions(parameters, list.filters), ...readConditions(parameters)];
			const pageSize = pageSizeOption(list.pageSize).read(parameters);
			const query = [...(fields?.query(parameters) ?? []), ...sortingQuery(list, run, pageSize)];
			const missing = new MissingIds('ID');
			missing.compare(idsAskedFor(conditions), []);
			for (const batch of limit.whileWanted(conditionBatches(conditions)))
				for await (const page of listPages(run, list.path, [...query, ...conditionQuery(batch)], pageSize)) {
					missing.compare(
						[],
						page.map(({ id }) => id),
					);
					yield page;
				}
			if (!limit.cutOff) missing.tell(observe);
		},
	};
}

/** Pages of a list by offset and count (sheet 3.0.3). */
export function listPages(
	{ api, ...run }: Pick<Run<MyTargetApi>, 'api' | 'limit' | 'observe'>,
	path: string,
	query: Query,
	pageSize: number,
): AsyncGenerator<Page> {
	return countedPages(
		async (offset, size) => api.page(path, [...query, ['limit', String(size)], ['offset', String(offset)]]),
		{ ...run, pageSize },
	);
}

function sortingQuery(
	{ sortsById }: PagedList,
	{ parameters, limit }: Run<MyTargetApi>,
	pageSize: number,
): Query {
	const sorting = parameters.list('sorting').join(',');
	if (sorting !== '') return [['sorting', sorting]];
	// A single page cannot shift, so the platform's own order is left to it.
	return sortsById && limit.remaining > pageSize ? [['sorting', 'id']] : [];
}
