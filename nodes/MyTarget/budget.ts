import { z } from 'zod';

import type { Answer } from '../../connector/client';
import type { BudgetWindow } from '../../connector/rate-limit';
import { MOSCOW_OFFSET_MS } from './limits';

const DAY_MS = 86_400_000;

/** Windows of the X-RateLimit headers (sheet 5.1); the minute is not documented but was seen. */
const HEADER_WINDOWS: readonly (readonly [name: string, lengthMs: number])[] = [
	['rps', 1000],
	['minutely', 60_000],
	['hourly', 3_600_000],
	['daily', DAY_MS],
];

const bySeconds = z.record(z.string().regex(/^\d{1,9}$/), z.number());

/** Body of a 429 (E10): windows by their length in seconds. It has no `error` key (trap 55). */
const limitsAnswer = z.looseObject({ limits: bySeconds, remaining: bySeconds });

/** What an answer tells about the budget of its method. No headers mean that nothing is known, not that all is allowed. */
export function budgetOf({ status, headers, body }: Answer): BudgetWindow[] {
	const told = HEADER_WINDOWS.flatMap(([name, lengthMs]) =>
		windowOf(
			lengthMs,
			wholeNumber(headers[`x-ratelimit-${name}-limit`]),
			wholeNumber(headers[`x-ratelimit-${name}-remaining`]),
		),
	);
	const parsed = limitsAnswer.safeParse(status === 429 ? body : undefined);
	if (!parsed.success) return told;
	const { limits, remaining } = parsed.data;
	const fromBody = Object.entries(limits).flatMap(([seconds, limit]) =>
		windowOf(Number(seconds) * 1000, limit, remaining[seconds]),
	);
	return [...told, ...fromBody];
}

/** Whether a 429 says that the account may not use the method at all, which no waiting changes. */
export function meansNoAccess(body: unknown): boolean {
	const parsed = limitsAnswer.safeParse(body);
	const limits = parsed.success ? Object.values(parsed.data.limits) : [];
	return limits.length > 0 && limits.every((limit) => limit === 0);
}

interface Exhausted {
	/** Milliseconds until none of the windows that a 429 calls exhausted is the current one any more. */
	readonly waitMs: number;
	/** Length of the longest of them. */
	readonly windowMs: number;
}

/** @returns undefined where a 429 names no exhausted window */
export function exhaustedIn({ body, receivedAt }: Answer): Exhausted | undefined {
	const parsed = limitsAnswer.safeParse(body);
	if (!parsed.success) return undefined;
	const { limits, remaining } = parsed.data;
	const lengths = Object.entries(remaining)
		.filter(([seconds, left]) => left <= 0 && limits[seconds] !== 0 && Number(seconds) > 0)
		.map(([seconds]) => Number(seconds) * 1000);
	if (lengths.length === 0) return undefined;
	const waitMs = Math.max(...lengths.map((lengthMs) => untilEnd(lengthMs, receivedAt)));
	return { waitMs, windowMs: Math.max(...lengths) };
}

function windowOf(
	lengthMs: number,
	limit: number | undefined,
	remaining: number | undefined,
): BudgetWindow[] {
	// A limit of 0 is "no access", and as a budget it would be waited for without an end.
	if (limit === undefined || limit <= 0 || lengthMs === 0) return [];
	return [{ limit, lengthMs, offsetMs: offsetOf(lengthMs), remaining }];
}

function untilEnd(lengthMs: number, now: number): number {
	return lengthMs - ((now + offsetOf(lengthMs)) % lengthMs);
}

/** Only the day is another one in Moscow. */
function offsetOf(lengthMs: number): number {
	return lengthMs % DAY_MS === 0 ? MOSCOW_OFFSET_MS : 0;
}

function wholeNumber(value: string | undefined): number | undefined {
	return value !== undefined && /^\d{1,12}$/.test(value.trim()) ? Number(value) : undefined;
}
