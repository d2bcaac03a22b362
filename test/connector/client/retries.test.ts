import { describe, expect, it } from '@jest/globals';

import { RetryBudget } from '../../../connector/retry';
import { FakeClock } from '../../support/fake-clock';
import { broken, failureOf, get, OK, policy, Rows, setUp, silent, withIntent } from './parts';

/** Full jitter with chance 0.5: half of 1, 2, 4, 8, 16 seconds, then half of the cap of 30. */
const WAITS = [500, 1000, 2000, 4000, 8000, 15_000, 15_000];

describe('a read that fails for a passing reason', () => {
	it.each([
		['500', { status: 500, body: { error: 'oops' } }],
		['503 with a page', { status: 503, body: '<html>maintenance</html>' }],
		['408', { status: 408 }],
		['425', { status: 425 }],
		['a broken connection', broken],
		['silence', silent],
		['a body that breaks', { body: '{"rows":[1,', then: broken }],
		['a truncated body', { body: '{"rows":[1,2]' }],
		['text', { body: 'upstream says hi' }],
		['HTML with status 200', { body: '<!DOCTYPE html><html></html>' }],
		['an empty body', {}],
		['a body of blanks', { body: ' \n' }],
	])('(%s) is repeated after exponential waits', async (_name, step) => {
		const retryPolicy = { ...policy, maxRetries: 7 };
		const { client, clock, transport } = setUp([...Array<typeof step>(7).fill(step), OK], { retryPolicy });
		expect(await client.json(get, Rows)).toEqual({ rows: [1, 2] });
		expect(clock.sleeps).toEqual(WAITS);
		expect(transport.times).toEqual([0, 500, 1500, 3500, 7500, 15_500, 30_500, 45_500]);
	});

	it.each([
		[0, []],
		[1, [500]],
		[3, [500, 1000, 2000]],
	])('is repeated %i times at most, with no wait after the last attempt', async (maxRetries, sleeps) => {
		const { client, clock, transport } = setUp(() => ({ status: 502 }), {
			retryPolicy: { ...policy, maxRetries },
		});
		expect(await failureOf(client.json(get, Rows))).toMatchObject({
			kind: 'temporarily-unavailable',
			status: 502,
			splittable: true,
		});
		expect(transport.sent).toHaveLength(maxRetries + 1);
		expect(clock.sleeps).toEqual(sleeps);
	});

	it('ends as response-invalid when the answer never becomes JSON', async () => {
		const { client, transport } = setUp(() => ({ body: '<html></html>' }));
		expect(await failureOf(client.json(get, Rows))).toMatchObject({ kind: 'response-invalid' });
		expect(transport.sent).toHaveLength(4);
	});

	it('waits as long as Retry-After says when that is longer than the own wait', async () => {
		const answer = (value: string) => ({ status: 503, headers: { 'retry-after': value } });
		const script = ['20', '0', 'nonsense'].map(answer);
		const { client, clock } = setUp([...script, OK]);
		await client.json(get, Rows);
		expect(clock.sleeps).toEqual([20_000, 1000, 2000]);
	});

	it('ends at once when Retry-After is longer than the user allows', async () => {
		const retryBudget = new RetryBudget();
		const step = { status: 503, headers: { 'retry-after': '301' } };
		const { client, clock, transport } = setUp([step], { retryBudget });
		const refusal = { kind: 'rate-limited', status: 503, retryAfterMs: 301_000, splittable: false };
		expect(await failureOf(client.json(get, Rows))).toMatchObject(refusal);
		expect(transport.sent).toHaveLength(1);
		expect(clock.sleeps).toEqual([]);
		const left = Array.from({ length: 31 }, () => retryBudget.take());
		expect(left.filter(Boolean)).toHaveLength(30);
	});

	it('is never waited for longer than the user allows', async () => {
		const retryPolicy = { ...policy, maxRetries: 5, maxWaitMs: 1500 };
		const { client, clock } = setUp([broken, broken, broken], { retryPolicy });
		const ended = { kind: 'rate-limited', retryAfterMs: 2000, tooLongWait: true, cause: broken };
		expect(await failureOf(client.json(get, Rows))).toMatchObject(ended);
		expect(clock.sleeps).toEqual([500, 1000]);
	});

	it.each([
		[0, [0, 0, 0]],
		[0.25, [250, 500, 1000]],
		[0.999, [999, 1998, 3996]],
	])('draws its waits from the whole range (chance %p)', async (chance, sleeps) => {
		const clock = new FakeClock(undefined, chance);
		const { client } = setUp([broken, broken, broken, OK], {}, clock);
		await client.json(get, Rows);
		expect(clock.sleeps).toEqual(sleeps);
	});

	it('is not repeated unchanged after a time-out when a smaller one will be tried', async () => {
		const { client, transport } = setUp([silent, { status: 408 }, { status: 503 }, OK]);
		const request = { ...get, canSplit: () => true };
		expect(await failureOf(client.json(request, Rows))).toBe(silent);
		expect(await failureOf(client.json(request, Rows))).toMatchObject({ kind: 'timeout', splittable: true });
		expect(transport.sent).toHaveLength(2);
		expect(await client.json(request, Rows)).toEqual({ rows: [1, 2] });
	});

	it('is not repeated any more when the retry budget of the run is used up', async () => {
		const retryPolicy = { ...policy, maxRetries: 20 };
		const script = (_request: unknown, index: number) => (index < 40 ? { status: 500 } : OK);
		const { client, transport } = setUp(script, { retryPolicy });
		for (const sent of [21, 21 + 11, 33]) {
			expect(await failureOf(client.json(get, Rows))).toMatchObject({ status: 500 });
			expect(transport.sent).toHaveLength(sent);
		}
	});
});

