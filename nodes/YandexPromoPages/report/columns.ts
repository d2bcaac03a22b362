import type { Level } from '../api';

/** Ids that name a row at each level (sheet 3.3). */
const KEYS: Readonly<Record<Level, readonly string[]>> = {
	campaigns: ['campaignId'],
	publications: ['campaignId', 'publicationId'],
	previews: ['campaignId', 'publicationId', 'previewId'],
};

/** The documented ones, in the documentation's order. Live rows have more (trap 35), which follow behind them. */
const METRICS: readonly string[] = [
	'impressions',
	'reach',
	'budget',
	'cpm',
	'clickouts',
	'clickoutCost',
	'clickoutPercent',
	'fullReads',
	'fullReadPercent',
	'ctr',
	'videoExpands',
	'videoFullViews',
	'videoExpandPercent',
	'videoFullViewPercent',
	'metricaVisits',
	'metricaVisitPercent',
	'metricaVisitCost',
];

export function knownColumns(level: Level): string[] {
	return [...KEYS[level], 'mskDate', ...METRICS];
}
