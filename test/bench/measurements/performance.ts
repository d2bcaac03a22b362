import type { Measurement, Setup } from './measurement';

/** Days that everybody asks for. */
export const PERFORMANCE_DAYS = 90;

/** The table of all platforms, of a large account on each of them. */
export function performanceMeasurements({ server: { performance } }: Setup): Measurement[] {
	return [
		{
			name: 'performance',
			title: `Get Ad Performance, 1,000 campaigns x ${PERFORMANCE_DAYS} days, to items`,
			note: 'Answers of the sandbox, kept and given again at once, so requests count more than seconds: each costs a round trip, and what the platform takes to make its answer. Rows are the days on which something happened. Jobs are looked at after a second.',
			cases: performance,
			recorded: true,
			showsRequests: true,
		},
	];
}
