import type { LivePlatform } from '../../probe';

export const unknowns: LivePlatform['unknowns'] = {
	'Default numeric limits per method': { probes: ['user', 'throttling'] },
	'Whether `limit` above 50': { probes: ['limit-51'] },
	'Exact 429 body': { probes: ['no-such-resource'], because: 'a 429 is never provoked' },
	'Reaction to an unknown field': {
		probes: ['unknown-field', 'unknown-filter', 'unknown-metrics', 'empty-id'],
	},
	'Behaviour of statistics v2 without `id`': {
		because: 'it would load the statistics of the whole account',
	},
	'Whether zero-traffic days': {
		probes: ['day', 'tomorrow', 'today'],
		because: 'when a day is final shows in hours, not in a request',
	},
	'Which day depth holds now': { probes: ['depth'] },
	'True meaning of `count` in statistics v3': { probes: ['period'] },
	'Maximum URL length': { because: 'it would be found by requests that are too long' },
	'Response of `token/delete.json`': { because: 'it deletes the tokens of the account' },
	'Full object table of the myTarget': {
		probes: ['campaigns', 'banner-sorting'],
		because: 'a mass action writes',
	},
	'The zone of `_created_at`': {
		probes: ['leads', 'balance'],
		because: 'a zone shows by a lead whose moment is known, and leads are personal data',
	},
	'Whether several subscriptions': { because: 'a subscription is a change of the account' },
	'Whether a transfer of money': { because: 'it moves money' },
	'What bounds the size of a file of offline conversions': {
		because: 'an upload is a change of the account',
	},
	'Which size a video that is to be shown turned': { because: 'an upload is a change of the account' },
	'Whether `X-Trg-User-Id`': {
		because: 'search phrases are personal data of the account, and no operation reads them',
	},
	'Periods other than `day`': { probes: ['month'] },
	'Whether the sandbox': { because: 'it has accounts of its own; set MYTARGET_BASE_URL to it to see' },
};
