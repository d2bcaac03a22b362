export const LEVELS = ['campaigns', 'publications', 'previews'] as const;
export type Level = (typeof LEVELS)[number];

export const TRAFFIC_SOURCES = ['total', 'ya_search', 'rsya'] as const;
export type TrafficSource = (typeof TRAFFIC_SOURCES)[number];

/** Hyphens in the path of the order (section 4). */
export const REPORT_PATHS: Readonly<Record<Level, string>> = {
	campaigns: 'campaigns-daily-stats',
	publications: 'campaigns-publications-daily-stats',
	previews: 'campaigns-previews-daily-stats',
};

/** Underscores in the `type` of the answer (trap 30). */
export function reportType(level: Level): string {
	return REPORT_PATHS[level].replaceAll('-', '_');
}
