/** A header that carries the token (sheet, 1.2). */
export type AuthHeader = 'X-Yandex-API-Key' | 'Authorization';

/** Section numbers are those of the fact sheet of ADFOX; what it leaves open is an option. */
export interface AdfoxOptions {
	token: string;
	/** Another seed is another account. */
	seed: number;
	advertisers: number;
	superCampaigns: number;
	campaigns: number;
	banners: number;
	sites: number;
	zones: number;
	places: number;
	/** Headers that are taken (7.3); the REST reports know `Authorization` only (5.2). */
	authHeaders: readonly AuthHeader[];
	/** How the classic API refuses a token (4.3): an XML error with 200, or HTTP 401 without XML. */
	authFailure: 'xml' | 'http-401';
	/** HTTP status of an XML error (4.3: not documented). */
	errorStatus: number;
	/** Bytes of a classic answer (1.5). */
	charset: 'utf-8' | 'windows-1251';
	/** Where the answer names its charset. */
	charsetDeclared: 'header' | 'declaration' | 'both' | 'nowhere';
	/** What texts are read as when `encoding` is missing (1.5). */
	defaultEncoding: 'UTF-8' | 'CP-1251';
	/** Comes after `</response>` (7.1, 12). */
	trailing: string;
	/** Base of the page links, by default the own one (7.1, 14). */
	linksBase?: string;
	/** Where the page counters are (7.3). */
	counters: 'result' | 'links';
	defaultLimit: number;
	maxLimit: number;
	/** What becomes of a limit over the maximum (section 9). */
	overMaxLimit: 'refuse' | 'clamp';
	/** `data` of a list without rows (7.1, 6). */
	emptyData: 'element' | 'missing';
	/** Parameters that the method does not have (6, 10: editions differ, so they pass). */
	unknownParameters: 'ignore' | 'refuse';
	/** Writes in the URL: the platform takes them (1.4), the sheet advises against them (6, 3). */
	writesByGet: boolean;
	/** `search` of super campaigns (7.2, 12). */
	superCampaignSearch: 'works' | 'ignored';
	/** The module "Campaign types": what `level` can be depends on `kind_id` (2.10). */
	campaignTypes: boolean;
	/** Requests to the classic API; none is documented. 0: no budget. */
	requestsPerMinute: number;
	/** Requests to the REST reports (5.2). 0: no budget. */
	reportRequestsPerMinute: number;
	/** Header of a 429. */
	retryAfter?: string;
	/** How many polls do not answer SUCCESS. */
	reportPolls: number;
	/** Tasks at once (5.2). */
	reportTasks: number;
	/** Seconds after which a task is EXPIRED. */
	taskSeconds: number;
	/** Rows of one report (5.2). */
	reportMaxRows: number;
	/** Days of one report, both ends included (5.2). */
	reportMaxDays: number;
	/** The account that an advertiser must name as `ownerId` (5.2); by default nobody has to. */
	ownerId?: number;
	/** Days with traffic in a hundred, per banner. */
	trafficPercent: number;
}

export const DEFAULT_OPTIONS: AdfoxOptions = {
	token: 'y0_sandbox-not-a-secret',
	seed: 1,
	advertisers: 23,
	superCampaigns: 14,
	campaigns: 137,
	banners: 2345,
	sites: 25,
	zones: 60,
	places: 150,
	authHeaders: ['X-Yandex-API-Key', 'Authorization'],
	authFailure: 'xml',
	errorStatus: 200,
	charset: 'utf-8',
	charsetDeclared: 'both',
	defaultEncoding: 'CP-1251',
	trailing: '',
	counters: 'result',
	defaultLimit: 10,
	maxLimit: 1000,
	overMaxLimit: 'refuse',
	emptyData: 'element',
	unknownParameters: 'ignore',
	writesByGet: false,
	superCampaignSearch: 'works',
	campaignTypes: false,
	requestsPerMinute: 0,
	reportRequestsPerMinute: 100,
	reportPolls: 2,
	reportTasks: 3,
	taskSeconds: 3600,
	reportMaxRows: 1_000_000,
	reportMaxDays: 365,
	trafficPercent: 12,
};
