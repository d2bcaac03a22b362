/** Sums of one returned row. */
export interface Totals {
	impressions: number;
	clicks: number;
	givt: number;
	sivt: number;
	events: number;
	/** In kopecks. */
	amount: number;
}

export const NO_TOTALS: Readonly<Totals> = {
	impressions: 0,
	clicks: 0,
	givt: 0,
	sivt: 0,
	events: 0,
	amount: 0,
};

/** Metrics of 4.5 and 4.6 as the text that a row holds (3.5: every value is a string). */
const METRICS: Readonly<Record<string, (totals: Totals) => number>> = {
	Impressions: ({ impressions }) => impressions,
	Clicks: ({ clicks }) => clicks,
	CTR: ({ impressions, clicks }) => percent(clicks, impressions),
	Reach: reach,
	Frequency: (totals) => (totals.impressions === 0 ? 0 : totals.impressions / reach(totals)),
	GIVT: ({ givt }) => givt,
	SIVT: ({ sivt }) => sivt,
	PartOfGIVT: ({ impressions, givt }) => percent(givt, impressions),
	TargetEventCount: ({ events }) => events,
	TargetEcomAmount: ({ amount }) => amount / 100,
};

/** The name under which a metric comes back (T4). */
export function returnedName(metric: string): string {
	return metric === 'PartOfGIVT' ? 'PartOfGivt' : metric;
}

/** Empty for a metric that is not known here: the lists are incomplete. */
export function metricText(metric: string, totals: Totals): string {
	return Object.hasOwn(METRICS, metric) ? String(METRICS[metric]!(totals)) : '';
}

/**
 * People seen in a row. Grows slower than the impressions, so that the reach of a sum is below the sum of the reaches:
 * adding rows up gives a wrong figure here as it does there (T19).
 */
function reach({ impressions }: Totals): number {
	return Math.ceil(impressions ** 0.9);
}

function percent(part: number, whole: number): number {
	return whole === 0 ? 0 : (part / whole) * 100;
}
