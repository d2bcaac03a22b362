/** Of the report that is ordered: enough for a row that tells something. */
export const MOST_ORDERED = 50;
export const DAYS = 30;
