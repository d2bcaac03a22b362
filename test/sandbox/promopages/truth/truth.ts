import type { CampaignRecord } from '../campaigns/record';
import type { PromoPagesOptions } from '../options';

import { add, atomsOf, hasTraffic, NO_TOTALS, totalsOf, type Atom, type Totals } from './cells';
import type { Level, TrafficSource } from './levels';
import { rowOf, type RowKey, type StatisticsRow } from './row';

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
