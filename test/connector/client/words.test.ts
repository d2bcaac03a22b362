import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';

import { HtmlPage, joined, listed, quoted, refusalBody, unforeseenRefusal } from '../../../connector/client';
import { RequestInvalidError } from '../../../connector/errors';
import { failureOf, get, Rows, setUp } from './parts';

const bodyOf = (text: string) => refusalBody(Buffer.from(text));

describe('the body of a refusal', () => {
	it.each<[string, string, unknown]>([
		['nothing', ' \n', undefined],
		['JSON', '{"a": 1}', { a: 1 }],
		['plain text', ' upstream is down\n', 'upstream is down'],
		['XML', '<Error><Code>AccessDenied</Code></Error>', '<Error><Code>AccessDenied</Code></Error>'],
		['JSON that breaks off', '{"detail": "no', '{"detail": "no'],
		['a page', '<html><head><title> 403 Forbidden </title>', new HtmlPage('403 Forbidden')],
		['a page without a title', '<!DOCTYPE html><h1>Blocked</h1>', new HtmlPage('Blocked')],
		['a page without words', '<HTML lang="ru">', new HtmlPage('')],
		[
			'a page in XML',
			'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x"><title>No</title>',
			new HtmlPage('No'),
		],
		['a page behind a comment', '<!-- squid -->\n<html><title>No</title>', new HtmlPage('No')],
	])('is %s', (_name, text, body) => {
		expect(bodyOf(text)).toEqual(body);
	});
});

describe('words of a platform', () => {
	it.each<[string, unknown, string]>([
		['text', ' no ', 'no'],
		['a number', 7, '7'],
		['an object', { detail: 'no', list: [1] }, '{"detail":"no","list":[1]}'],
		['a page', new HtmlPage('Blocked'), 'a page of HTML called "Blocked"'],
		['a page without a title', new HtmlPage(''), 'a page of HTML'],
		['nothing', undefined, ''],
		['null', null, ''],
		['an empty object', {}, ''],
		['a long text', 'a'.repeat(301), `${'a'.repeat(300)}…`],
		[
			'values that nobody may see',
			{ newPassword: 'hush', a: { api_key: ['hush'] } },
			'{"newPassword":"***","a":{"api_key":"***"}}',
		],
	])('are %s', (_name, value, words) => {
		expect(quoted(value)).toBe(words);
	});

	it('of a body that is nested without end are not worth a crash', () => {
		const depth = 100_000;
		expect(quoted(bodyOf('['.repeat(depth) + ']'.repeat(depth)))).toContain('too deep');
	});

	it('are put together from what there is', () => {
		expect(joined('Bad request', undefined, {}, { field: 'x' })).toBe('Bad request; {"field":"x"}');
	});

	it('name some of what are thousands', () => {
		const text = listed(Array.from({ length: 5000 }, (_none, index) => `field${index} ${'x'.repeat(400)}`));
		expect(text).toMatch(/^field0 x+…; .* and 4990 more$/);
		expect(text.length).toBeLessThan(3500);
		expect(listed(['a', 'b'])).toBe('a; b');
	});
});

describe('a refusal in a form that nobody foresaw', () => {
	const refusal = (status: number, body: unknown) =>
		unforeseenRefusal('Somebody', { status, body, headers: {}, retryAfterMs: 5000, receivedAt: 0 });

	it.each<[number, unknown, string, object]>([
		[
			400,
			{ detail: 'Not so.' },
			'Somebody answered: {"detail":"Not so."} (400).',
			{ kind: 'request-invalid', unforeseen: 'form' },
		],
		[429, 'slow down', 'Somebody answered: slow down (429).', { kind: 'rate-limited', retryAfterMs: 5000 }],
		[503, undefined, 'Somebody answered: no reason given (503).', { kind: 'temporarily-unavailable' }],
		[
			403,
			new HtmlPage('Blocked'),
			'In place of an answer of Somebody came a page of HTML called "Blocked" (403).',
			{ kind: 'access-denied', unforeseen: 'page' },
		],
	])('%i is quoted', (status, body, message, details) => {
		expect(refusal(status, body)).toMatchObject({ message, status, ...details });
	});

	it.each([
		['JSON', '{"detail":"No."}', '{"detail":"No."}'],
		['plain text', 'No.', 'No.'],
		['a page', '<html><title>No</title>', 'a page of HTML called "No"'],
	])('keeps the words where a platform has none of its own: %s', async (_name, body, words) => {
		const { client } = setUp([{ status: 400, body: Buffer.from(body) }]);
		expect(await failureOf(client.json(get, Rows))).toMatchObject({
			message: expect.stringContaining(words),
			status: 400,
		});
	});
});

describe('a good answer in an unknown form', () => {
	it.each([
		[
			'a refusal in disguise',
			{ error: 'no', rows: 'x' },
			/unknown form \(at "rows"\)\. It says: \{"error":"no"\}$/,
		],
		['a text', 'denied', /unknown form \(at its top\)\. It says: denied$/],
		['data of people', { rows: [{ phone: '+7' }], name: 'Ann' }, /unknown form \(at "rows\.0"\)\.$/],
	])('says what it says: %s', async (_name, body, message) => {
		const { client } = setUp([{ body: JSON.stringify(body) }]);
		expect(await failureOf(client.json(get, Rows))).toMatchObject({
			kind: 'response-invalid',
			message: expect.stringMatching(message),
		});
	});
});

describe('a 404', () => {
	const missing = () => new RequestInvalidError('No such thing.', { status: 404 });

	it('where no object was asked for says that there is no such API', async () => {
		const { client } = setUp([{ status: 404 }], { failureOf: missing });
		expect(await failureOf(client.json(get, Rows))).toMatchObject({ unforeseen: 'form' });
	});

	it('where an object was asked for says that there is no such object', async () => {
		const { client } = setUp([{ status: 404 }], { failureOf: missing });
		expect(await failureOf(client.json({ ...get, namesObject: true }, Rows))).toMatchObject({
			unforeseen: undefined,
		});
	});
});

describe('the id of a request', () => {
	const Nothing = z.never();
	const idOf = async (status: number, headers: Record<string, string>, body: unknown) => {
		const { client } = setUp(() => ({ status, headers, body: JSON.stringify(body) }));
		return ((await failureOf(client.json(get, Nothing))) as { requestId?: string }).requestId;
	};

	it.each<[string, number, Record<string, string>, unknown, string | undefined]>([
		['of a header', 400, { 'x-request-id': 'a1b2-c3' }, {}, 'a1b2-c3'],
		['of another header', 400, { 'x-trace-id': 'a1b2' }, {}, 'a1b2'],
		['of the body', 400, {}, { requestId: 'a1b2' }, 'a1b2'],
		['of the error in it', 400, {}, { error: { trace_id: 'a1b2' } }, 'a1b2'],
		['of a good answer that is in an unknown form', 200, { 'x-request-id': 'a1b2' }, {}, 'a1b2'],
		['of a good answer that is none', 200, { 'x-request-id': 'a1b2' }, undefined, 'a1b2'],
		['that is a sentence', 400, { 'x-request-id': 'see our page' }, {}, undefined],
		['of a good answer with a field of this name', 200, {}, { requestId: 'a1b2' }, undefined],
		['that there is not', 400, {}, 'no', undefined],
	])('is that %s', async (_name, status, headers, body, id) => {
		expect(await idOf(status, headers, body)).toBe(id);
	});
});
