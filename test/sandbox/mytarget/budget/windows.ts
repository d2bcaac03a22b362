import type { Limits } from '../options';

/** Names of the windows in the headers, by their length in seconds (5.1). */
export const HEADER_NAMES: Readonly<Record<number, string>> = {
	1: 'RPS',
	60: 'Minutely',
	3600: 'Hourly',
	86_400: 'Daily',
};

const SECONDS = { rps: 1, minutely: 60, hourly: 3600, daily: 86_400 } as const;

/** Limits by the length of their window in seconds. */
export type WindowLimits = ReadonlyMap<number, number>;

export function windowLimits(limits: Limits): WindowLimits {
	const entries = Object.entries(limits) as [keyof Limits, number | undefined][];
	const given = entries.flatMap(([name, limit]) =>
		limit === undefined ? [] : [[SECONDS[name], limit] as const],
	);
	return new Map(given.sort(([one], [other]) => one - other));
}

export function throttlingLimits(limits: Readonly<Record<string, number>>): WindowLimits {
	return new Map(Object.entries(limits).map(([seconds, limit]) => [Number(seconds), limit]));
}

const MOSCOW_MS = 3 * 3_600_000;

/** When the current window began, in milliseconds: windows are calendar ones, days begin at midnight in Moscow (5.2). */
export function windowStart(time: number, seconds: number): number {
	const length = seconds * 1000;
	return Math.floor((time + MOSCOW_MS) / length) * length - MOSCOW_MS;
}
