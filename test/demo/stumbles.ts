import type { FaultRule } from '../sandbox';

/** Some bad luck with raw data, so that the demo shows how it is met: nothing of it costs a row. */
export const stumbles: readonly FaultRule[] = [
	{ path: '/v1/reports/raw_reports', skip: 2, times: 1, fault: { kind: 'status', status: 503 } },
	{ path: '/v1/reports/raw_reports', skip: 5, times: 1, fault: { kind: 'reset-mid-body' } },
	{
		path: '/v1/reports/raw_reports',
		skip: 9,
		times: 1,
		fault: { kind: 'status', status: 429, retryAfter: '2' },
	},
];

export const stumblesText =
	'The sandbox stumbles on purpose over raw data: one 503, one connection that breaks off in the middle of ' +
	'an answer, one 429 that asks to wait for 2 s. No row may get lost or come twice.';
