import { describe, expect, it } from '@jest/globals';

import type { Answer } from '../../../connector/client';
import { RateLimiter } from '../../../connector/rate-limit';
import { retryRules } from '../../../connector/retry';
import { FakeClock } from '../../support/fake-clock';
import type { Script } from '../../support/scripted-transport';
import { failureOf, get, OK, policy, Rows, setUp, withIntent } from './parts';

const refused = (retryAfter?: string) => ({
	status: 429,
	headers: retryAfter === undefined ? undefined : { 'retry-after': retryAfter },
	body: 'Too many requests',
});

describe('a 429', () => {
	it.each([
		['seconds', '7', 7000],
		['an HTTP date', 'Mon, 02 Mar 2026 09:01:30 GMT', 90_000],
		['nothing', undefined, 63_000],
		// No leave to hammer.
		['no time', '0', 63_000],
		['all the wait allowed', '300', 300_000],
		['a word', 'soon', 63_000],
		['a date that is over', 'Mon, 02 Mar 2026 08:59:59 GMT', 63_000],
	])('with %s as Retry-After (%p) is repeated after %i ms', async (_name, retryAfter, ms) => {
		const { client, transport, events } = setUp([refused(retryAfter), OK]);
		expect(await client.json(get, Rows)).toEqual({ rows: [1, 2] });
		expect(transport.times).toEqual([0, ms]);
		expect(events).toEqual([
			{ type: 'request', method: 'GET', path: '/rows', status: 429 },
			{ type: 'retry', kind: 'rate-limited', attempt: 1 },
			{ type: 'wait', reason: 'rate-limit', ms },
			{ type: 'request', method: 'GET', path: '/rows', status: 200 },
		]);
	});

	it.each([
		['301', 'rate-limited', 301_000],
		['Mon, 02 Mar 2026 09:10:00 GMT', 'rate-limited', 600_000],
		['3599', 'rate-limited', 3_599_000],
		['3600', 'quota-exhausted', 3_600_000],
	])('that asks to come back far later (%s) ends the call at once as %s', async (retryAfter, kind, ms) => {
		const { client, transport, clock } = setUp([refused(retryAfter)]);
		const failure = failureOf(client.json(get, Rows));
		expect(await failure).toMatchObject({ kind, status: 429, retryAfterMs: ms });
		expect(transport.times).toEqual([0]);
		expect(clock.sleeps).toEqual([]);
	});

	it('that asks to come back far later holds everybody else until then', async () => {
		const clock = new FakeClock();
		const limiter = new RateLimiter(clock);
		const one = setUp([refused('600')], { limiter }, clock);
		const other = setUp([OK], { limiter }, clock);
		await failureOf(one.client.json(get, Rows));
		clock.advance(1000);
		const early = await failureOf(other.client.json(get, Rows));
		expect(early).toMatchObject({ kind: 'rate-limited', retryAfterMs: 599_000 });
		expect(other.transport.sent).toEqual([]);
		clock.advance(599_000);
		await other.client.json(get, Rows);
		expect(other.transport.times).toEqual([600_000]);
	});

	it('on the last attempt holds everybody else, too', async () => {
		const clock = new FakeClock();
		const limiter = new RateLimiter(clock);
		const one = setUp([refused('30')], { limiter, retryPolicy: { ...policy, maxRetries: 0 } }, clock);
		const other = setUp([OK], { limiter }, clock);
		await failureOf(one.client.json(get, Rows));
		expect(clock.sleeps).toEqual([]);
		await other.client.json(get, Rows);
		expect(other.transport.times).toEqual([30_000]);
	});

	it('without Retry-After pauses the queue of every client on the account, whatever its share', async () => {
		const clock = new FakeClock();
		const limiter = new RateLimiter(clock);
		const one = setUp([refused(), OK], { limiter, budgetShare: 0.25 }, clock);
		const other = setUp([OK, OK, OK], { limiter }, clock);
		const first = one.client.json(get, Rows);
		await clock.sleep(10);
		await Promise.all([first, ...[1, 2, 3].map(() => other.client.json(get, Rows))]);
		expect(one.transport.times).toEqual([0, 63_000]);
		expect(other.transport.times).toEqual([63_000, 63_000, 63_000]);
	});

	it('is repeated maxRetries times and then thrown without another wait', async () => {
		const { client, transport, clock, events } = setUp(() => refused('10'));
		const failure = await failureOf(client.json(get, Rows));
		expect(failure).toMatchObject({ kind: 'rate-limited', status: 429, retryAfterMs: 10_000 });
		expect(transport.times).toEqual([0, 10_000, 20_000, 30_000]);
		expect(clock.sleeps).toEqual([10_000, 10_000, 10_000]);
		expect(events.filter(({ type }) => type === 'retry')).toHaveLength(3);
	});

	it.each(['order', 'write'] as const)('lets an %s be repeated: it was refused', async (intent) => {
		const { client, transport } = setUp([refused('2'), refused('3'), OK]);
		await client.json({ ...withIntent(intent), json: { name: 'Имя' } }, Rows);
		expect(transport.times).toEqual([0, 2000, 5000]);
		expect(transport.sent.map(({ body }) => body)).toEqual(Array(3).fill('{"name":"Имя"}'));
	});

	it('without Retry-After ends when the platform’s fixed wait is longer than the user allows', async () => {
		const retryPolicy = { ...policy, maxWaitMs: 5000 };
		const { client, transport } = setUp([refused(), OK], { retryPolicy });
		const refusal = { kind: 'rate-limited', retryAfterMs: 63_000 };
		expect(await failureOf(client.json(get, Rows))).toMatchObject(refusal);
		expect(transport.times).toEqual([0]);
	});

	it('without Retry-After ends as soon as a wait of our own that grows is longer than that', async () => {
		const growing = { firstMs: 4000, factor: 2, capMs: 60_000, jitter: 'above' as const };
		const retryPolicy = { ...policy, maxWaitMs: 5000, rules: retryRules(growing) };
		const { client, transport } = setUp([refused(), refused()], { retryPolicy });
		const refusal = { kind: 'rate-limited', retryAfterMs: 8400, tooLongWait: true };
		expect(await failureOf(client.json(get, Rows))).toMatchObject(refusal);
		expect(transport.times).toEqual([0, 4200]);
	});

	it('says whether patience would have helped', async () => {
		const ended = async (script: Script, changes: object) =>
			failureOf(setUp(script, { retryPolicy: { ...policy, ...changes } }).client.json(get, Rows));
		expect(await ended([refused('301')], {})).toMatchObject({ tooLongWait: true });
		expect(await ended([refused('301')], { maxRetries: 0 })).toMatchObject({
			kind: 'rate-limited',
			retryAfterMs: 301_000,
			tooLongWait: false,
		});
		expect(await ended(() => refused('10'), {})).toMatchObject({ tooLongWait: false });
	});
});

describe('a refusal that tells the budget of its method', () => {
	const budgetOf = ({ headers }: Answer) =>
		headers['x-remaining'] === undefined
			? []
			: [{ limit: 10, lengthMs: 60_000, remaining: Number(headers['x-remaining']) }];

	it.each([
		['a 403', { status: 403, headers: { 'x-remaining': '0' } }],
		['a 500', { status: 500, headers: { 'x-remaining': '0' } }],
	])('is learned from: %s', async (_name, refusal) => {
		const noRetries = { ...policy, maxRetries: 0 };
		const { client, transport } = setUp([refusal, OK], { budgetOf, retryPolicy: noRetries });
		await failureOf(client.json(get, Rows));
		await client.json(get, Rows);
		// The next minute: 09:00:00 was its beginning.
		expect(transport.times).toEqual([0, 60_000]);
	});

	it('makes the next attempt wait for the next window', async () => {
		const { client, transport } = setUp([{ status: 503, headers: { 'x-remaining': '0' } }, OK], { budgetOf });
		await client.json(get, Rows);
		expect(transport.times).toEqual([0, 60_000]);
	});
});
