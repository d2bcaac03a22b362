import { offsetPages } from '../../../connector/pages';
import type { Page } from '../../../connector/rows';
import type { Slice } from '../../../connector/slices';
import type { Run } from '../../shared/items/run';
import type { ReportPath, TargetAdsApi } from '../api';
import type { ReportAnswer } from '../schemas';

export type SliceReader = (slice: Slice, signal: AbortSignal) => AsyncIterable<Page>;

/** Reads slices page by page (v1). */
export function directReader(
	{ api, limit }: Run<TargetAdsApi>,
	report: ReportPath,
	body: (slice: Slice) => object,
	pageSize: number,
): SliceReader {
	return (slice, signal) =>
		offsetPages(
			async (offset, size) => {
				const answer = await api.reportPage(report, body(slice), { offset, size, signal });
				return { rows: answer.rows, hasMore: hasMore(answer, offset, size) };
			},
			{ pageSize, limit },
		);
}

/**
 * Envelopes without `has_more` (sheet T3) are judged by what arrived: a full page may have a next one, and so has one
 * that stays behind the count. The count alone decides nothing, for it may be that of the page (T16).
 */
function hasMore({ rows, count, hasMore }: ReportAnswer, offset: number, size: number): boolean {
	if (typeof hasMore === 'boolean') return hasMore;
	if (rows.length >= size) return true;
	return typeof count === 'number' && count > offset + rows.length;
}
