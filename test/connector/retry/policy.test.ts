import { describe, expect, it } from '@jest/globals';

import * as errors from '../../../connector/errors';
import type { ConnectorError, ErrorDetails, ErrorKind } from '../../../connector/errors';
import type { ConnectorEvent } from '../../../connector/events';
import { Retrier, RetryBudget, retryRules, type Backoff, type Intent } from '../../../connector/retry';
import { FakeClock } from '../../support/fake-clock';

/** Without chance: 10, 20, 40 s. */
const AFTER_RATE_LIMIT: Backoff = { firstMs: 10_000, factor: 2, capMs: 60_000, jitter: 'above' };

type ErrorClass = new (message: string, details?: ErrorDetails) => ConnectorError;

const CLASSES: Readonly<Record<ErrorKind, ErrorClass>> = {
	'rate-limited': errors.RateLimitedError,
	'quota-exhausted': errors.QuotaExhaustedError,
	'temporarily-unavailable': errors.TemporarilyUnavailableError,
	timeout: errors.TimeoutError,
	'credential-invalid': errors.CredentialInvalidError,
	'access-denied': errors.AccessDeniedError,
	'request-invalid': errors.RequestInvalidError,
	'not-found': errors.NotFoundError,
	'response-invalid': errors.ResponseInvalidError,
	cancelled: errors.CancelledError,
};

function errorOf(kind: ErrorKind, details: ErrorDetails = {}): ConnectorError {
	return new CLASSES[kind]('No.', details);
}

interface Setting {
	readonly intent?: Intent;
	readonly maxRetries?: number;
	readonly maxWaitMs?: number;
	readonly canSplit?: () => boolean;
	readonly canRefresh?: boolean;
	readonly budget?: RetryBudget;
}

/** What comes of attempts that end with these failures, one after another, and then with success. */
async function attempting(failures: readonly unknown[], setting: Setting = {}) {
	const { intent = 'read', maxRetries = 3, maxWaitMs = 300_000, canSplit, canRefresh = true } = setting;
	const { budget = new RetryBudget() } = setting;
	const clock = new FakeClock();
	const events: ConnectorEvent[] = [];
	const pauses: number[] = [];
	let [attempts, refreshes] = [0, 0];
	const retrier = new Retrier({
		policy: { maxRetries, maxWaitMs, rules: retryRules(AFTER_RATE_LIMIT) },
		budget,
		clock,
		observe: (event) => events.push(event),
	});
	const refresh = async () => {
		refreshes += 1;
	};
	const error: unknown = await retrier
		.run(
			{
				intent,
				signal: new AbortController().signal,
				pause: (ms) => pauses.push(ms),
				...(canRefresh ? { refresh } : {}),
				...(canSplit === undefined ? {} : { canSplit }),
			},
			async () => undefined,
			async () => {
				if (attempts < failures.length) throw failures[attempts++];
				attempts += 1;
			},
		)
		.then(
			() => undefined,
			(thrown: unknown) => thrown,
		);
	return { error, attempts, refreshes, pauses, sleeps: clock.sleeps, events };
}

const ENDS = { again: false, pauses: [], sleeps: [], refreshes: 0 };
const WAITS = { again: true, pauses: [10_500], sleeps: [], refreshes: 0 };
const REFRESHES = { again: true, pauses: [], sleeps: [], refreshes: 1 };
const BACKS_OFF = { again: true, pauses: [], sleeps: [500], refreshes: 0 };

describe('after a failure', () => {
	it.each<[ErrorKind, object, object]>([
		['rate-limited', WAITS, WAITS],
		['credential-invalid', REFRESHES, REFRESHES],
		['temporarily-unavailable', BACKS_OFF, ENDS],
		['timeout', BACKS_OFF, ENDS],
		['response-invalid', BACKS_OFF, ENDS],
		['quota-exhausted', ENDS, ENDS],
		['access-denied', ENDS, ENDS],
		['request-invalid', ENDS, ENDS],
		['not-found', ENDS, ENDS],
		['cancelled', ENDS, ENDS],
	])('of the kind %s', async (kind, ofRead, ofOthers) => {
		for (const intent of ['read', 'order', 'write'] as const) {
			const failure = errorOf(kind);
			const { error, attempts, pauses, sleeps, refreshes } = await attempting([failure], { intent });
			expect({ intent, again: attempts === 2, pauses, sleeps, refreshes }).toEqual({
				intent,
				...(intent === 'read' ? ofRead : ofOthers),
			});
			expect(error).toBe(attempts === 2 ? undefined : failure);
		}
	});

	it.each<[ErrorKind, boolean | undefined, number]>([
		// An answer that was too long would be so again, whether or not halves would be tried.
		['response-invalid', undefined, 1],
		['response-invalid', false, 1],
		['timeout', undefined, 2],
		['timeout', false, 2],
		['timeout', true, 1],
		['temporarily-unavailable', true, 2],
	])('%s that smaller parts may help, halves would be tried: %s', async (kind, halves, attempts) => {
		const canSplit = halves === undefined ? undefined : () => halves;
		const done = await attempting([errorOf(kind, { splittable: true })], canSplit && { canSplit });
		expect(done.attempts).toBe(attempts);
	});

	it('that is none of ours nothing is tried again', async () => {
		const bug = new TypeError('x is undefined');
		expect(await attempting([bug])).toMatchObject({ error: bug, attempts: 1, sleeps: [] });
	});
});

