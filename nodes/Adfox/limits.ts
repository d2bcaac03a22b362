/** The limits and rules of ADFOX. Where a number is our own choice, that is said. */

/** Objects per page: the platform's default is 10, so a limit is always sent (sheet 3.3). */
export const PAGE_SIZE = { default: 1000, maximum: 1000 };

/** Campaigns in one request for banners; no maximum is documented, a client sends 300 at most (sheet 6). */
export const IDS_PER_REQUEST = { default: 300, maximum: 300 };

/** Days of one report, and how many years reports reach back (sheet 5.2). */
export const DAYS_PER_REQUEST = { default: 365, maximum: 365 };
export const HISTORY_YEARS = 3;

/** Rows of one report (sheet 5.2). */
export const REPORT_ROWS = 1_000_000;

/** Names of each kind in one report: metrics, dimensions, filters (sheet 5.2). */
export const REPORT_NAMES = 10;

/** What the editor offers for reports is asked for once an hour; our choice. */
export const METADATA_KEPT_MS = 3_600_000;

/** Reports at a time, per owner (sheet 5.2). */
export const CONCURRENCY = { default: 3, maximum: 3 };

/** A report arrives as a whole, so there is nothing behind its first page to hold back. */
export const HOLD_ROWS = 1;

/** The dimension that gives each row its day (documented example of a campaign report). */
export const DAY_DIMENSION = 'date';

/** Wait after a 429. No number is documented; ours: 10 s, then 20, 40 and so on, up to 270. */
export const RATE_LIMIT_WAIT = { firstMs: 10_000, factor: 2, capMs: 270_000, jitter: 'above' as const };

/** Longest single wait in seconds; our choice. */
export const MAX_WAIT_SECONDS = 300;

export const TIMEOUT_SECONDS = 60;

/**
 * Polling of reports, in seconds. A result can be read for an hour, so the deadline stays below that (sheet 6). None is
 * ordered ahead: each takes one of the 3 places of its owner.
 */
export const POLL = { interval: 3, maximumInterval: 30, timeout: 3000, ordersAhead: 0 };

/** Reports count the days of Moscow (sheet 1.6); for the dates of objects a client assumes the same. */
export const TIMEZONE = 'Europe/Moscow';
