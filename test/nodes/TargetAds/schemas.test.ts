import { describe, expect, it } from '@jest/globals';

import { failureOf } from '../../../nodes/TargetAds/failure';
import { jobAnswer, reportAnswer } from '../../../nodes/TargetAds/schemas';

describe('a count', () => {
	it.each([0, 2, '2', null, undefined])('may be %j', (count) => {
		expect(reportAnswer.safeParse({ data: [{}], count }).success).toBe(true);
	});

	it.each([false, true, '', ' ', [], [2], {}, -1, 1.5, '1e3'])(
		'is not %j, which would say that nothing is missing',
		(count) => {
			expect(reportAnswer.safeParse({ data: [{}], count }).success).toBe(false);
			expect(jobAnswer.safeParse({ status: 'DONE', row_count: count }).success).toBe(false);
		},
	);
});

describe('an error code inside of a 200', () => {
	const answer = { status: 200, headers: {}, retryAfterMs: undefined, receivedAt: 0 };

	it.each([undefined, null, 0, '0', ''])('that is %j is none', (ErrorCode) => {
		expect(failureOf({ ...answer, body: { ErrorCode, data: [] } })).toBeUndefined();
	});

	it.each([400, '401', 'E17', true, {}, [0], 1.5])('that is %j is a refusal', (ErrorCode) => {
		expect(failureOf({ ...answer, body: { ErrorCode, data: [] } })).toBeDefined();
	});
});
