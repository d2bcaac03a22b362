/** Section and trap numbers are those of the fact sheet of PromoPages. What the sheet leaves open is an option. */
export interface PromoPagesOptions {
	token: string;
	/** Both scheme words seem accepted (section 1). */
	tokenType: 'OAuth' | 'Bearer' | 'both';
	/** When the token expires, in milliseconds or ISO 8601; by default never. */
	expiresAt?: number | string;
	/** Another seed is another account: other ids, other names, other rows. The cabinet of the documented example stays. */
	seed: number;
	/** How many cabinets the client list has; see `publishers.ts` for what they are. */
	publishers: number;
	/** Campaigns of each cabinet in the order of the client list; those beyond this list have 5. */
	campaigns: readonly number[];
	/** Average impressions of one cover in one traffic source on a day with traffic. */
	impressionsPerCell: number;

	/** `pageLimit` (3.1). */
	pageSize: number;
	/** Ids in GET /campaigns (3.1). */
	maxIds: number;
	/** Ids in a report order: no limit is documented, 200 is the precaution of 3.2. 0: no limit. */
	maxReportIds: number;
	/** Ids in GET /publishers/balances: no limit is documented (3.5). 0: no limit. */
	maxBalanceIds: number;
	/** Days in a report order: no limit is documented. 0: no limit. */
	maxReportDays: number;
	/** `pageLimit` may not change between the pages of one listing (pagination rule 2). */
	samePageLimit: boolean;
	/** `documented`: cursors as in the example, plain characters. `encoded`: with `+`, `/` and `=` in them. */
	cursor: 'documented' | 'encoded';
	/** Where nothing follows: `hasNextPage: false`; neither key (trap 11); false, and a cursor all the same. */
	lastPage: 'flag' | 'bare' | 'cursor';
	/** `startFrom`, `campaignTypes`, `campaignStrategies` together with `campaignIds`: not said what happens (3.1). */
	filtersWithIds: 'refused' | 'applied' | 'ignored';
	/** Campaign ids that the cabinet does not have. */
	unknownIds: 'left-out' | 'refused';
	/** Cabinets without an answer in GET /publishers/balances: those that the token may not read. */
	foreignBalance: 'left-out' | 'refused';
	/** Status for a cabinet that is deleted, not readable, foreign or unknown. */
	publisherStatus: 403 | 404;

	/** How a boolean that is not true is sent (3.1, conclusion). */
	falseFlags: 'omitted' | 'null' | 'false';
	/** `false`: an editable cabinet has `canRead: false`, as the wording of the documentation has it (trap 39). */
	writersCanRead: boolean;
	/** What the documentation does not know and answers have: `clicks`, `views`, `targeting.placements` (traps 35, 43). */
	undocumented: boolean;
	/** Some campaigns are of a type and a strategy that nobody has documented yet (section 4, last line). */
	unknownValues: boolean;
	/** Whether rows by preview name their publication (3.3). */
	publicationIdInPreviews: boolean;

	/** How many polls answer 202. */
	reportPolls: number;
	/** Body of a 202; as JSON if there is one. */
	pendingBody: string;
	/** Status for a report that is unknown, expired or pushed out by later ones. */
	goneStatus: 404 | 410;
	/** Days that a report is kept (3.2). */
	reportDays: number;
	/** How many of the latest reports are kept (3.2). */
	keptReports: number;

	/** 0: no budget. The number is not published (section 1). */
	requestsPerMinute: number;
	/** Each endpoint has a budget, or all of them share one (trap 8). */
	budgetScope: 'endpoint' | 'token';
	/** Once the budget is spent: "repeat the request after several minutes" (section 1). */
	penaltySeconds: number;
	/** `Retry-After` of a 429; none is documented. */
	retryAfter?: string;
	/** Bodies of refusals: the format is unknown. JSON is `{"code": <status>, "message": "..."}`. */
	errorBody: 'json' | 'text' | 'empty';
}

export const DEFAULT_OPTIONS: PromoPagesOptions = {
	token: 'y0_sandbox-not-a-secret',
	tokenType: 'both',
	seed: 1,
	publishers: 6,
	campaigns: [1234, 7, 0, 3, 5, 40],
	impressionsPerCell: 300,
	pageSize: 200,
	maxIds: 200,
	maxReportIds: 200,
	maxBalanceIds: 0,
	maxReportDays: 0,
	samePageLimit: true,
	cursor: 'documented',
	lastPage: 'flag',
	filtersWithIds: 'refused',
	unknownIds: 'left-out',
	foreignBalance: 'left-out',
	publisherStatus: 403,
	falseFlags: 'omitted',
	writersCanRead: true,
	undocumented: true,
	unknownValues: false,
	publicationIdInPreviews: true,
	reportPolls: 2,
	pendingBody: '',
	goneStatus: 404,
	reportDays: 30,
	keptReports: 1000,
	requestsPerMinute: 0,
	budgetScope: 'endpoint',
	penaltySeconds: 120,
	errorBody: 'json',
};
