import { describe, expect, it } from '@jest/globals';

import {
	AccessDeniedError,
	CredentialInvalidError,
	NotFoundError,
	RequestInvalidError,
} from '../../../connector/errors';
import { advice, failureOf } from '../../../nodes/YandexPromoPages/failure';
import { answered, told } from '../support/refusal';

const OAUTH = { tokenType: 'OAuth' };

describe('a refusal', () => {
	it.each<[string, number, unknown, string, object]>([
		['with the lowest status', 400, { message: 'no' }, 'no (400).', {}],
		[
			'with a code of its own',
			403,
			{ message: 'no', code: 'odd' },
			'no (odd, 403).',
			{ kind: 'access-denied' },
		],
		['with its status as code', 404, { message: 'no', code: 404 }, 'no (404).', { kind: 'not-found' }],
		['with more than its words', 400, { error: 'no', hint: 'later' }, 'no; {"hint":"later"} (400).', {}],
		[
			'within another',
			400,
			{ error: { message: 'no', code: 1, at: 'x' }, id: 2 },
			'no; {"at":"x"}; {"id":2} (1, 400).',
			{},
		],
		['in another form', 400, { detail: 'no' }, '{"detail":"no"} (400).', { unforeseen: 'form' }],
		[
			'of the token names how it was sent',
			401,
			{ message: 'no' },
			'no (401). The token was sent as OAuth.',
			{ kind: 'credential-invalid' },
		],
		[
			'of the token in another form does, too',
			401,
			'no',
			'no (401). The token was sent as OAuth.',
			{ kind: 'credential-invalid', unforeseen: 'form' },
		],
	])('%s', (_name, status, body, words, more) => {
		expect(told(failureOf(answered(status, body), OAUTH))).toEqual({
			...{ kind: 'request-invalid', status, message: `Yandex PromoPages answered: ${words}` },
			...more,
		});
	});

	it('of a token that was sent as Bearer', () => {
		const failure = failureOf(answered(401, {}), { tokenType: 'Bearer' });
		expect(failure?.message).toMatch(/sent as Bearer\.$/);
	});

	it('of a token in both forms', () => {
		const failure = failureOf(answered(401, {}), { tokenType: 'auto' });
		expect(failure?.message).toMatch(/Both words before the token, OAuth and Bearer, were tried\.$/);
	});

	it('keeps the wait that it asks for', () => {
		for (const body of [{ message: 'no' }, 'no'])
			expect(told(failureOf(answered(429, body, { retryAfterMs: 7000 }), OAUTH))).toMatchObject({
				kind: 'rate-limited',
				retryAfterMs: 7000,
			});
	});

	it.each([200, 202, 399])('is not an answer with the status %i', (status) => {
		expect(failureOf(answered(status, { message: 'no' }), OAUTH)).toBeUndefined();
	});
});

describe('what to do', () => {
	it.each([
		['about a token', new CredentialInvalidError('x', { unforeseen: 'form' }), /Token Type/],
		['about rights', new AccessDeniedError('x'), /publisher/],
		['about a report that is gone', new NotFoundError('x'), /30 days/],
		[
			'about an address',
			new NotFoundError('x', { unforeseen: 'form' }),
			/Base URL.*https:\/\/promopages\.yandex\.ru\/api\/promo\/v1,.*\/campaigns/,
		],
		['about a request is general', new RequestInvalidError('x', { unforeseen: 'form' }), undefined],
	])('%s', (_name, error, words) => {
		if (words === undefined) expect(advice(error)).toBeUndefined();
		else expect(advice(error)).toMatch(words);
	});
});
