import { dayText } from '../../frame/calendar';
import type { CampaignRecord } from '../campaigns/record';
import type { PromoPagesOptions } from '../options';

import {
	NO_TOTALS,
	add,
	atomsOf,
	hasTraffic,
	totalsOf,
	type Atom,
	type Level,
	type Totals,
	type TrafficSource,
} from './cells';

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

export interface StatisticsQuery {
	readonly campaigns: readonly CampaignRecord[];
	readonly level: Level;
	readonly trafficSource: TrafficSource;
	/** Moscow days, both included. */
	readonly fromDay: number;
	readonly toDay: number;
}

/** Every fourth campaign has no counter of Yandex Metrica. */
const COUNTERLESS = 4;

/** What is true in this account. Reports and tests read it from here and nowhere else. */
export class Truth {
	constructor(private readonly options: PromoPagesOptions) {}

	/**
	 * The rows of a report, made while they are read: by campaign, then day, then publication, then preview. Publications
	 * sum up to their campaign; previews do too but for publications without covers, which have none.
	 */
	*rows(query: StatisticsQuery): Generator<StatisticsRow, void> {
		for (const record of query.campaigns) {
			const atoms = atomsOf(record);
			if (atoms.length === 0 || record.days === undefined) continue;
			const first = Math.max(query.fromDay, record.days.first);
			const last = Math.min(query.toDay, record.days.last);
			const shape = {
				isVideo: record.campaign.type === 'video',
				hasCounter: record.number % COUNTERLESS !== 3,
				undocumented: this.options.undocumented,
			};
			for (let day = first; day <= last; day++) {
				if (!hasTraffic(record, day, this.options.seed)) continue;
				for (const [key, totals] of this.sums(record, atoms, day, query))
					yield rowOf(key, day, totals, shape);
			}
		}
	}

	private *sums(
		record: CampaignRecord,
		atoms: readonly Atom[],
		day: number,
		{ level, trafficSource }: StatisticsQuery,
	): Generator<[RowKey, Totals], void> {
		const campaignId = record.campaign.id;
		let group: string | undefined;
		let sums = { ...NO_TOTALS };
		let key: RowKey = { campaignId };
		for (const atom of atoms) {
			if (level === 'previews' && atom.previewId === undefined) continue;
			const next = groupOf(atom, level);
			if (group !== undefined && next !== group) {
				yield [key, sums];
				sums = { ...NO_TOTALS };
			}
			group = next;
			key = { campaignId, ...idsOf(atom, level) };
			add(sums, totalsOf(record, atom, day, trafficSource, this.options.seed));
		}
		if (group !== undefined) yield [key, sums];
	}
}

function idsOf({ publicationId, previewId }: Atom, level: Level): Omit<RowKey, 'campaignId'> {
	if (level === 'campaigns') return {};
	return level === 'publications' || previewId === undefined
		? { publicationId }
		: { publicationId, previewId };
}

/** Atoms of one row lie side by side. */
function groupOf(atom: Atom, level: Level): string {
	if (level === 'campaigns') return '';
	return level === 'publications' ? atom.publicationId : String(atom.number);
}
