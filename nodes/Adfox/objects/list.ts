import type { NameAndValue } from '../../../connector/client';
import { NotFoundError, ResponseInvalidError } from '../../../connector/errors';
import type { Observe } from '../../../connector/events';
import { countedPages, type CountedPage, type RowLimit } from '../../../connector/pages';
import type { Page, Row } from '../../../connector/rows';
import { cutIds } from '../../../connector/slices';
import type { OwnList } from '../../shared/operations/operation';
import type { Run } from '../../shared/operations/run';
import { filtersField } from '../../shared/parameters/conditions';
import { asObject } from '../../shared/parameters/json';
import { simplifyField } from '../../shared/parameters/simplify';
import { idsPerRequestOption, pageSizeOption } from '../../shared/report/limits';
import { remarkOf, spoiltRemark } from '../answer';
import type { AdfoxApi, Navigation, RowPage } from '../api';
import { choice, type MethodParameter } from '../catalogue/method';
import { COMPLETENESS } from '../catalogue/values';
import { IDS_PER_REQUEST, PAGE_SIZE } from '../limits';
import type { Listed, ObjectKind } from './kinds';
import { simplified, simplifiedPages } from './numbers';
import { parameterOptions } from './parameter-fields';
import { refuseEmptyIdFilters, sentValues } from './sent-values';

/** One object is what Get is for; the views of targeting exist for one campaign only (sheet 2.3). */
const ONE_OBJECT = new Set(['actionObjectID', 'criteriaID', 'showMode']);

/** The list of a kind, with the filters that its method has. */
export function getAll({ list, many, gives }: ObjectKind): OwnList<AdfoxApi> {
	const filters = list.parameters
		.filter(({ name }) => !ONE_OBJECT.has(name))
		.map((parameter) => (parameter.name === 'show' ? choice('show', COMPLETENESS) : parameter));
	const idFilter = filters.find(({ type }) => type === 'ids');
	return {
		description: `Get many ${many}, one row each: ${gives}`,
		fields: [...(filters.length === 0 ? [] : [filtersField(parameterOptions(filters))]), simplifyField],
		options: [
			pageSizeOption(PAGE_SIZE).field,
			...(idFilter === undefined ? [] : [idsPerRequestOption(IDS_PER_REQUEST, 'campaigns').field]),
		],
		async *rows(run) {
			const { api, parameters, limit, observe, signal } = run;
			refuseEmptyIdFilters(asObject(parameters.value('filters')), list.parameters);
			const set = sentValues(run, 'filters', list.parameters);
			const simplify = parameters.flag('simplify');
			const pageSize = pageSizeOption(PAGE_SIZE).read(parameters);
			for (const query of limit.whileWanted(queriesOf(run, set, idFilter))) {
				const pages = listPages(api, list, query, { pageSize, limit, observe });
				yield* simplify ? simplifiedPages(pages, signal) : pages;
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
	const size = idsPerRequestOption(IDS_PER_REQUEST, 'campaigns').read(parameters);
	return cutIds(ids.split(','), size).map((batch) => [...others, [name, batch.join(',')] as const]);
}

/** ADFOX has no method for one object; it is the list with the object's ID (sheet 2.3). */
export async function readOne(
	{ api, parameters, observe }: Run<AdfoxApi>,
	{ list, one }: Listed,
	id: string,
): Promise<Row> {
	const simplify = parameters.flag('simplify');
	const page = await api.page(list, [['actionObjectID', id]], { offset: 0, limit: 1 });
	tellRemark(page, observe);
	const { rows, total } = countedPage(page);
	const [row] = rows;
	if (row === undefined && (total ?? 0) > 0)
		throw new ResponseInvalidError(`ADFOX counts the ${one} ${id} and did not send it.`);
	if (row === undefined) throw new NotFoundError(`ADFOX has no ${one} with the ID ${id}.`);
	if (row.ID !== id)
		throw new ResponseInvalidError(`ADFOX was asked for the ${one} ${id} and gave another one.`);
	return simplify ? simplified(row) : row;
}

interface ListReading {
	/** Rows per page when nothing limits it. */
	readonly pageSize: number;
	readonly limit: RowLimit;
	readonly observe: Observe;
}

/**
 * A list, page by page: advanced by the rows received and ended by `total_rows` or an empty page. `links` are never
 * followed: they may lead elsewhere, and lack the encoding (sheet 7.1).
 *
 * @throws {ResponseInvalidError} an answer without rows that does not say that there are none
 */
export function listPages(
	api: AdfoxApi,
	navigation: Navigation,
	parameters: readonly NameAndValue[],
	{ pageSize, limit, observe }: ListReading,
): AsyncGenerator<Page> {
	return countedPages(
		async (offset, size) => {
			const page = await api.page(navigation, parameters, { offset, limit: size });
			tellRemark(page, observe);
			return countedPage(page);
		},
		{ pageSize, limit, observe },
	);
}

/** Some methods do not count (sheet 3.2). */
export function countedPage({ rows, total }: RowPage): CountedPage {
	if (rows === undefined)
		throw new ResponseInvalidError('ADFOX sent neither rows nor a word that there are none.');
	return { rows, total };
}

export function tellRemark({ answer }: Pick<RowPage, 'answer'>, observe: Observe): void {
	const remark = remarkOf(answer);
	if (remark !== undefined) observe({ type: 'remark', text: remark });
	const spoilt = spoiltRemark(answer);
	if (spoilt !== undefined) observe({ type: 'remark', text: spoilt, series: 'answer' });
}