describe('attempts', () => {
	const busy = (retryAfterMs?: number) => errorOf('rate-limited', { retryAfterMs });

	it('end after Max Retries, with the last failure', async () => {
		const failures = Array.from({ length: 4 }, () => errorOf('timeout'));
		const done = await attempting(failures, { maxRetries: 2 });
		expect(done).toMatchObject({ attempts: 3, sleeps: [500, 1000] });
		expect(done.error).toBe(failures[2]);
		expect(done.events.filter(({ type }) => type === 'retry')).toEqual([
			{ type: 'retry', kind: 'timeout', attempt: 1 },
			{ type: 'retry', kind: 'timeout', attempt: 2 },
		]);
	});

	it('end at once where no retry is left in the budget of the run', async () => {
		const budget = new RetryBudget();
		while (budget.take());
		expect(await attempting([errorOf('timeout')], { budget })).toMatchObject({ attempts: 1, sleeps: [] });
		// A wait that the platform asks for costs nothing of it.
		expect((await attempting([busy()], { budget })).attempts).toBe(2);
	});

	it('wait longer each time where the platform names no time, and as long as it says where it does', async () => {
		expect((await attempting([busy(), busy(), busy()])).pauses).toEqual([10_500, 21_000, 42_000]);
		expect((await attempting([busy(3000), busy(0)])).pauses).toEqual([3000, 21_000]);
	});

	it('of what passes wait as long as the platform says, and no shorter than usual', async () => {
		const away = (retryAfterMs: number) => errorOf('temporarily-unavailable', { retryAfterMs });
		expect((await attempting([away(7000), away(1)])).sleeps).toEqual([7000, 1000]);
	});

	it('that would have to wait too long end, but everybody else waits', async () => {
		const { error, attempts, pauses } = await attempting([busy(5001)], { maxWaitMs: 5000 });
		expect([attempts, pauses]).toEqual([1, [5001]]);
		expect(error).toMatchObject({ kind: 'rate-limited', retryAfterMs: 5001, tooLongWait: true });
		expect((await attempting([busy(5000)], { maxWaitMs: 5000 })).attempts).toBe(2);
	});

	it('that are over are not said to need more patience', async () => {
		const { error, pauses } = await attempting([busy(5001)], { maxWaitMs: 5000, maxRetries: 0 });
		expect(error).toMatchObject({ kind: 'rate-limited', retryAfterMs: 5001, tooLongWait: false });
		expect(pauses).toEqual([5001]);
		const away = errorOf('temporarily-unavailable', { retryAfterMs: 5001 });
		expect((await attempting([away], { maxWaitMs: 5000, maxRetries: 0 })).error).toBe(away);
	});

	it('that are over still hold everybody else back', async () => {
		const last = busy();
		const done = await attempting([busy(), last, busy()], { maxRetries: 1 });
		expect(done).toMatchObject({ attempts: 2, pauses: [10_500, 21_000] });
		expect(done.error).toBe(last);
	});

	it.each([
		[true, undefined, true],
		[true, 60_000, false],
		[false, undefined, false],
	])(
		'that would wait too long may be halved: %s, unless all are to wait %s: %s',
		async (may, asked, halved) => {
			const failure = errorOf('rate-limited', { splittable: may, retryAfterMs: asked });
			const { error } = await attempting([failure], { maxWaitMs: 5000 });
			expect(error).toMatchObject({ kind: 'rate-limited', splittable: halved });
		},
	);

	it('tell for how long they wait', async () => {
		const { events } = await attempting([errorOf('timeout')]);
		expect(events).toEqual([
			{ type: 'wait', reason: 'backoff', ms: 500 },
			{ type: 'retry', kind: 'timeout', attempt: 1 },
		]);
	});

	it('get a new token once, and none where only the user can get one', async () => {
		const refused = () => errorOf('credential-invalid');
		const twice = await attempting([refused(), refused()]);
		expect([twice.attempts, twice.refreshes]).toEqual([2, 1]);
		const final = refused();
		const done = await attempting([final], { canRefresh: false });
		expect(done).toMatchObject({ attempts: 1, refreshes: 0 });
		expect(done.error).toBe(final);
	});
});

it('work that goes on where it broke off has all its retries again once it has progressed', async () => {
	const clock = new FakeClock();
	const recovery = new Retrier({
		policy: { maxRetries: 1, maxWaitMs: 300_000, rules: retryRules(AFTER_RATE_LIMIT) },
		budget: new RetryBudget(),
		clock,
		observe: () => undefined,
	}).recovery({ intent: 'read', signal: new AbortController().signal, pause: () => undefined });
	const failure = errorOf('timeout');
	await recovery.after(failure);
	await expect(recovery.after(failure)).rejects.toBe(failure);
	recovery.progressed();
	await recovery.after(failure);
	expect(clock.sleeps).toEqual([500, 500]);
});
