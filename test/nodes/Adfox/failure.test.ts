import { describe, expect, it } from '@jest/globals';

import {
	AccessDeniedError,
	CredentialInvalidError,
	NotFoundError,
	RequestInvalidError,
	TimeoutError,
} from '../../../connector/errors';
import { advice, failureOf } from '../../../nodes/Adfox/failure';
import { answered, told } from '../support/refusal';

/** A status block of XML, as `decodeClassic` gives it. */
const xml = (code: string, more: Readonly<Record<string, string>> = {}) => ({
	...{ code, result: {}, rows: undefined, spoilt: [] },
	status: { code, ...more },
});
const KEY = 'The header X-Yandex-API-Key carried it.';
const OAUTH = 'The header Authorization carried it.';
const reports = { error: { code: 'E', message: 'no' } };

describe('a refusal', () => {
	it.each<[string, number, unknown, string, object]>([
		['in XML', 200, xml('-6', { error: 'no' }), 'answered: no (-6).', {}],
		['in XML without words', 200, xml('-6'), 'answered: no reason given (-6).', {}],
		['in XML by words alone', 200, xml('0', { error: 'no' }), 'answered: no (0).', {}],
		['in XML with more', 200, xml('-6', { error: 'no', hint: 'x' }), 'answered: no; {"hint":"x"} (-6).', {}],
		[
			'in XML of a parameter',
			200,
			xml('-6', { error: 'no', parameter: 'level', value: '7' }),
			'answered: no (-6), parameter level, value "7".',
			{ fields: ['level'] },
		],
		[
			'in XML of a value alone',
			200,
			xml('-6', { error: 'no', value: '7' }),
			'answered: no (-6), value "7".',
			{},
		],
		['in XML of rights', 403, xml('-2', { error: 'no' }), 'answered: no (-2).', { kind: 'access-denied' }],
		[
			'in XML of a token',
			200,
			xml('-1', { error: 'no' }),
			`refused the token with no (-1). ${KEY}`,
			{ kind: 'credential-invalid' },
		],
		[
			'in XML with 401',
			401,
			xml('-6', { error: 'no' }),
			`refused the token with no (-6). ${KEY}`,
			{ kind: 'credential-invalid' },
		],
		['in XML with 400, which the code explains', 400, xml('-6', { error: 'no' }), 'answered: no (-6).', {}],
		['in XML with 499', 499, xml('-6', { error: 'no' }), 'answered: no (-6).', {}],
		[
			'in XML with 500',
			500,
			xml('-6', { error: 'no' }),
			'answered: no (-6), status 500.',
			{ kind: 'temporarily-unavailable', splittable: true },
		],
		[
			'in XML with 408',
			408,
			xml('-6', { error: 'no' }),
			'answered: no (-6), status 408.',
			{ kind: 'timeout', splittable: true },
		],
		[
			'in good XML',
			403,
			xml('0'),
			'answered: {"code":"0"} (403).',
			{ kind: 'access-denied', unforeseen: 'form' },
		],
		[
			'of the token in good XML',
			401,
			xml('0'),
			`refused the token with {"code":"0"}, status 401. ${KEY}`,
			{ kind: 'credential-invalid' },
		],
		['of a report', 400, reports, 'answered: no [E] (400).', {}],
		[
			'of a report with more',
			400,
			{ error: { ...reports.error, at: 'x' }, id: 2 },
			'answered: no [E]; {"at":"x"}; {"id":2} (400).',
			{},
		],
		[
			'of a report for its token',
			401,
			reports,
			`refused the token with no [E], status 401. ${OAUTH}`,
			{ kind: 'credential-invalid' },
		],
		[
			'of the token in another form',
			401,
			'no',
			`refused the token with no, status 401. ${KEY}`,
			{ kind: 'credential-invalid' },
		],
		[
			'of the token without a word',
			401,
			undefined,
			`refused the token with status 401. ${KEY}`,
			{ kind: 'credential-invalid' },
		],
		['in another form', 400, { detail: 'no' }, 'answered: {"detail":"no"} (400).', { unforeseen: 'form' }],
	])('%s', (_name, status, body, words, more) => {
		expect(told(failureOf(answered(status, body), { authHeader: 'xYandexApiKey' }))).toEqual({
			...{ kind: 'request-invalid', status, message: `ADFOX ${words}` },
			...more,
		});
	});

	it('names the header that the credential chose', () => {
		const credential = { authHeader: 'authorizationOAuth' };
		for (const body of [xml('-1'), 'no', reports])
			expect(failureOf(answered(401, body), credential)?.message).toContain(OAUTH);
	});

	it('keeps the wait that it asks for', () => {
		for (const body of [xml('-6'), reports, 'no'])
			expect(told(failureOf(answered(429, body, { retryAfterMs: 7000 }), {}))).toMatchObject({
				kind: 'rate-limited',
				retryAfterMs: 7000,
			});
	});

	it.each<[string, number, unknown]>([
		['a success', 200, xml('0')],
		['a remark, with its words', 200, xml('-10', { error: 'placed upper' })],
		['another form, which its schema refuses', 200, reports],
		['a redirect', 399, reports],
	])('is not %s', (_name, status, body) => {
		expect(failureOf(answered(status, body), {})).toBeUndefined();
	});
});

describe('what to do', () => {
	it.each([
		['about a token', new CredentialInvalidError('x', { unforeseen: 'form' }), /Auth Header/],
		['about rights', new AccessDeniedError('x'), /RW rights/],
		['about parameters', new RequestInvalidError('x', { unforeseen: 'form' }), /upper from lower/],
		[
			'about an address',
			new NotFoundError('x', { unforeseen: 'form' }),
			/Base URL.*https:\/\/adfox\.yandex\.ru\/api,.*\/v1 or \/v2/,
		],
		['about an object is general', new NotFoundError('x'), undefined],
		['about time is general', new TimeoutError('x'), undefined],
	])('%s', (_name, error, words) => {
		if (words === undefined) expect(advice(error)).toBeUndefined();
		else expect(advice(error)).toMatch(words);
	});
});
