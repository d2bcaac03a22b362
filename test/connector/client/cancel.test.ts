import { describe, expect, it } from '@jest/globals';

import type { ClientParts } from '../../../connector/client';
import { RateLimiter } from '../../../connector/rate-limit';
import { FakeClock, settle } from '../../support/fake-clock';
import type { Script } from '../../support/scripted-transport';
import { failureOf, get, OK, Rows, setUp } from './parts';

const forever = () => new Promise<never>(() => undefined);
const LONG_WAIT = { headers: { 'retry-after': '100' } };
const full = () => {
	const clock = new FakeClock();
	const limiter = new RateLimiter(clock);
	limiter.pause(100_000);
	return { clock, limiter };
};

interface Situation {
	readonly script: Script;
	readonly parts?: Partial<ClientParts>;
	readonly clock?: FakeClock;
	/** Requests that went out until then. */
	readonly sent: number;
}

const situations: [string, () => Situation][] = [
	['waiting for the headers', () => ({ script: [{ takesMs: Infinity }], sent: 1 })],
	['reading a body', () => ({ script: [{ body: '{"rows":[', then: 'silence' }], sent: 1 })],
	['reading the body of a refusal', () => ({ script: [{ status: 403, then: 'silence' }], sent: 1 })],
	['waiting to repeat a request', () => ({ script: [{ status: 503, ...LONG_WAIT }, OK], sent: 1 })],
	['waiting after a 429', () => ({ script: [{ status: 429, ...LONG_WAIT }, OK], sent: 1 })],
	[
		'queued for a permit',
		() => {
			const { clock, limiter } = full();
			return { script: [OK], clock, parts: { limiter }, sent: 0 };
		},
	],
	['getting a signature', () => ({ script: [OK], parts: { auth: { sign: forever } }, sent: 0 })],
	[
		'renewing a token',
		() => ({
			script: [{ status: 401 }],
			parts: { auth: { sign: async () => ({}), refresh: forever } },
			sent: 1,
		}),
	],
];

describe('a stopped execution', () => {
	it.each(
		situations.flatMap(([name, situation]) =>
			[true, false].map((isOwn) => [name, isOwn, situation] as const),
		),
	)(
		'settles at once while %s (by its own signal: %s), and sends nothing more',
		async (_name, isOwn, situation) => {
			const { script, parts, clock = new FakeClock(), sent } = situation();
			const { client, transport, controller } = setUp(script, parts, clock);
			const own = new AbortController();
			const start = clock.now();
			const failure = failureOf(client.json(isOwn ? { ...get, signal: own.signal } : get, Rows));
			await settle(3);
			expect(transport.sent).toHaveLength(sent);
			(isOwn ? own : controller).abort();
			expect(await failure).toMatchObject({ kind: 'cancelled' });
			expect(clock.now()).toBe(start);
			await settle(3);
			expect(transport.sent).toHaveLength(sent);
		},
	);

	it('sends, signs and counts nothing when it was stopped before', async () => {
		let signed = 0;
		const auth = { sign: async () => ({ n: String(++signed) }) };
		const { client, transport, events, controller } = setUp([OK], { auth });
		controller.abort();
		expect(await failureOf(client.json(get, Rows))).toMatchObject({ kind: 'cancelled' });
		expect(transport.sent).toEqual([]);
		expect(events).toEqual([]);
		expect(signed).toBe(0);
	});
});
