import type { LivePlatform } from '../../probe';

export const unknowns: LivePlatform['unknowns'] = {
	'Full list of raw `Fields`': { because: 'a list cannot be found by asking: one request for each guess' },
	'Full list of `InteractionType`': {
		because: 'a list cannot be found by asking: one request for each guess',
	},
	'Full lists of agg `Fields`': { because: 'a list cannot be found by asking: one request for each guess' },
	'Full `InteractionFilter`': { because: 'a list cannot be found by asking: one request for each guess' },
	'Other `ResponseType` values': { because: 'nothing here would be read otherwise for it' },
	'Maximum and default `Limit`': {
		probes: ['raw-far-offset', 'token'],
		because: 'a maximum is found by loading as much, which takes from the account what its users need',
	},
	'Documented response of `agg_report`': { probes: ['aggregated', 'path', 'raw'] },
	'Body and headers of 429': {
		probes: ['token', 'foreign-job'],
		because: 'a 429 is never provoked; one that comes by itself ends the run',
	},
	'HTTP status of v2 creation': {
		probes: ['job-documented', 'job'],
		because: 'files are not loaded, and no job is made to fail',
	},
	'Meaning of `Stable`': { because: 'two loads of one day over weeks would tell, not a request' },
	'Time zone; data freshness': { because: 'hours of observation would tell, not a request' },
	'Sort order of rows': { probes: ['raw'], because: 'an order of two rows proves none' },
	'`campaign_access` and `expires_at`': { probes: ['token'] },
	'A v2 aggregated endpoint': { because: 'addresses are not guessed at a live service' },
	'Event upload': { because: 'it would put events into the project' },
};
