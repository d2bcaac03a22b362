/** Section and trap numbers are those of the fact sheet of PromoPages. What the sheet leaves open is an option. */
export interface PromoPagesOptions {
	token: string;
	/** Both scheme words seem accepted (section 1). */
	tokenType: 'OAuth' | 'Bearer' | 'both';
	/** Another seed is another account: other ids, other names, other rows. The cabinet of the documented example stays. */
	seed: number;
	/** How many cabinets the client list has; see `publishers.ts` for what they are. */
	publishers: number;
	/** Campaigns of each cabinet in the order of the client list; those beyond this list have 5. */
	campaigns: readonly number[];
	/** `documented`: cursors as in the example, plain characters. `encoded`: with `+`, `/` and `=` in them. */
	cursor: 'documented' | 'encoded';
	/** Where nothing follows: `hasNextPage: false`; neither key (trap 11); false, and a cursor all the same. */
	lastPage: 'flag' | 'bare' | 'cursor';
	/** What the documentation does not know and answers have: `clicks`, `views`, `targeting.placements` (traps 35, 43). */
	undocumented: boolean;
	/** How many polls answer 202. */
	reportPolls: number;
	/** For how many milliseconds all do, by the cabinet in the order of the client list; 0 for those beyond it. */
	buildMs: readonly number[];
}

export const DEFAULT_OPTIONS: PromoPagesOptions = {
	token: 'y0_sandbox-not-a-secret',
	tokenType: 'both',
	seed: 1,
	publishers: 6,
	campaigns: [1234, 7, 0, 3, 5, 40],
	cursor: 'documented',
	lastPage: 'flag',
	undocumented: true,
	reportPolls: 2,
	buildMs: [],
};

/** `pageLimit` (3.1). */
export const MOST_PER_PAGE = 200;
/** Ids in GET /campaigns (3.1), and in the order of a report by the precaution of 3.2. */
export const MOST_IDS = 200;
