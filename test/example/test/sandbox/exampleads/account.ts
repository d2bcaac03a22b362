import { dayText } from '../frame/calendar';
import { below, mix } from '../frame/hash';

export interface ExampleAdsOptions {
	token: string;
	campaigns: number;
}

export const DEFAULT_OPTIONS: ExampleAdsOptions = { token: 'example_sandbox-not-a-secret', campaigns: 230 };

export interface Campaign {
	readonly id: number;
	readonly name: string;
	readonly status: 'active' | 'paused';
}

export interface StatisticsRow {
	readonly date: string;
	readonly campaign_id: number;
	readonly impressions: number;
	readonly clicks: number;
	/** Money (trap 2). */
	readonly cost: string;
}

export function campaignsOf({ campaigns }: ExampleAdsOptions): Campaign[] {
	return Array.from({ length: campaigns }, (_none, index) => ({
		id: 101 + index,
		name: `Кампания ${index + 1}`,
		status: index % 3 === 2 ? 'paused' : 'active',
	}));
}

/** Rows by day and campaign; those of a campaign that did not run are missing (trap 3). */
export function* statisticsOf(
	campaigns: readonly Campaign[],
	fromDay: number,
	toDay: number,
): Generator<StatisticsRow> {
	for (let day = fromDay; day <= toDay; day++)
		for (const { id, status } of campaigns) {
			const cell = mix(mix(0xe8a, day), id);
			if (status === 'paused' && below(2, cell) === 0) continue;
			const impressions = below(5000, mix(cell, 1));
			const clicks = below(1 + Math.floor(impressions / 20), mix(cell, 2));
			yield { date: dayText(day), campaign_id: id, impressions, clicks, cost: (clicks * 1.2).toFixed(2) };
		}
}
