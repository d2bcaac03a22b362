/** Requests allowed in the current calendar second, minute, hour and Moscow day. Left out: no limit, and no header. */
export interface Limits {
	rps?: number;
	minutely?: number;
	hourly?: number;
	daily?: number;
}

/** Section and trap numbers are those of the fact sheet of myTarget, docs/platforms/mytarget.md. */
export interface MyTargetOptions {
	clientId: string;
	clientSecret: string;
	/** Another seed is another account: other ids, other names, other numbers. */
	seed: number;
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

	/** Of the owner, one an hour until now. */
	leads: number;
	leadForms: number;
	/** `false`: the token is one of those that get 404 for leads (trap 56). */
	leadsVisible: boolean;
	/** The zone in which leads are filtered by time, which is not documented (trap 57). */
	leadClock: 'moscow' | 'utc';

	/** How often an uploaded list of users is looked at before it is ready; Infinity: it never is. */
	looksUntilReady: number;
	offlineGoals: number;
	/** The only form in which offline conversions are taken (trap 63). */
	offlineForm: 'parts' | 'data';
	/** How often the lists of offline conversions are read before a new one is among them. */
	readsUntilSeen: number;

	/** With rotation a refresh gives another refresh token, and only the last one works (1.7). */
	rotateRefreshTokens: boolean;
	/** `sample`: expires_in and scope as strings. `quickStart`: a number, a list, `Bearer` and tokens_left (1.3). */
	tokenAnswer: 'sample' | 'quickStart';
	/** Body of a 401 (1.8). */
	authErrorBody: 'flat' | 'wrapped' | 'oauth';
	/** Body of a refusal of the token endpoint (E9). */
	tokenErrorBody: 'flat' | 'wrapped' | 'oauth';

	/** Limits of every method of every user; false: none and no headers. */
	budget: Limits | false;
	/** The limits of throttling.json are kept, too. */
	throttles: boolean;
	/** Limits of single methods instead, by method and path without ids: `GET /api/v2/campaigns.json`. */
	budgets: Readonly<Record<string, Limits>>;

	/** `count` of statistics v3: objects returned, or of all pages (trap 43). */
	periodCount: 'returned' | 'total';
}

export const DEFAULT_OPTIONS: MyTargetOptions = {
	clientId: 'sandbox-client',
	clientSecret: 'sandbox-secret-not-a-secret',
	seed: 1,
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
	leads: 130,
	leadForms: 60,
	leadsVisible: true,
	leadClock: 'moscow',
	looksUntilReady: 1,
	offlineGoals: 3,
	offlineForm: 'parts',
	readsUntilSeen: 0,
	rotateRefreshTokens: false,
	tokenAnswer: 'sample',
	authErrorBody: 'flat',
	tokenErrorBody: 'oauth',
	// Wide enough for a test whose clock stands still.
	budget: { rps: 1000, hourly: 100_000, daily: 1_000_000 },
	throttles: true,
	budgets: {},
	periodCount: 'returned',
};
