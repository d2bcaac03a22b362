import type { IHttpRequestHelper, IHttpRequestOptions } from 'n8n-workflow';

import { refusalBody } from '../../../connector/client';
import { AccessDeniedError, TemporarilyUnavailableError } from '../../../connector/errors';
import { certificateFailure } from '../../../connector/transport';

export interface Exchange {
	readonly status: number;
	/** Parsed JSON, or whatever else came; see {@link refusalBody}. */
	readonly body: unknown;
}

/** Whatever n8n gives a credential to send requests with. */
export type Http = IHttpRequestHelper;

/** A token, and with it the account, may never travel to another host. */
const STRICT: Partial<IHttpRequestOptions> = {
	returnFullResponse: true,
	ignoreHttpStatusErrors: true,
	disableFollowRedirect: true,
	timeout: 30_000,
};

/**
 * @throws {TemporarilyUnavailableError} no answer at all
 * @throws {AccessDeniedError} a certificate that cannot be trusted
 */
export async function postForm(
	http: Http,
	url: string,
	form: Readonly<Record<string, string>>,
): Promise<Exchange> {
	return send(http, {
		...STRICT,
		method: 'POST',
		url,
		headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
		body: new URLSearchParams(form).toString(),
	});
}

/** The same for a GET. */
export async function getWithToken(http: Http, url: string, token: string): Promise<Exchange> {
	return send(http, {
		...STRICT,
		method: 'GET',
		url,
		headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
	});
}

async function send({ helpers }: Http, options: IHttpRequestOptions): Promise<Exchange> {
	let answer: { statusCode: number; body: unknown };
	try {
		answer = (await helpers.httpRequest(options)) as typeof answer;
	} catch (error) {
		// n8n's own error holds the request, and with it the secret, so it is no cause to pass on.
		const { host } = new URL(options.url);
		const untrusted = certificateFailure(host, error);
		// Test shows nothing but the message, so the advice is in there, and the node has none to add.
		if (untrusted !== undefined)
			throw new AccessDeniedError(`${untrusted.message} ${untrusted.advice ?? ''}`, { advice: '' });
		throw new TemporarilyUnavailableError(
			`${host} could not be reached for an access token. If that goes on, check the Base URL or the Platform of the credential.`,
		);
	}
	return { status: answer.statusCode, body: parsed(answer.body) };
}

function parsed(body: unknown): unknown {
	return typeof body === 'string' ? refusalBody(Buffer.from(body)) : body;
}
