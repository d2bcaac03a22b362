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
	/** Bytes of a classic answer (1.5). */
	charset: 'utf-8' | 'windows-1251';
	/** Where the answer names its charset. */
	charsetDeclared: 'header' | 'declaration' | 'both' | 'nowhere';
	/** Comes after `</response>` (7.1, 12). */
	trailing: string;
	/** Base of the page links, by default the own one (7.1, 14). */
	linksBase?: string;
	/** Where the page counters are (7.3). */
	counters: 'result' | 'links';
	/** `data` of a list without rows (7.1, 6). */
	emptyData: 'element' | 'missing';
	/** Requests to the REST reports (5.2). 0: no budget. */
	reportRequestsPerMinute: number;
	/** How many polls do not answer SUCCESS. */
	reportPolls: number;
	/** Tasks at once (5.2). */
	reportTasks: number;
	/** The account that an advertiser must name as `ownerId` (5.2); by default nobody has to. */
	ownerId?: number;
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
	charset: 'utf-8',
	charsetDeclared: 'both',
	trailing: '',
	counters: 'result',
	emptyData: 'element',
	reportRequestsPerMinute: 100,
	reportPolls: 2,
	reportTasks: 3,
};
