import type { INodeProperties } from 'n8n-workflow';

import { countedPages } from '../../../connector/pages';
import type { Page } from '../../../connector/rows';
import { MissingIds } from '../../shared/operations/missing-ids';
import type { OwnList } from '../../shared/operations/operation';
import type { Run } from '../../shared/operations/run';
import { nameListField, otherNamesOption } from '../../shared/parameters/name-list-field';
import type { Parameters } from '../../shared/parameters/parameters';
import { pageSizeOption, type Bounds } from '../../shared/report/limits';
import type { MyTargetApi, Query } from '../api';
import { conditionBatches, conditionQuery, conditionsField, idsAskedFor, readConditions } from './conditions';

/** @param known the documented ones; more can be typed in */
export function fieldsField(known: readonly string[], preset: readonly string[]): INodeProperties {
	return nameListField([...known].sort(), {
		displayName: 'Fields',
		name: 'fields',
		default: [...preset],
		description:
			'Fields of the objects to return. Left empty, the platform chooses a few, and the status is not among them.',
	});
}

export const otherFieldsOption = otherNamesOption('Other Fields', 'otherFields', 'fields');

/** A missing list leaves the choice to the platform. */
export function fieldsQuery(parameters: Parameters): Query {
	const fields = parameters.list('fields', 'otherFields');
	return fields.length === 0 ? [] : [['fields', fields.join(',')]];
}

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
export function pagedList(list: PagedList): OwnList<MyTargetApi> {
	const hasFields = list.fields.length > 0;
	return {
		fields: [
			...(hasFields ? [fieldsField(list.fields, list.preset)] : []),
			sortingField,
			conditionsField(`Documented fields to filter by: ${list.filters}`),
		],
		options: [...(hasFields ? [otherFieldsOption] : []), pageSizeOption(list.pageSize).field],
		async *rows(run) {
			const { parameters, limit, observe } = run;
			const conditions = readConditions(parameters);
			const pageSize = pageSizeOption(list.pageSize).read(parameters);
			const query = [...(hasFields ? fieldsQuery(parameters) : []), ...sortingQuery(list, run, pageSize)];
			const missing = new MissingIds('ID');
			for (const batch of limit.whileWanted(conditionBatches(conditions)))
				for await (const page of listPages(run, list.path, [...query, ...conditionQuery(batch)], pageSize)) {
					missing.compare(
						idsAskedFor(conditions),
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
