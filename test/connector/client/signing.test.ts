import { describe, expect, it } from '@jest/globals';

import { renewableAuth } from '../../../connector/auth';
import { CredentialInvalidError, TemporarilyUnavailableError } from '../../../connector/errors';
import { RateLimiter } from '../../../connector/rate-limit';
import { FakeClock } from '../../support/fake-clock';
import type { Script } from '../../support/scripted-transport';
import { failureOf, get, OK, Rows, setUp, withIntent } from './parts';

/** A platform that takes the given token only. */
const accepts =
	(token: string): Script =>
	({ headers }) =>
		headers.authorization === `Bearer ${token}` ? OK : { status: 401 };

const numbered = (renew: (refused: string) => Promise<string>) =>
	renewableAuth('token1', 'authorization', (token) => `Bearer ${token}`, renew);

describe('every attempt', () => {
	it('is signed anew', async () => {
		let number = 0;
		const auth = { sign: async () => ({ authorization: `Bearer ${++number}` }) };
		const script = [{ status: 500 }, { status: 429, headers: { 'retry-after': '1' } }, OK];
		const { client, transport } = setUp(script, { auth });
		await client.json(get, Rows);
		const signatures = transport.sent.map(({ headers }) => headers.authorization);
		expect(signatures).toEqual(['Bearer 1', 'Bearer 2', 'Bearer 3']);
	});

	it('takes a permit of its own', async () => {
		const clock = new FakeClock('2026-03-02T09:00:00.000Z', 0);
		const limiter = new RateLimiter(clock, [{ limit: 2, lengthMs: 60_000 }]);
		const script = [{ status: 500 }, { status: 500 }, { status: 500 }, OK];
		const { client, transport } = setUp(script, { limiter }, clock);
		await client.json(get, Rows);
		expect(transport.times).toEqual([0, 0, 60_000, 60_000]);
	});
});

describe('a client with a share', () => {
	it('takes no more than that of the budget', async () => {
		const clock = new FakeClock('2026-03-02T09:00:00.000Z');
		const limiter = new RateLimiter(clock, [{ limit: 4, lengthMs: 60_000 }]);
		const { client, transport } = setUp([OK, OK, OK], { limiter, budgetShare: 0.5 }, clock);
		for (let n = 0; n < 3; n++) await client.json(get, Rows);
		expect(transport.times).toEqual([0, 0, 60_000]);
	});
});

describe('a refused token', () => {
	it('is renewed once, and the request repeated', async () => {
		const renewed: string[] = [];
		const auth = numbered(async (refused) => {
			renewed.push(refused);
			return 'token2';
		});
		const { client, transport, events } = setUp(accepts('token2'), { auth });
		await client.json(get, Rows);
		expect(renewed).toEqual(['token1']);
		expect(transport.times).toEqual([0, 0]);
		expect(events.map(({ type }) => type)).toEqual(['request', 'retry', 'request']);
	});

	it('is not renewed a second time for the same request', async () => {
		let renewals = 0;
		const auth = numbered(async () => `token${++renewals + 1}`);
		const { client, transport } = setUp(accepts('another'), { auth });
		const refusal = { kind: 'credential-invalid', status: 401 };
		expect(await failureOf(client.json(get, Rows))).toMatchObject(refusal);
		expect(renewals).toBe(1);
		expect(transport.sent).toHaveLength(2);
	});

	it('is renewed once for all requests that were refused together', async () => {
		const clock = new FakeClock();
		let renewals = 0;
		const auth = numbered(async () => {
			renewals += 1;
			await clock.sleep(1000);
			return 'token2';
		});
		const { client, transport } = setUp(
			(request, index) => {
				const step = accepts('token2');
				// The third refusal arrives when the token has long been replaced.
				const answer = typeof step === 'function' ? step(request, index) : OK;
				return answer instanceof Error ? answer : { ...answer, takesMs: index === 2 ? 5000 : 100 };
			},
			{ auth },
			clock,
		);
		await Promise.all([1, 2, 3].map(() => client.json(get, Rows)));
		expect(renewals).toBe(1);
		expect(transport.times).toEqual([0, 0, 0, 1100, 1100, 5000]);
	});

	it('that cannot be renewed ends the request with the reason', async () => {
		const reason = new CredentialInvalidError('The client has too many tokens.');
		const auth = numbered(async () => {
			throw reason;
		});
		const { client, transport } = setUp(() => ({ status: 401 }), { auth });
		expect(await failureOf(client.json(get, Rows))).toBe(reason);
		expect(transport.sent).toHaveLength(1);
	});

	it.each([
		['is missing', new CredentialInvalidError('Five tokens are in use.')],
		['cannot be reached', new TemporarilyUnavailableError('The platform could not be reached for a token.')],
	])('of which the next %s is asked for once, and nothing was sent', async (_name, reason) => {
		let asked = 0;
		const auth = renewableAuth('', 'authorization', String, async () => {
			asked += 1;
			throw reason;
		});
		for (const request of [get, withIntent('write'), withIntent('order')]) {
			asked = 0;
			const { client, transport, clock } = setUp([], { auth });
			// As it is: of a change that was never sent nobody has to look whether it was made.
			expect(await failureOf(client.json(request, Rows))).toBe(reason);
			expect([asked, transport.sent, clock.sleeps]).toEqual([1, [], []]);
		}
	});

	it('that cannot be renewed because of an outage leaves no doubt about a change: it was refused', async () => {
		const reason = new TemporarilyUnavailableError('The platform could not be reached for a token.');
		const auth = numbered(async () => {
			throw reason;
		});
		const { client } = setUp(() => ({ status: 401 }), { auth });
		expect(await failureOf(client.json(withIntent('write'), Rows))).toBe(reason);
	});

	it('gives its permit back when there is no token', async () => {
		const clock = new FakeClock();
		const limiter = new RateLimiter(clock);
		let fails = true;
		const auth = renewableAuth('', 'authorization', String, async () => {
			if (fails) throw new CredentialInvalidError('Not now.');
			return 'token1';
		});
		// The first request to a method is alone until it has ended.
		const { client, transport } = setUp([OK], { auth, limiter, budgetOf: () => [] }, clock);
		await failureOf(client.json(get, Rows));
		fails = false;
		await client.json(get, Rows);
		expect(transport.sent).toHaveLength(1);
	});

	it('does not use up the retries', async () => {
		const auth = numbered(async () => 'token2');
		const script = [{ status: 500 }, { status: 500 }, { status: 401 }, { status: 500 }, OK];
		const { client, transport } = setUp(script, { auth });
		await client.json(get, Rows);
		expect(transport.sent).toHaveLength(5);
	});
});
