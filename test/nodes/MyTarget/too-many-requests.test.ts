import { describe, expect, it } from '@jest/globals';

import { HtmlPage } from '../../../connector/client';
import { failureOf } from '../../../nodes/MyTarget/failure';
import { answered, told } from '../support/refusal';

const HOUR_MS = 3_600_000;
const refused = { error: { code: 'E', message: 'no', fields: { a: 'odd' } } };

describe('a 429', () => {
	const TOO_MANY = 'VK Ads (myTarget) answered: too many requests of this kind (429).';
	const limits = { limits: { 1: 5, 3600: 100 }, remaining: { 1: 0, 3600: 0 } };

	it.each<[string, unknown, number | undefined, object]>([
		['without a word', undefined, undefined, {}],
		['with the header alone', undefined, 7000, { retryAfterMs: 7000 }],
		['with windows', limits, undefined, { retryAfterMs: HOUR_MS - 1000, windowMs: HOUR_MS }],
		['with a header that is sooner', limits, 7000, { retryAfterMs: HOUR_MS - 1000, windowMs: HOUR_MS }],
		['with a header that is later', limits, 2 * HOUR_MS, { retryAfterMs: 2 * HOUR_MS, windowMs: HOUR_MS }],
		['with words', refused, undefined, { message: `${TOO_MANY} It says: no; E; a (odd).` }],
		['in another form', { odd: 1 }, undefined, { message: `${TOO_MANY} It says: {"odd":1}.` }],
		[
			'as a page',
			new HtmlPage('Hold'),
			undefined,
			{ message: `${TOO_MANY} It says: a page of HTML called "Hold".`, unforeseen: 'page' },
		],
	])('%s', (_name, body, retryAfterMs, more) => {
		const answer = answered(429, body, { retryAfterMs, receivedAt: Date.UTC(2026, 2, 2, 9, 0, 1) });
		expect(told(failureOf(answer))).toEqual({
			kind: 'rate-limited',
			status: 429,
			message: TOO_MANY,
			...more,
		});
	});

	it('whose limits are all 0 is no access, but not one of which some are', () => {
		const body = { limits: { 1: 0, 60: 0 }, remaining: { 1: 0, 60: 0 } };
		expect(told(failureOf(answered(429, body)))).toMatchObject({ kind: 'access-denied', status: 429 });
		for (const some of [
			{ limits: { 1: 0, 60: 1 }, remaining: { 60: 0 } },
			{ limits: {}, remaining: {} },
		])
			expect(told(failureOf(answered(429, some)))).toMatchObject({ kind: 'rate-limited' });
	});
});
