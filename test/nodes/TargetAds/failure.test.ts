import { describe, expect, it } from '@jest/globals';

import { HtmlPage } from '../../../connector/client';
import {
	AccessDeniedError,
	CredentialInvalidError,
	NotFoundError,
	RequestInvalidError,
	TimeoutError,
} from '../../../connector/errors';
import { advice, failureOf } from '../../../nodes/TargetAds/failure';
import { answered, told } from '../support/refusal';

const failed = (FailedField: string, more: object = {}) => ({ FailedField, ...more });
const refused = (more: object) => ({ ErrorCode: 400, ErrorMessage: 'bad', ...more });

describe('a refusal', () => {
	it.each<[string, number, unknown, string, object]>([
		['with a status', 403, { ErrorCode: 7, ErrorMessage: 'no' }, 'no (403).', { kind: 'access-denied' }],
		['with the status 400', 400, { ErrorMessage: 'no' }, 'no (400).', {}],
		[
			'inside of a 200',
			200,
			{ ErrorCode: 401, ErrorMessage: 'no' },
			'no (401).',
			{ kind: 'credential-invalid', status: 401 },
		],
		['inside of a 399', 399, { ErrorCode: 400, ErrorMessage: 'no' }, 'no (400).', { status: 400 }],
		[
			'by the highest code that is a status',
			200,
			{ ErrorCode: 599 },
			'no reason given (599).',
			{ kind: 'temporarily-unavailable', status: 599, splittable: true },
		],
		[
			'by a code above',
			200,
			{ ErrorCode: 600, ErrorMessage: 'no' },
			'no (600).',
			{ kind: 'temporarily-unavailable' },
		],
		[
			'by a code below',
			200,
			{ ErrorCode: 399, ErrorMessage: 'no' },
			'no (399).',
			{ kind: 'temporarily-unavailable' },
		],
		['with more than its words', 400, refused({ hint: 'later' }), 'bad; {"hint":"later"} (400).', {}],
		[
			'by fields alone',
			400,
			{ Errors: [failed('Limit')] },
			'no reason given (400). It refused: Page Size.',
			{ fields: ['Limit'] },
		],
		[
			'with a field that is no parameter',
			400,
			refused({ Errors: [failed('Body.Odd', { Tag: 'max' })] }),
			'bad (400). It refused: Body.Odd (max).',
			{ fields: ['Odd'] },
		],
		[
			'with a field and no reason',
			400,
			refused({ Errors: [failed('Odd')] }),
			'bad (400). It refused: Odd.',
			{ fields: ['Odd'] },
		],
		[
			'with what else a field has',
			400,
			refused({ Errors: [failed('Limit', { Tag: 'max', Error: true, Value: 9, Param: '5' })] }),
			'bad (400). It refused: Page Size (max, {"Param":"5"}).',
			{ fields: ['Limit'] },
		],
		[
			'with a field as text',
			400,
			refused({ Errors: 'InteractionFilter.DateTo' }),
			'bad (400). It refused: last day of the dates.',
			{ fields: ['DateTo'] },
		],
		[
			'with an entry that names none',
			400,
			refused({ Errors: [{ odd: 1 }] }),
			'bad (400). It refused: {"odd":1}.',
			{},
		],
		[
			'with both lists',
			400,
			refused({ Errors: [failed('Limit')], ErrorsField: [failed('Odd')] }),
			'bad (400). It refused: Page Size; Odd.',
			{ fields: ['Limit', 'Odd'] },
		],
		['in another form', 400, { detail: 'no' }, '{"detail":"no"} (400).', { unforeseen: 'form' }],
		['as text', 400, 'no', 'no (400).', { unforeseen: 'form' }],
	])('%s', (_name, status, body, words, more) => {
		expect(told(failureOf(answered(status, body)))).toEqual({
			...{ kind: 'request-invalid', status, message: `TargetADS answered: ${words}` },
			...more,
		});
	});

	it('keeps the wait that it asks for', () => {
		const answer = answered(429, { ErrorCode: 429, ErrorMessage: 'no' }, { retryAfterMs: 7000 });
		expect(told(failureOf(answer))).toMatchObject({ kind: 'rate-limited', retryAfterMs: 7000 });
	});

	it.each([undefined, null, '', [], { data: [] }, new HtmlPage('')])('is not a good answer: %j', (body) => {
		expect(failureOf(answered(200, body))).toBeUndefined();
		expect(failureOf(answered(399, body))).toBeUndefined();
	});
});

describe('what to do', () => {
	const ids = { fields: ['MediaCampaignId'] };
	it.each([
		['about a token', new CredentialInvalidError('x'), /Access Token.*administrator/],
		['about rights', new AccessDeniedError('x', ids), /Project ID/],
		[
			'about a project that is missing',
			new RequestInvalidError('project_id is required', ids),
			/^Check the Project ID/,
		],
		[
			'about campaigns',
			new RequestInvalidError('x', { fields: ['Limit', 'MediaCampaignId'] }),
			/IDs per Request/,
		],
		...['DateFrom', 'DateTo'].map(
			(field) =>
				[
					`about days, by ${field}`,
					new RequestInvalidError('x', { fields: [field] }),
					/^Check Date Range.*Days per Request/,
				] as const,
		),
		['about columns', new RequestInvalidError('x', { fields: ['Fields'] }), /take out those that you added/],
		[
			'about an address',
			new NotFoundError('x', { unforeseen: 'form' }),
			/Base URL.*https:\/\/api\.targetads\.io,.*\/v1 or \/v2/,
		],
		['about an object that is gone is general', new NotFoundError('project_id', ids), undefined],
		['about other fields is general', new RequestInvalidError('x', { fields: ['Limit'] }), undefined],
		['about what says nothing is general', new RequestInvalidError('x', { unforeseen: 'form' }), undefined],
		['about time is general', new TimeoutError('project_id', ids), undefined],
	])('%s', (_name, error, words) => {
		if (words === undefined) expect(advice(error)).toBeUndefined();
		else expect(advice(error)).toMatch(words);
	});
});
