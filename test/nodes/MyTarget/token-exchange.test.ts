import { describe, expect, it } from '@jest/globals';
import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { ownerOf, tokenSettings, tokenToKeep } from '../../../nodes/MyTarget/token';

/** n8n's helper, whose answers are these in turn. */
function httpWith(...answers: readonly ({ status: number; body: unknown } | Error)[]) {
	const asked: { url: string; form: URLSearchParams }[] = [];
	const httpRequest = async (options: IHttpRequestOptions) => {
		const answer = answers[asked.length];
		asked.push({ url: options.url, form: new URLSearchParams(String(options.body ?? '')) });
		if (answer === undefined) throw new Error('Nobody may ask.');
		if (answer instanceof Error) throw answer;
		return { statusCode: answer.status, body: answer.body };
	};
	return { http: { helpers: { httpRequest } }, asked };
}

let accounts = 0;
/** Of an account that no other test has met. */
function credential(kept: object = {}): ICredentialDataDecryptedObject {
	const entered = {
		authentication: 'clientCredentials',
		clientId: `client-${++accounts}`,
		clientSecret: 'secret-of-the-client',
		platform: 'vkAds',
	};
	return { ...entered, tokenOwner: ownerOf(tokenSettings(entered)!), ...kept };
}

const HELD = { issuedToken: 'token-1', refreshToken: 'refresh~~token/of+mine' };
const EXPIRED = { status: 401, body: { code: 'expired_token', message: 'Access token is expired' } };
const NOW = Date.parse('2026-03-02T09:00:00Z');

describe('a token that has expired', () => {
	it.each([
		['no refresh token', { access_token: 'token-2', expires_in: '86400' }, HELD.refreshToken],
		['null for one', { access_token: 'token-2', refresh_token: null }, HELD.refreshToken],
		['another one', { access_token: 'token-2', refresh_token: 'refresh-2' }, 'refresh-2'],
	])('is refreshed by an answer with %s', async (_name, body, refreshToken) => {
		const { http, asked } = httpWith(EXPIRED, { status: 200, body });
		const kept = await tokenToKeep(http, credential(HELD), NOW);
		expect(kept).toMatchObject({ issuedToken: 'token-2', refreshToken });
		expect(asked.map(({ form }) => form.get('grant_type'))).toEqual([null, 'refresh_token']);
		expect(asked[1]!.form.get('refresh_token')).toBe(HELD.refreshToken);
	});

	it('and was refreshed once, is refreshed again with what the first answer left', async () => {
		const held = credential(HELD);
		const first = httpWith(EXPIRED, { status: 200, body: { access_token: 'token-2' } });
		const after = { ...held, ...(await tokenToKeep(first.http, held, NOW)) };
		const second = httpWith(EXPIRED, { status: 200, body: { access_token: 'token-3' } });
		await expect(tokenToKeep(second.http, after, NOW)).resolves.toMatchObject({ issuedToken: 'token-3' });
		expect(second.asked[1]!.form.get('refresh_token')).toBe(HELD.refreshToken);
	});

	it('is asked after again when its renewal failed', async () => {
		const held = credential(HELD);
		const failing = httpWith(EXPIRED, { status: 503, body: '' });
		await expect(tokenToKeep(failing.http, held, NOW)).rejects.toMatchObject({
			kind: 'temporarily-unavailable',
		});
		const again = httpWith(EXPIRED, { status: 200, body: { access_token: 'token-2' } });
		await expect(tokenToKeep(again.http, held, NOW)).resolves.toMatchObject({ issuedToken: 'token-2' });
	});
});

const formsOf = (secret: string) => [
	secret,
	encodeURIComponent(secret),
	Buffer.from(secret).toString('base64'),
	Buffer.from(secret).toString('base64url'),
];

describe('a refusal of the token endpoint', () => {
	it.each(['refreshToken', 'clientSecret'] as const)(
		'that repeats the %s shows it in no form',
		async (name) => {
			const held = credential({ ...HELD, clientSecret: 'secret~~of?the>client' });
			const secret = String(held[name]);
			for (const form of formsOf(secret)) {
				const body = { error: 'invalid_client', error_description: `What is ${form}?` };
				const { http } = httpWith(EXPIRED, { status: 401, body });
				const failure = (await tokenToKeep(http, held, NOW).catch((error: unknown) => error)) as Error;
				expect(failure.message).toContain('What is ***');
				for (const shown of formsOf(secret)) expect(failure.message).not.toContain(shown.replace(/=+$/, ''));
			}
		},
	);
});

it.each(['SELF_SIGNED_CERT_IN_CHAIN', 'ERR_TLS_CERT_ALTNAME_INVALID'])(
	'a certificate that cannot be trusted (%s) is told as that, with what to do, and no request is passed on',
	async (code) => {
		const { http } = httpWith(Object.assign(new Error('secret-of-the-client'), { code }));
		const failure = (await tokenToKeep(http, credential(), NOW).catch((error: unknown) => error)) as Error;
		// The node shows message and advice, and the message holds the advice for Test.
		expect(failure).toMatchObject({ kind: 'access-denied', advice: '' });
		expect(failure.message).toMatch(/^ads\.vk\.com has a TLS certificate .+\. .+\.$/);
		expect(failure.cause).toBeUndefined();
	},
);
