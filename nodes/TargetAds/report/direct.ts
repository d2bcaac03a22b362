import { offsetPages, readAhead } from '../../../connector/pages';
import type { ReadSlice } from '../../../connector/report';
import type { Slice } from '../../../connector/slices';
import type { Loading } from '../../shared/report/declaration';
import type { ReportPath, TargetAdsApi } from '../api';
import type { ReportAnswer } from '../schemas';

interface DirectReport {
	readonly path: ReportPath;
	readonly body: (slice: Slice) => object;
	readonly hasMore: HasMore;
}

/** A page that was read: from which row on, and how many of the rows it could have had came. */
interface ReadPage {
	readonly offset: number;
	readonly size: number;
	readonly received: number;
}

/** Whether rows follow a page. */
type HasMore = (answer: ReportAnswer, page: ReadPage) => boolean;

/** Reads slices page by page (v1). */
export function directReader(
	{ api, limit, pageSize }: Loading<TargetAdsApi>,
	{ path, body, hasMore }: DirectReport,
): ReadSlice {
	return (slice, signal, canSplit) =>
		readAhead(
			offsetPages(
				async (offset, size) => {
					const page = { offset, size, signal, canSplit };
					const answer = await api.reportPage(path, body(slice), page);
					const { rows, count } = answer;
					return { rows, count, hasMore: (received) => hasMore(answer, { offset, size, received }) };
				},
				{ pageSize, limit },
			),
		);
}

/**
 * Envelopes without `has_more` (sheet T3) are judged by what arrived: a full page may have a next one, and so has one
 * that stays behind the count. That of the page (T16) never leads further, since it is not higher than what came.
 */
export function moreByFlag({ count, hasMore }: ReportAnswer, { offset, size, received }: ReadPage): boolean {
	if (typeof hasMore === 'boolean') return hasMore;
	if (received === size) return true;
	return typeof count === 'number' && count > offset + received;
}

/**
 * Aggregated reports are not known to page at all (sheet 3.5). Their count was always that of the whole report, so a
 * page is asked for only when rows are missing: a server that ignores the offset would send the same rows again.
 */
export function moreByCount({ count }: ReportAnswer, { offset, size, received }: ReadPage): boolean {
	const end = offset + received;
	// A count that is lower than what came cannot be that of the report.
	return typeof count === 'number' && count >= end ? count > end : received === size;
}