describe('the retry budget', () => {
	it('gets a quarter back by each success', async () => {
		const retryBudget = new RetryBudget();
		while (retryBudget.take());
		const { client } = setUp(() => OK, { retryBudget });
		for (let n = 0; n < 4; n++) await client.json(get, Rows);
		expect([retryBudget.take(), retryBudget.take()]).toEqual([true, false]);
	});
});

describe('a refusal that stays one', () => {
	it.each([
		[400, 'request-invalid', false],
		[401, 'credential-invalid', false],
		[403, 'access-denied', false],
		[404, 'not-found', false],
		[413, 'request-invalid', true],
		[304, 'request-invalid', false],
	])('(%i) is %s and not repeated', async (status, kind, splittable) => {
		const { client, transport, clock } = setUp([{ status, body: '<html></html>' }]);
		expect(await failureOf(client.json(get, Rows))).toMatchObject({ kind, status, splittable });
		expect(transport.sent).toHaveLength(1);
		expect(clock.sleeps).toEqual([]);
	});

	it.each<[unknown, string]>([
		[{ rows: [1, 'two'] }, '(at "rows.1")'],
		['null', '(at its top)'],
	])('is an answer of unknown form (%j): it fails at once, naming the place', async (body, place) => {
		const { client, transport } = setUp([{ body }]);
		expect(await failureOf(client.json(get, Rows))).toMatchObject({
			kind: 'response-invalid',
			message: `The platform's answer to /rows has an unknown form ${place}.`,
		});
		expect(transport.sent).toHaveLength(1);
	});
});

describe.each(['order', 'write'] as const)('an %s', (intent) => {
	it.each([
		['500', { status: 500 }, 'temporarily-unavailable'],
		['408', { status: 408 }, 'timeout'],
		['a broken connection', broken, 'temporarily-unavailable'],
		['silence', silent, 'timeout'],
		['a truncated body', { body: '{"rows":[' }, 'response-invalid'],
		['an empty body', {}, 'response-invalid'],
		['413', { status: 413 }, 'request-invalid'],
	])('that met %s may have been taken: it is neither repeated nor split', async (_name, step, kind) => {
		const { client, transport } = setUp([step]);
		const failure = await failureOf(client.json(withIntent(intent), Rows));
		expect(failure).toMatchObject({ kind, splittable: false });
		expect(transport.sent).toHaveLength(1);
	});
});
