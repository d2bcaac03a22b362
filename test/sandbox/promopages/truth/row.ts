import { dayText } from '../../frame/calendar';

import type { Totals } from './cells';

/**
 * A line of a report (3.3). Shares and costs without a base are null; the columns of video and of reading are missing
 * where the campaign is not about them, those of Metrica where it has no counter.
 */
export interface StatisticsRow {
	campaignId: string;
	publicationId?: string;
	previewId?: string;
	mskDate: string;
	impressions: number;
	reach: number;
	/** In roubles, like the other money. */
	budget: number;
	cpm: number | null;
	clickouts: number;
	clickoutCost: number | null;
	clickoutPercent: number | null;
	fullReads?: number;
	fullReadPercent?: number | null;
	ctr: number | null;
	videoExpands?: number;
	videoFullViews?: number;
	videoExpandPercent?: number | null;
	videoFullViewPercent?: number | null;
	metricaVisits?: number;
	metricaVisitPercent?: number | null;
	metricaVisitCost?: number | null;
	/** Undocumented, like `views` (trap 35). */
	clicks?: number;
	views?: number;
}

export interface RowKey {
	readonly campaignId: string;
	readonly publicationId?: string;
	readonly previewId?: string;
}

export interface RowShape {
	readonly isVideo: boolean;
	readonly hasCounter: boolean;
	/** With the undocumented columns. */
	readonly undocumented: boolean;
}

export function rowOf(key: RowKey, day: number, totals: Totals, shape: RowShape): StatisticsRow {
	const { impressions, clicks, views, clickouts, fullReads, metricaVisits } = totals;
	const budget = totals.kopecks / 100;
	return {
		...key,
		mskDate: dayText(day),
		impressions,
		// Grows slower than the impressions: reach adds up neither over days nor over campaigns (section 5, 9).
		reach: Math.ceil(impressions ** 0.93),
		budget,
		cpm: ratio(budget * 1000, impressions),
		clickouts,
		clickoutCost: ratio(budget, clickouts),
		clickoutPercent: percent(clickouts, views),
		...(!shape.isVideo && { fullReads, fullReadPercent: percent(fullReads, views) }),
		ctr: ratio(clicks * 100, impressions),
		...(shape.isVideo && {
			videoExpands: totals.videoExpands,
			videoFullViews: totals.videoFullViews,
			videoExpandPercent: percent(totals.videoExpands, views),
			videoFullViewPercent: percent(totals.videoFullViews, views),
		}),
		...(shape.hasCounter && {
			metricaVisits,
			metricaVisitPercent: percent(metricaVisits, clickouts),
			metricaVisitCost: ratio(budget, metricaVisits),
		}),
		...(shape.undocumented && { clicks, views }),
	};
}

/** Two decimals, as the one known live row has its `cpm`. */
function ratio(part: number, whole: number): number | null {
	return whole === 0 ? null : Math.round((part / whole) * 100) / 100;
}

/** Percent columns are whole numbers (trap 37). */
function percent(part: number, whole: number): number | null {
	return whole === 0 ? null : Math.round((part / whole) * 100);
}
