import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';

import { pathSegment, type Answer } from '../../../connector/client';
import { RateLimitedError, RequestInvalidError } from '../../../connector/errors';
import { broken, failureOf, get, OK, Rows, setUp, withIntent } from './parts';

const Anything = z.unknown();

describe('Client.json', () => {
	it('sends the query, the signature and the type of its body, and keeps to the origin', async () => {
		const { client, transport } = setUp([OK]);
		const request = { ...withIntent('read'), query: { 'a b': 'я&=', ids: '1,2' }, json: { x: 0 } };
		await client.json(request, Rows);
		expect(transport.sent[0]).toEqual({
			at: 0,
			method: 'POST',
			url: 'https://platform.example/api/rows?a+b=%D1%8F%26%3D&ids=1%2C2',
			headers: {
				accept: 'application/json',
				'content-type': 'application/json',
				authorization: 'Bearer fixed',
			},
			body: '{"x":0}',
			idleTimeoutMs: 60_000,
			wholeTimeoutMs: 240_000,
			reach: 'origin',
		});
	});

	it('sends to another address of the platform in the same way, by the same limiter', async () => {
		const { client, transport, clock } = setUp([new RateLimitedError('Busy.'), OK, OK]);
		await client.at('https://other.example/x').json(get, Rows);
		await client.json(get, Rows);
		expect(transport.sent.map(({ url, headers }) => [url, headers.authorization])).toEqual([
			...Array<unknown>(2).fill(['https://other.example/x/rows', 'Bearer fixed']),
			['https://platform.example/api/rows', 'Bearer fixed'],
		]);
		expect(clock.uptime()).toBeGreaterThanOrEqual(60_000);
	});

	it('sends neither a body nor a type when there is none', async () => {
		const { client, transport } = setUp([OK]);
		await client.json(get, Rows);
		expect(transport.sent[0]?.url).toBe('https://platform.example/api/rows');
		expect(transport.sent[0]?.body).toBeUndefined();
		expect(transport.sent[0]?.headers).toEqual({ accept: 'application/json', authorization: 'Bearer fixed' });
	});

	it('takes an empty body where that is an answer', async () => {
		const { client } = setUp([{ status: 204 }, { status: 200 }]);
		expect(await client.json(get, Anything)).toBeUndefined();
		expect(await client.json({ ...get, mayBeEmpty: true }, Anything)).toBeUndefined();
	});

	it('asks the platform about every answer, with what it needs to decide', async () => {
		const seen: Answer[] = [];
		const headers = { 'retry-after': '5', 'x-left': '3' };
		const { client } = setUp([{ status: 200, headers, body: { rows: [] } }], {
			failureOf: (answer) => {
				seen.push(answer);
				return undefined;
			},
		});
		await client.json(get, Rows);
		expect(seen).toEqual([
			{ status: 200, headers, body: { rows: [] }, retryAfterMs: 5000, receivedAt: expect.any(Number) },
		]);
	});

	it('takes a refusal inside a 200 as one', async () => {
		const { client, transport } = setUp(() => ({ body: { error: { field: 'dateFrom' } } }), {
			failureOf: ({ body }) =>
				z.object({ error: z.unknown() }).safeParse(body).success
					? new RequestInvalidError('The period is too long.', { fields: ['dateFrom'] })
					: undefined,
		});
		const refusal = { message: 'The period is too long.', fields: ['dateFrom'] };
		expect(await failureOf(client.json(get, Anything))).toMatchObject(refusal);
		expect(transport.sent).toHaveLength(1);
	});

	it('repeats a 200 that the platform means as "too many requests"', async () => {
		const { client, transport } = setUp([{ body: { code: 429 } }, OK], {
			failureOf: ({ body }) =>
				z.object({ code: z.literal(429) }).safeParse(body).success
					? new RateLimitedError('Too many requests.', { retryAfterMs: 4000 })
					: undefined,
		});
		await client.json(get, Rows);
		expect(transport.times).toEqual([0, 4000]);
	});

	it("prefers the platform's words to the bare status", async () => {
		const words = new RequestInvalidError('The project is archived.', { status: 400 });
		const { client } = setUp([{ status: 400 }], { failureOf: () => words });
		expect(await failureOf(client.json(get, Rows))).toBe(words);
	});

	it('lets a mistake of our own through as it is', async () => {
		const mistake = new TypeError('undefined is not a function');
		const { client, transport } = setUp([mistake]);
		expect(await failureOf(client.json(get, Rows))).toBe(mistake);
		expect(transport.sent).toHaveLength(1);
	});
});

describe('Client.download', () => {
	const never = new AbortController().signal;

	it('sends no credential and does not bound the time or the size', async () => {
		const { client, transport, events } = setUp([{ body: 'a;b' }]);
		const body = await client.download('https://storage.example/f?sig=s', 'public', never);
		const chunks: Uint8Array[] = [];
		for await (const chunk of body) chunks.push(chunk);
		expect(Buffer.concat(chunks).toString()).toBe('a;b');
		expect(transport.sent).toEqual([
			{
				at: 0,
				method: 'GET',
				url: 'https://storage.example/f?sig=s',
				headers: {},
				idleTimeoutMs: 60_000,
				reach: 'public',
			},
		]);
		expect(events).toEqual([{ type: 'request', method: 'GET', path: '(download)', status: 200 }]);
	});

	it.each([
		[403, 'access-denied'],
		[404, 'not-found'],
		[410, 'not-found'],
		[429, 'temporarily-unavailable'],
		[503, 'temporarily-unavailable'],
	])('turns status %i into %s and gives the connection back', async (status, kind) => {
		const { client, transport } = setUp([{ status, headers: { 'retry-after': '9' } }]);
		const failure = await failureOf(client.download('https://storage.example/f', 'public', never));
		expect(failure).toMatchObject({ kind, status, retryAfterMs: 9000 });
		expect(transport.discarded).toBe(1);
	});

	it('counts a request that got no answer', async () => {
		const { client, events } = setUp([new RateLimitedError('no')]);
		await failureOf(client.download('https://storage.example/f', 'public', never));
		expect(events).toEqual([{ type: 'request', method: 'GET', path: '(download)', status: undefined }]);
	});
});

describe('Client.recovery', () => {
	it('governs work by the same policy, and starts anew after progress', async () => {
		const { client, clock } = setUp([]);
		const { after, progressed } = client.recovery(new AbortController().signal);
		const failure = new RequestInvalidError('no');
		await expect(after(failure)).rejects.toBe(failure);
		for (let n = 0; n < 3; n++) await after(broken);
		await expect(after(broken)).rejects.toBe(broken);
		progressed();
		await after(broken);
		expect(clock.sleeps).toEqual([500, 1000, 2000, 500]);
	});
});

describe('pathSegment', () => {
	it.each(['a', 'a/b', '../..', '%2e%2e', '..a', 'a?b#c', 'я', '\ud800'])(
		'keeps %j within one segment',
		(text) => {
			const { pathname } = new URL(`https://example.com/reports/${pathSegment(text)}/result`);

			expect(pathname.split('/')).toHaveLength(4);
			expect(pathname.startsWith('/reports/')).toBe(true);
		},
	);

	it.each(['', '.', '..'])('refuses %j, which is no segment', (text) => {
		expect(() => pathSegment(text)).toThrow(RequestInvalidError);
	});
});
