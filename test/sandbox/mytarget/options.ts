/** Requests allowed in the current calendar second, minute, hour and Moscow day. Left out: no limit, and no header. */
export interface Limits {
	rps?: number;
	minutely?: number;
	hourly?: number;
	daily?: number;
}

/** Limits by resource, version (or `all`), action and window in seconds, as throttling.json has them (3.1). */
export type Throttling = Readonly<
	Record<string, Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>>
>;

/** Section and trap numbers are those of the fact sheet of myTarget. What the sheet leaves open is an option. */
export interface MyTargetOptions {
	clientId: string;
	clientSecret: string;
	/** Another seed is another account: other ids, other names, other numbers. */
	seed: number;
	/** `user.types` of the owner (1.2). Without `advert` it has no objects, without `agency` no clients: 403. */
	ownerTypes: readonly string[];
	/** Campaigns of the owner; the same records are its ad groups (section 2). */
	campaigns: number;
	adPlans: number;
	banners: number;
	/** Accounts that the owner has as an agency. Some of them are blocked, some relations are deleted. */
	agencyClients: number;
	/** Campaigns of each agency client. */
	clientCampaigns: number;
	packages: number;
	regions: number;
	segments: number;
	userLists: number;
	transactions: number;
	/** Average shows of one banner on a day with traffic. */
	showsPerCell: number;

	/** Seconds (1.3). */
	tokenLifetime: number;
	/** Tokens of one application for one user, expired ones included (1.7). */
	tokenLimit: number;
	/** Seconds without activity after which a token record is gone (1.7). */
	tokenIdle: number;
	/** With rotation a refresh gives another refresh token, and only the last one works (1.7). */
	rotateRefreshTokens: boolean;
	/** `sample`: expires_in and scope as strings. `quickStart`: a number, a list, `Bearer` and tokens_left (1.3). */
	tokenAnswer: 'sample' | 'quickStart';
	/** Whether the undocumented `permanent=true` is taken (trap 23). */
	permanentTokens: boolean;
	/** Body of a 401 (1.8). */
	authErrorBody: 'flat' | 'wrapped' | 'oauth';
	/** Body of a refusal of the token endpoint (E9). */
	tokenErrorBody: 'flat' | 'wrapped' | 'oauth';
	/** Status of `invalid_client` there: 401 by the documentation, 400 possible (section 8). */
	invalidClientStatus: 400 | 401;

	/** Limits of every method of every user; false: none and no headers. */
	budget: Limits | false;
	/** Limits of single methods instead, by method and path without ids: `GET /api/v2/campaigns.json`. */
	budgets: Readonly<Record<string, Limits>>;
	/** Limits on top of those, told by throttling.json; the seed's sample. */
	throttling: Throttling;
	/** `Retry-After` of a 429; none is documented. */
	retryAfter?: string;

	/** Highest `limit` of lists, those with another documented one apart. */
	pageMax: number;
	/** A `limit` above it (section 8). */
	overLimit: 'refused' | 'clamped' | 'honoured';
	/** Values of one `__in` (5.3); 0: no bound. */
	maxFilterValues: number;
	/** Filters that only clients know, `_id__not_in` for one (3.3); those nobody knows are refused or ignored. */
	undocumentedFilters: 'refused' | 'applied' | 'ignored';
	/** Names in `fields` that the resource does not have (section 8). */
	unknownFields: 'refused' | 'ignored';
	/** Lists without `sorting`; with `newestFirst` a created object shifts the pages. */
	unsortedOrder: 'id' | 'newestFirst';
	/** What a banner calls its parent among its default fields (3.5). */
	bannerParent: 'ad_group_id' | 'campaign_id';
	/** Answer to an update (3.0.4). */
	updateStatus: 200 | 204;
	/** 413 beyond it. */
	maxBodyBytes: number;

	/** Ids in one question for statistics (3.17); 0: no limit. */
	statisticsIds: number;
	/** Days in one question for statistics by day (3.17); 0: no limit. */
	statisticsDays: number;
	/** How many days back, today not counted (3.17). */
	statisticsDepth: number;
	/** Days in one question for v3: the sheet knows no bound but the depth. 0: no limit. */
	periodDays: number;
	/** Highest `limit` of v3 (3.20). */
	periodPageMax: number;
	/** `count` of v3: objects returned, or of all pages (trap 43). */
	periodCount: 'returned' | 'total';
	/** Statistics v2 without `id` (3.19). */
	statisticsWithoutId: 'refused' | 'all';
	/** Dates after today (section 8). */
	futureDates: 'refused' | 'accepted';
	/** Days without traffic (3.19). */
	quietDays: 'zeros' | 'omitted';
	/** Codes as in the documentation or as in real answers (3.17). */
	statisticsErrorPrefix: '' | 'ERR_';

	/** Whether answers are compressed when the client asks for it. */
	gzip: boolean;
}

/** The sample of the seed, with the missing brace. */
const SEED_THROTTLING: Throttling = {
	REMARKETINGUSERSLIST: {
		v2: { READ: { '60': 1 }, CREATE: { '60': 0 } },
		v3: { READ: { '3600': 200 }, CREATE: { '3600': 10 } },
		all: { READ: { '3600': 200 }, CREATE: { '60': 1 } },
	},
};

export const DEFAULT_OPTIONS: MyTargetOptions = {
	clientId: 'sandbox-client',
	clientSecret: 'sandbox-secret-not-a-secret',
	seed: 1,
	ownerTypes: ['advert', 'agency'],
	campaigns: 1250,
	adPlans: 120,
	banners: 1700,
	agencyClients: 63,
	clientCampaigns: 12,
	packages: 170,
	regions: 632,
	segments: 230,
	userLists: 15,
	transactions: 130,
	showsPerCell: 800,
	tokenLifetime: 86_400,
	tokenLimit: 5,
	tokenIdle: 30 * 86_400,
	rotateRefreshTokens: false,
	tokenAnswer: 'sample',
	permanentTokens: false,
	authErrorBody: 'flat',
	tokenErrorBody: 'oauth',
	invalidClientStatus: 401,
	// Wide enough for a test whose clock stands still.
	budget: { rps: 1000, hourly: 100_000, daily: 1_000_000 },
	budgets: {},
	throttling: SEED_THROTTLING,
	pageMax: 50,
	overLimit: 'refused',
	maxFilterValues: 50,
	undocumentedFilters: 'refused',
	unknownFields: 'refused',
	unsortedOrder: 'id',
	bannerParent: 'ad_group_id',
	updateStatus: 204,
	maxBodyBytes: 10_000_000,
	statisticsIds: 200,
	statisticsDays: 92,
	statisticsDepth: 366,
	periodDays: 0,
	periodPageMax: 250,
	periodCount: 'returned',
	statisticsWithoutId: 'refused',
	futureDates: 'refused',
	quietDays: 'zeros',
	statisticsErrorPrefix: '',
	gzip: true,
};
