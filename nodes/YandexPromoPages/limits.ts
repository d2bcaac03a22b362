/** The limits and rules of Yandex PromoPages. Where a number is our own choice, that is said. */

/** Most campaigns on a page, and most ids in one request for campaigns (documentation of GET /campaigns). */
export const PAGE_SIZE = { default: 200, maximum: 200 };
export const IDS_PER_REQUEST = { default: 200, maximum: 200 };

/** Cabinets in one request for balances; no maximum is documented, so it is that of campaigns. */
export const PUBLISHERS_PER_REQUEST = 200;

/** Days per report. No maximum is known, and each order takes one of 1,000 places, so the default is the whole period. */
export const DAYS_PER_REQUEST = { default: 0, maximum: 366 };

/** Reports at a time; our choice, since the number of requests per second is not published. */
export const CONCURRENCY = { default: 2, maximum: 4 };

/** "Repeat the request after several minutes" (documentation of GET /campaigns). Our number: 3, then 6, 12, 18. */
export const RATE_LIMIT_WAIT = { firstMs: 180_000, factor: 2, capMs: 1_080_000, jitter: 'above' as const };

/** Longest single wait in seconds; our choice, so that the wait above can grow. */
export const MAX_WAIT_SECONDS = 1200;

export const TIMEOUT_SECONDS = 60;

/**
 * Polling of reports, in seconds. The platform keeps the 1,000 latest reports for 30 days (sheet 3.2) and says nothing of
 * how many it makes at a time. Ahead go so many orders that the publishers of an account are usually made ready together,
 * and few enough that a run that is stopped leaves little behind; our choice.
 */
export const POLL = { interval: 3, maximumInterval: 30, timeout: 1800, ordersAhead: 20 };

/** A report that is being built is answered with this status (sheet 3.3, trap 38). */
export const REPORT_PENDING = 202;

/** A report arrives as a whole, so there is nothing behind its first page to hold back. */
export const HOLD_ROWS = 1;

/** Days of reports are those of Moscow (sheet 3.2), and so are dates without a time. */
export const TIMEZONE = 'Europe/Moscow';
