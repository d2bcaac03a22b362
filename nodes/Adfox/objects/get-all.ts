import type { NameAndValue } from '../../../connector/client';
import { cutIds } from '../../../connector/slices';
import type { Run } from '../../shared/operations/run';
import type { ListOperation } from '../../shared/operations/operation';
import { idsPerRequestOption, pageSizeOption } from '../../shared/report/slice-options';
import type { AdfoxApi } from '../api';
import type { MethodParameter } from '../catalogue';
import { choice } from '../catalogue/method';
import { COMPLETENESS } from '../catalogue/values';
import { IDS_PER_REQUEST, PAGE_SIZE } from '../limits';
import { refuseEmptyIdFilters } from './id-filters';
import type { ObjectKind } from './kind';
import { listPages } from './list-pages';
import { parameterCollection } from './parameter-fields';
import { asObject, sentValues } from './sent-values';
import { simplifyField, withNumbers } from './simplify';

/** One object is what Get is for; the views of targeting exist for one campaign only (sheet 2.3). */
const ONE_OBJECT = new Set(['actionObjectID', 'criteriaID', 'showMode']);

export function getAll({ plural, methods: { list } }: ObjectKind): ListOperation<AdfoxApi> {
	const filters = list.parameters
		.filter(({ name }) => !ONE_OBJECT.has(name))
		.map((parameter) => (parameter.name === 'show' ? choice('show', COMPLETENESS) : parameter));
	const idFilter = filters.find(({ type }) => type === 'ids');
	const filterField = parameterCollection(
		{ displayName: 'Filters', name: 'filters', placeholder: 'Add Filter' },
		filters,
	);
	return {
		name: 'Get Many',
		value: 'getAll',
		description: `Get many ${plural}`,
		action: `Get many ${plural}`,
		gives: 'list',
		fields: [...(filters.length === 0 ? [] : [filterField]), simplifyField],
		options: [
			pageSizeOption(PAGE_SIZE),
			...(idFilter === undefined ? [] : [idsPerRequestOption(IDS_PER_REQUEST, 'campaigns')]),
		],
		async *rows(run) {
			const { api, parameters, limit, observe } = run;
			refuseEmptyIdFilters(asObject(parameters.value('filters')), list.parameters);
			const set = sentValues(parameters, 'filters', list.parameters);
			const simplify = parameters.flag('simplify');
			const pageSize = parameters.optionWholeNumber('pageSize', { minimum: 1, ...PAGE_SIZE });
			for (const query of queriesOf(run, set, idFilter)) {
				if (limit.remaining === 0) {
					limit.noteMore();
					return;
				}
				for await (const page of listPages(api, list, query, { pageSize, limit, observe }))
					yield simplify ? withNumbers(page) : page;
			}
		},
	};
}

/** One query, or several where a filter names more ids than fit into one. A text filter that is empty is none. */
function queriesOf(
	{ parameters }: Run<AdfoxApi>,
	set: readonly NameAndValue[],
	idFilter: MethodParameter | undefined,
): (readonly NameAndValue[])[] {
	const listed = set.find(([name]) => name === idFilter?.name);
	const others = set.filter(([name, value]) => name !== idFilter?.name && value !== '');
	if (listed === undefined) return [others];
	const [name, ids] = listed;
	const size = parameters.optionWholeNumber('idsPerRequest', { minimum: 1, ...IDS_PER_REQUEST });
	return cutIds(ids.split(','), size).map((batch) => [...others, [name, batch.join(',')] as const]);
}
