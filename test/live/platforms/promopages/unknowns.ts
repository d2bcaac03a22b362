import type { LivePlatform } from '../../probe';

export const unknowns: LivePlatform['unknowns'] = {
	'Text of `…/concepts/promo-access`': {
		probes: ['publishers', 'bearer'],
		because: 'how access is granted and how long a token lives is no answer of the API',
	},
	'Text of `…/llms.txt`': { because: 'a page of the documentation, not an answer of the API' },
	'Numeric rate limit': { probes: ['publishers'], because: 'a 429 is never provoked' },
	'Error body format': {
		probes: ['wrong-token', 'page-limit-201', 'page-limit-0', 'stale-cursor', 'foreign-publisher'],
		because: 'more than 200 ids would be a request as long as an attack',
	},
	'Sort order of campaigns': {
		probes: ['by-id', 'last-page'],
		because: 'a cursor lives longer than a run',
	},
	'Exact meaning of `startFrom`': { because: 'it would take a campaign whose first second is known' },
	'Maximum `campaignIds`': {
		probes: ['order', 'report', 'foreign-report'],
		because: 'each order takes one of the places of the account, so there is one',
	},
	'Official column descriptions': { probes: ['report'] },
	'Currency and VAT': { probes: ['balances'], because: 'VAT shows in the invoice, not in an answer' },
	'Whether omitted targeting means': {
		probes: ['campaigns'],
		because: 'what it means shows where the ad is shown',
	},
};
