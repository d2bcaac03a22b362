import type { Sandbox } from '..';
import { callAt, jsonOf, type Call } from '../client';

/** `token`: in place of the one that is ready. */
export function callMyTarget(
	{ myTarget }: Sandbox,
	path: string,
	{ token = myTarget.accessToken, ...call }: Call & { token?: string } = {},
): Promise<Response> {
	return callAt(myTarget.baseUrl + path, `Bearer ${token}`, call);
}
export const myTargetAnswer = async (...asked: Parameters<typeof callMyTarget>) =>
	jsonOf(callMyTarget(...asked));

/** A request to the token endpoint, with the right client. */
export function askToken(sandbox: Sandbox, form: Record<string, string>): Promise<Response> {
	const { baseUrl, clientId, clientSecret } = sandbox.myTarget;
	return fetch(`${baseUrl}/api/v2/oauth2/token.json`, {
		method: 'POST',
		body: new URLSearchParams({ client_id: clientId, client_secret: clientSecret, ...form }),
	});
}

export const tokenOf = async (...asked: Parameters<typeof askToken>) => jsonOf(askToken(...asked));
