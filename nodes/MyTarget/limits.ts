/** The limits and rules of VK Ads (myTarget). Where a number is our own choice, that is said. */

/** Objects on a page of a list: "Maximum 50" (API overview). Larger ones work for some clients, but nothing promises it. */
export const PAGE_SIZE = { default: 50, maximum: 50 };

/** Segments alone are documented with more (sheet 3.12). */
export const SEGMENT_PAGE_SIZE = { default: 100, maximum: 100 };

/** Values of one `in` filter. Not documented; with one page's worth of them an answer always fits a page (sheet 5.3). */
export const FILTER_VALUES = 50;

/** Objects that one request may change (sheet 3.6). */
export const MASS_ACTION = 200;

/** Objects in one request for statistics (sheet 3.17). */
export const IDS_PER_REQUEST = { default: 200, maximum: 200 };

/** Days in one request for statistics: the documentation allows 366, older clients kept to 92 (sheet 3.17). */
export const DAYS_PER_REQUEST = { default: 92, maximum: 366 };

/** How many days back statistics by day reach (sheet 3.17, the newer Russian documentation). */
export const DEPTH_DAYS = 366;

/** Objects on a page of statistics v3 (sheet 3.20). */
export const PERIOD_PAGE_SIZE = { default: 250, maximum: 250 };

/** Requests for statistics at a time; our choice: their budget is known to be small (sheet 5.1). */
export const CONCURRENCY = { default: 2, maximum: 8 };

/** After a 429 that does not say which window is used up: 2, 4, 8 ... 60 s. Our choice. */
export const RATE_LIMIT_WAIT = { firstMs: 2000, factor: 2, capMs: 60_000, jitter: 'above' as const };

export const MAX_WAIT_SECONDS = 300;
export const TIMEOUT_SECONDS = 60;

/** An answer of statistics v2 arrives as a whole, so there is nothing behind its first page to hold back. */
export const HOLD_ROWS = 1;

/** Dates and times without a zone are Moscow's (sheet 1.10), and so are calendar days of budgets (sheet 5.2). */
export const TIMEZONE = 'Europe/Moscow';
export const MOSCOW_OFFSET_MS = 3 * 3_600_000;

/** Lines of a list of users, and of one that adds to another or takes from it (sheet 3.30). */
export const LIST_LINES = { minimum: 2000, differential: 25, maximum: 5_000_000 };

/** A file of lines (sheet 3.30). "128 MB" is read as a client reads it. */
export const UPLOAD_BYTES = 128 * 1024 * 1024;

/** Lines of a list of offline conversions (sheet 3.31). A maximum is not documented; that of lists of users is taken. */
export const CONVERSION_LINES = { minimum: 10, maximum: LIST_LINES.maximum };

/** How long a list is waited for, in seconds. Our choice: of 200 readings an hour (sheet 3.1) 65 are done in that time. */
export const LIST_POLLING = { interval: 3, maximumInterval: 30, timeout: 1800 };

/** The same for finding a new list of offline conversions, which has no state to wait for. Our choice. */
export const CONVERSION_POLLING = { interval: 1, maximumInterval: 10, timeout: 60 };
