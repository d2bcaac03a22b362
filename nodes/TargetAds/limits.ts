/**
 * The limits and rules of TargetADS. Most are not documented officially; where a number is only known from a client
 * or is our own choice, that is said.
 */

/** "Timeout: 300 seconds" (Raw Data API, limits). */
export const TIMEOUT_SECONDS = 300;

/** The platform's own refusal should arrive before we give up, since the 300 s may be its processing limit. */
export const TIMEOUT_GRACE_MS = 5_000;

/** Longest single wait in seconds; our choice, enough for five of the platform's own waits. */
export const MAX_WAIT_SECONDS = 300;

/** Wait after a 429 (Raw Data API, sample code); the number of requests per minute is not documented. */
export const RATE_LIMIT_WAIT_MS = 60_000;

/** Rows per page: the samples use 1,000, 10,000 and 100,000; the real maximum is not stated. */
export const PAGE_SIZE = { default: 10_000, maximum: 100_000 };

/** Rows per page of an aggregated report: the only value seen to work (sheet 3.5), where paging is not documented. */
export const AGGREGATED_PAGE_SIZE = { default: 100_000, maximum: 100_000 };

/** Campaigns per request: 10 in the sample code (advice). More are let through, since no hard limit is known. */
export const IDS_PER_REQUEST = { default: 10, maximum: 1_000 };

/** Days per request: a week for direct reports (sample code); 3 for jobs, known from a client only. */
export const DAYS_PER_REQUEST = { direct: 7, job: 3, maximum: 366 };

/** How far back jobs reach, in days; known from a client only, so it is told and not enforced. */
export const JOB_HISTORY_DAYS = 90;

/** Campaigns that a client allows in one aggregated report; told and not enforced. */
export const AGGREGATED_IDS = 20;

/** Slices at a time: nothing is known of the platform's limit, so we begin carefully. */
export const CONCURRENCY = { default: 2, maximum: 8 };

/** Rows of a slice held back so that it can still be split; memory of a running slice is bounded by it. */
export const HOLD_ROWS = 50_000;

/** The field of a raw row that names its placement; 0 marks rows that belong to no known placement. */
export const PLACEMENT_FIELD = 'InteractionPlacementId';

/** The field that splits an aggregated report by date (sheet 3.5). */
export const DAY_FIELD = 'EventDate';

/** Metrics that come back under another spelling than they are asked for. */
export const ANSWERED_AS: Readonly<Record<string, string>> = { PartOfGIVT: 'PartOfGivt' };

/**
 * Polling of jobs, in seconds. How many may be open is not documented; a client orders all of them up front (sheet 3.7),
 * we begin carefully: as many again as are read by default.
 */
export const POLL = { interval: 3, maximumInterval: 30, timeout: 1800, ordersAhead: 2 };

/** Not stated (sheet T15); a client counts the days of Moscow. */
export const TIMEZONE = 'Europe/Moscow';

/** What one request may bring of events (sheet 3.12); whether a megabyte is a million bytes is not said. */
export const EVENTS_PER_REQUEST = { count: 1000, bytes: 8_000_000 };
