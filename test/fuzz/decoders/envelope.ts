import { isDeepStrictEqual } from 'node:util';

import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { Client } from '../../../connector/client';
import { RateLimiter } from '../../../connector/rate-limit';
import { RetryBudget } from '../../../connector/retry';
import type { Transport } from '../../../connector/transport';
import type { Platform } from '../../../nodes/shared/platform/platform';
import { FakeClock } from '../../support/fake-clock';
import { mutateJson } from '../mutate-json';
import type { Random } from '../random';
import { inPieces, type Decoder } from './decoder';
import { parsed, withoutProto } from './reading';

const BASE_URL = 'https://platform.example';

/** Credentials that every platform takes; nothing is ever sent with them. */
const CREDENTIAL: ICredentialDataDecryptedObject = {
	accessToken: 'token-of-nobody',
	authentication: 'accessToken',
	projectId: '1',
	baseUrl: BASE_URL,
};

function answering(body: Buffer, random: Random): Transport {
	return {
		send: () =>
			Promise.resolve({ status: 200, headers: {}, body: inPieces(body, random), discard: () => undefined }),
	};
}

/** A platform's API whose every request gets the same 200, without retries. */
export async function apiAnswering<Api>(platform: Platform<Api>, body: Buffer, random: Random): Promise<Api> {
	const { auth, api } = await platform.account(CREDENTIAL);
	const clock = new FakeClock();
	const client = new Client({
		baseUrl: BASE_URL,
		transport: answering(body, random),
		auth,
		limiter: new RateLimiter(clock),
		budgetShare: 1,
		retryPolicy: { maxRetries: 0, maxWaitMs: 0, rules: [] },
		retryBudget: new RetryBudget(),
		clock,
		observe: () => undefined,
		signal: new AbortController().signal,
		idleTimeoutMs: 1000,
		failureOf: (answer) => platform.failureOf(answer, CREDENTIAL),
		budgetOf: platform.budgetOf,
	});
	return api(client);
}

/**
 * The decoder of one JSON answer: from the bytes through the platform's refusals and its schema.
 *
 * @param sent what is sent of an answer, damaged or not
 */
export function envelope<Api>(
	name: string,
	platform: Platform<Api>,
	answers: readonly unknown[],
	call: (api: Api) => Promise<unknown>,
	read: (json: unknown) => unknown,
	sent: (answer: Buffer) => Buffer = (answer) => answer,
): Decoder {
	return {
		name,
		answers: answers.map((answer) => Buffer.from(JSON.stringify(answer))),
		restructure: (random) => Buffer.from(mutateJson(random.pick(answers), random)),
		decode: async (answer, random) => call(await apiAnswering(platform, sent(answer), random)),
		read: (answer) => read(withoutProto(parsed(sent(answer)))),
		// zod leaves fields of this name out, which keeps them from ever becoming a prototype.
		same: (decoded, said) => isDeepStrictEqual(withoutProto(decoded), said),
	};
}
