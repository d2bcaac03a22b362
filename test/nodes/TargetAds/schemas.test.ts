import { describe, expect, it } from '@jest/globals';

import { failureOf } from '../../../nodes/TargetAds/failure';
import { errorAnswer, jobAnswer, reportAnswer } from '../../../nodes/TargetAds/schemas';

describe('a count', () => {
	it.each([0, 2, '2', null, undefined])('may be %j', async (count) => {
		expect((await reportAnswer.safeParseAsync({ data: [{}], count })).success).toBe(true);
	});

	it.each([false, true, '', ' ', [], [2], {}, -1, 1.5, '1e3'])(
		'is not %j, which would say that nothing is missing',
		async (count) => {
			expect((await reportAnswer.safeParseAsync({ data: [{}], count })).success).toBe(false);
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

it.each([
	[undefined, []],
	[null, []],
	[[], []],
	['x', ['x']],
	[{ a: 1 }, [{ a: 1 }]],
	[
		[null, 'x'],
		[null, 'x'],
	],
])('reasons that come as %j are %j', (given, listed) => {
	expect(errorAnswer.parse({ Errors: given, ErrorsField: given })).toMatchObject({
		Errors: listed,
		ErrorsField: listed,
	});
});
