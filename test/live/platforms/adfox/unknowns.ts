import type { LivePlatform } from '../../probe';

export const unknowns: LivePlatform['unknowns'] = {
	'Any error code beyond -10': { because: 'a code shows when its cause does, and causes are changes' },
	'HTTP status used with XML errors': {
		probes: ['unknown-object', 'unknown-action-object', 'wrong-token'],
		because: 'maintenance comes when it comes',
	},
	'Rate limit, concurrency limit': {
		probes: ['campaigns', 'foreign-task'],
		because: 'a 429 is never provoked',
	},
	'What happens with `limit` > 1000': { probes: ['limit-1001', 'limit-0', 'empty-page'] },
	'Exact form of an empty list': { probes: ['empty-page'] },
	'Whether `encoding` also selects': { probes: ['campaigns'] },
	'Whether `X-Yandex-API-Key`': { probes: ['api-key'], because: 'how long a token lives shows in months' },
	'Time zone of object dates': {
		probes: ['campaigns'],
		because: 'whether seconds are taken shows by a change',
	},
	'Full field lists of campaign': {
		probes: [
			'campaigns',
			'fields-category',
			'fields-targetingProfile',
			'fields-bannerType',
			'fields-browser',
			'auth',
		],
	},
	'Parameters of `account/add/assistant`': { because: 'they are methods that change the account' },
	'A method with the literal action `update`': { because: 'if there is one, it changes something' },
	'Whether deletion is soft': { because: 'something would have to be deleted' },
	'Uniqueness of campaign/banner names': { because: 'something would have to be made' },
	'Reports v1:': {
		probes: ['metadata', 'no-metrics', 'reports'],
		because: 'the deprecated reports are not used; an object with data has to be known for available-dates',
	},
	'The balance of an account': { because: 'no method for it is known' },
	'Whether a change made by `campaign/modify`': { because: 'a change would have to be made' },
};
