import { describe, expect, it } from '@jest/globals';

import { NotFoundError, RequestInvalidError } from '../../../connector/errors';
import { failureOf, isAboutAnId } from '../../../nodes/MyTarget/failure';
import { answered, told } from '../support/refusal';

const coded = (code: string, more: object = {}) => ({ error: { code, message: 'no', ...more } });
const deep = (levels: number): object =>
	levels === 0 ? { code: 'end' } : { fields: { in: deep(levels - 1) } };

describe('a refusal', () => {
	it.each<[string, number, unknown, string, object]>([
		['with the lowest status', 400, coded('E'), 'no (E, 400).', {}],
		['by a code alone', 400, { error: { code: 'E' } }, '(E, 400).', {}],
		['by words alone', 400, { error: { message: 'no' } }, 'no (400).', {}],
		['flat, by a code alone', 400, { code: 'E' }, '(E, 400).', {}],
		['flat, by words alone', 400, { code: '', message: 'no' }, 'no (400).', {}],
		[
			'of a kind that is missing',
			404,
			{ error: { code: 'E', resource: 'Segment' } },
			'no such Segment (E, 404).',
			{ kind: 'not-found' },
		],
		['flat inside of a 200', 200, { code: 'E', message: '' }, '(E, 200).', { inDoubt: true }],
		['by words alone inside of a 200', 200, { error: { message: 'no' } }, 'no (200).', { inDoubt: true }],
		[
			'deeper than it is read',
			400,
			coded('E', deep(8)),
			'no (E, 400). Fields: in.in.in.in.in.in.in.',
			{ fields: ['in.in.in.in.in.in.in'] },
		],
		[
			'of a permission',
			403,
			{ error: { code: 'E', required_permission: 'see' } },
			'the permission see is required (E, 403).',
			{ kind: 'access-denied' },
		],
		[
			'with more than its words',
			400,
			{ ...coded('E', { hint: 'x' }), id: 2 },
			'no; {"hint":"x"}; {"id":2} (E, 400).',
			{},
		],
		['with fields that are a text', 400, coded('E', { fields: 'all' }), 'no; all (E, 400).', {}],
		[
			'by fields alone',
			400,
			{ error: { fields: { a: 'odd' } } },
			'(400). Fields: a (odd).',
			{ fields: ['a'] },
		],
		[
			'of a field without a reason',
			400,
			coded('E', { fields: { a: null } }),
			'no (E, 400). Fields: a.',
			{ fields: ['a'] },
		],
		[
			'of one field in several ways',
			400,
			coded('E', { fields: { a: ['x', { code: 'y' }] } }),
			'no (E, 400). Fields: a (x); a (y).',
			{ fields: ['a'] },
		],
		[
			'of a field in a field',
			400,
			coded('E', { fields: { a: { fields: { b: 'x' } } } }),
			'no (E, 400). Fields: a.b (x).',
			{ fields: ['a.b'] },
		],
		[
			'of both',
			400,
			coded('E', { fields: { a: { code: 'y', fields: { b: 'x' } } } }),
			'no (E, 400). Fields: a (y); a.b (x).',
			{ fields: ['a', 'a.b'] },
		],
		[
			'of a field whose inner ones are a text',
			400,
			coded('E', { fields: { a: { code: 'y', fields: 'odd' } } }),
			'no (E, 400). Fields: a (y, odd).',
			{ fields: ['a'] },
		],
		[
			'that repeats a secret',
			400,
			coded('E', { fields: { a: { token: 'hush', line_number: 1 } } }),
			'no (E, 400). Fields: a (token ***, line_number 1).',
			{ fields: ['a'] },
		],
		[
			'as deep as it is read',
			400,
			coded('E', deep(7)),
			'no (E, 400). Fields: in.in.in.in.in.in.in (end).',
			{ fields: ['in.in.in.in.in.in.in'] },
		],
		[
			'of objects',
			400,
			coded('E', { groups: [{ code: 'gone' }] }),
			'no (E, 400). Fields: groups (gone).',
			{ fields: ['groups'] },
		],
		[
			'in the form of OAuth',
			400,
			{ error: 'E', error_description: 'no', id: 2 },
			'no; {"id":2} (E, 400).',
			{},
		],
		['flat', 400, { code: 'E', message: 'no' }, 'no (E, 400).', {}],
		['in another form', 400, { detail: 'no' }, '{"detail":"no"} (400).', { unforeseen: 'form' }],
		['inside of a 200', 200, coded('E'), 'no (E, 200).', { inDoubt: true }],
		[
			'of fields inside of a 200',
			299,
			{ error: { fields: { a: 'odd' } } },
			'(299). Fields: a (odd).',
			{ inDoubt: true, fields: ['a'] },
		],
		['of too much, by another name', 400, coded('LIMIT_ERR_EXCEEDED'), 'no (LIMIT_ERR_EXCEEDED, 400).', {}],
		[
			'of more than a slice may hold',
			400,
			coded('limit_exceeded'),
			'no (limit_exceeded, 400).',
			{ splittable: true },
		],
		[
			'of the same by a server that broke down',
			500,
			coded('LIMIT_EXCEEDED'),
			'no (LIMIT_EXCEEDED, 500).',
			{ kind: 'temporarily-unavailable', splittable: true },
		],
		[
			'of the same just before',
			499,
			coded('ERR_LIMIT_EXCEEDED'),
			'no (ERR_LIMIT_EXCEEDED, 499).',
			{ splittable: true },
		],
	])('%s', (_name, status, body, words, more) => {
		expect(told(failureOf(answered(status, body)))).toEqual({
			...{ kind: 'request-invalid', status, message: `VK Ads (myTarget) answered: ${words}` },
			...more,
		});
	});

	it.each(['BANNERS', 'CAMPAIGNS', 'ADGROUPS', 'AD_GROUPS', 'ADPLANS', 'AD_PLANS', 'USERS', 'IDS'])(
		'of an id that is dead: WRONG_%s',
		(kind) => {
			for (const code of [`WRONG_${kind}`, `ERR_WRONG_${kind}`, `wrong_${kind.toLowerCase()}`]) {
				const failure = failureOf(answered(400, coded(code)))!;
				expect(told(failure)).toMatchObject({ kind: 'not-found', status: 400, fields: ['id'] });
				expect(isAboutAnId(failure)).toBe(true);
			}
			for (const code of [`WRONG_${kind}_2`, `NOT_WRONG_${kind}`])
				expect(told(failureOf(answered(400, coded(code))))).toMatchObject({ kind: 'request-invalid' });
		},
	);

	it('of another kind is about no id', () => {
		expect(isAboutAnId(new NotFoundError('x', { fields: ['name'] }))).toBe(false);
		expect(isAboutAnId(new RequestInvalidError('x', { fields: ['id'] }))).toBe(false);
	});

	it('keeps the wait that it asks for', () => {
		const answer = answered(503, coded('E'), { retryAfterMs: 7000 });
		expect(told(failureOf(answer))).toMatchObject({ kind: 'temporarily-unavailable', retryAfterMs: 7000 });
	});

	it.each<[number, unknown]>([
		[200, { items: [] }],
		[200, { error: 'E', items: [] }],
		[200, { code: 'E' }],
		[200, { code: '', message: '' }],
		[200, { error: { code: '' } }],
		[200, null],
		[200, 'text'],
		[300, coded('E')],
		[399, coded('E')],
	])('is not an answer with the status %i and %j', (status, body) => {
		expect(failureOf(answered(status, body))).toBeUndefined();
	});
});
