import type { NameAndValue } from '../../../connector/client';
import { ResponseInvalidError } from '../../../connector/errors';
import type { Observe } from '../../../connector/events';
import { countedPages, type CountedPage, type RowLimit } from '../../../connector/pages';
import type { Page } from '../../../connector/rows';
import { remarkOf, type AdfoxApi, type Navigation, type RowPage } from '../api';

export interface ListReading {
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
			return countedPage(page, offset, size);
		},
		{ pageSize, limit, observe },
	);
}

/** Some methods do not count (sheet 3.2): there a page that is not full is the last one. */
export function countedPage({ rows, total }: RowPage, offset: number, size: number): CountedPage {
	if (rows === undefined)
		throw new ResponseInvalidError('ADFOX sent neither rows nor a word that there are none.');
	const received = offset + rows.length;
	return { rows, total: total ?? (rows.length === size ? received + 1 : received) };
}

export function tellRemark({ answer }: RowPage, observe: Observe): void {
	const text = remarkOf(answer);
	if (text !== undefined) observe({ type: 'remark', text });
}
