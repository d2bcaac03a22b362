import { z } from 'zod';

import { fixedAuth } from '../../../connector/auth';
import { Client, type ClientParts, type ClientRequest } from '../../../connector/client';
import { TemporarilyUnavailableError, TimeoutError } from '../../../connector/errors';
import type { ConnectorEvent } from '../../../connector/events';
import { RateLimiter } from '../../../connector/rate-limit';
import { RetryBudget, retryRules, type Intent, type RetryPolicy } from '../../../connector/retry';
import { FakeClock } from '../../support/fake-clock';
import { ScriptedTransport, type Script } from '../../support/scripted-transport';

/** A minute, and up to a tenth more. */
export const AFTER_RATE_LIMIT = { firstMs: 60_000, factor: 1, capMs: 60_000, jitter: 'above' } as const;

export const policy: RetryPolicy = { maxRetries: 3, maxWaitMs: 300_000, rules: retryRules(AFTER_RATE_LIMIT) };

export const Rows = z.object({ rows: z.array(z.number()) });

export const OK = { body: { rows: [1, 2] } };
export const broken = new TemporarilyUnavailableError('platform.example closed the connection.');
export const silent = new TimeoutError('platform.example sent nothing for 60 seconds.', { splittable: true });

export const get: ClientRequest = { method: 'GET', path: '/rows', intent: 'read' };

export const withIntent = (intent: Intent): ClientRequest => {
	const request = { method: 'POST', path: '/rows' } as const;
	return intent === 'write' ? { ...request, intent, check: CHECK } : { ...request, intent };
};

/** How to find out whether a change was made. */
export const CHECK = 'Look at the rows.';

/** A client with a scripted network and a fake clock, and what happened to them. */
export function setUp(script: Script, parts: Partial<ClientParts> = {}, clock = new FakeClock()) {
	const transport = new ScriptedTransport(clock, script);
	const events: ConnectorEvent[] = [];
	const controller = new AbortController();
	const client = new Client({
		baseUrl: 'https://platform.example/api',
		transport,
		auth: fixedAuth({ authorization: 'Bearer fixed' }),
		limiter: new RateLimiter(clock),
		budgetShare: 1,
		retryPolicy: policy,
		retryBudget: new RetryBudget(),
		clock,
		observe: (event) => events.push(event),
		signal: controller.signal,
		idleTimeoutMs: 60_000,
		failureOf: () => undefined,
		...parts,
	});
	return { client, transport, clock, events, controller };
}

/** The error that a promise is rejected with. */
export async function failureOf(promise: Promise<unknown>): Promise<unknown> {
	return promise.then(
		(value: unknown) => {
			throw new Error(`It succeeded with ${JSON.stringify(value)}.`);
		},
		(error: unknown) => error,
	);
}
