/** The limits and rules of Example Ads. Where a number is our own choice, that is said. */

/** Campaigns on a page (sheet 2.2). */
export const PAGE_SIZE = { default: 100, maximum: 100 };

/** Of one request for statistics (sheet 2.3). */
export const STATISTICS_PAGE_SIZE = { default: 500, maximum: 500 };
export const IDS_PER_REQUEST = { default: 20, maximum: 20 };
export const DAYS_PER_REQUEST = { default: 31, maximum: 31 };

/** Parts of a report at a time; our choice. */
export const CONCURRENCY = { default: 2, maximum: 4 };

/** Rows of a part that are held back so that it can still be halved; our choice. */
export const HOLD_ROWS = 10_000;

/** After a 429 that names no wait: 10, then 20, 40, 60 s (sheet 3; that it grows is our choice). */
export const RATE_LIMIT_WAIT = { firstMs: 10_000, factor: 2, capMs: 60_000, jitter: 'above' as const };

/** Longest single wait, and how long the platform may stay silent; our choice. */
export const MAX_WAIT_SECONDS = 300;
export const TIMEOUT_SECONDS = 60;

/** Of the days of its statistics (sheet 2.3). */
export const TIMEZONE = 'Europe/Moscow';
