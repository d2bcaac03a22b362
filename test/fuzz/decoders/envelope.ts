import { isDeepStrictEqual } from 'node:util';

import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { Platform } from '../../../nodes/shared/platform/platform';
import { setUp } from '../../connector/client/parts';
import { mutateJson } from '../mutate-json';
import type { Random } from '../random';
import { answered, type Decoder } from './decoder';
import { parsed, withoutProto } from './reading';

/** Credentials that every platform takes; nothing is ever sent with them. */
const CREDENTIAL: ICredentialDataDecryptedObject = {
	accessToken: 'token-of-nobody',
	authentication: 'accessToken',
	projectId: '1',
	platform: 'other',
	baseUrl: 'https://platform.example',
};

/** A platform's API whose every request gets the same 200, without retries. */
export async function apiAnswering<Api>(platform: Platform<Api>, body: Buffer, random: Random): Promise<Api> {
	const { auth, api } = await platform.account(CREDENTIAL);
	const { client } = setUp([], {
		transport: { send: async () => answered(body, random) },
		auth,
		retryPolicy: { maxRetries: 0, maxWaitMs: 0, rules: [] },
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
