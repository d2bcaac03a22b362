import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { MyTargetApi } from '../../../credentials/MyTargetApi.credentials';
import { startSandbox, type Sandbox } from '../../sandbox';
import { ofTest } from '../../support/of-file';
import { answer, clientCredential } from './harness';

/** As n8n's helper answers with `returnFullResponse` and `ignoreHttpStatusErrors`. */
async function httpRequest({ url, method, headers, body }: IHttpRequestOptions) {
	const response = await fetch(url, {
		method,
		headers: headers as Record<string, string>,
		body: body as string | undefined,
		redirect: 'manual',
	});
	const text = await response.text();
	return { statusCode: response.status, body: bodyOf(text) };
}

function bodyOf(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}

/**
 * What n8n does for the HTTP Request node with a predefined credential type (its legacy helper): pre-authentication
 * when the expirable property is empty and after any failed call, whatever the status, and then the call once more.
 */
class HttpRequestNode {
	private readonly type = new MyTargetApi();
	private readonly helper = { helpers: { httpRequest } };

	constructor(public credential: ICredentialDataDecryptedObject) {}

	async get(url: string): Promise<number> {
		if ((this.credential.issuedToken ?? '') === '') await this.preAuthenticate();
		const status = await this.send(url);
		if (status < 400) return status;
		await this.preAuthenticate();
		return this.send(url);
	}

	private async send(url: string): Promise<number> {
		const signed = await this.type.authenticate(this.credential, { url, method: 'GET' });
		return (await httpRequest(signed)).statusCode;
	}

	private async preAuthenticate(): Promise<void> {
		const issued = await this.type.preAuthentication.call(this.helper, this.credential);
		if (issued.issuedToken !== undefined)
			this.credential = { ...this.credential, ...issued } as ICredentialDataDecryptedObject;
	}
}

let sandbox: Sandbox;
let node: HttpRequestNode;
const url = (path: string) => sandbox.myTarget.baseUrl + path;
const tokens = () => sandbox.myTarget.tokens;

beforeEach(async () => {
	sandbox = await startSandbox({ myTarget: { campaigns: 10 } });
	node = new HttpRequestNode(clientCredential(sandbox));
});
afterEach(async () => {
	jest.restoreAllMocks();
	await sandbox.close();
});

describe('the HTTP Request node with our credential', () => {
	it('gets a token with its first call and keeps it', async () => {
		for (let count = 0; count < 5; count++) expect(await node.get(url('/api/v2/campaigns.json'))).toBe(200);
		expect(tokens().issued).toBe(1);
	});

	it.each<[number, string, RegExp]>([
		[404, '', /campaigns/],
		[429, '', /campaigns/],
		[500, '', /campaigns/],
		[503, '', /campaigns/],
		[429, ', as the look at the account does', /^\/api\/v[23]\/(campaigns|user)/],
		[500, ', as the look at the account does', /^\/api\/v[23]\/(campaigns|user)/],
	])('ten calls that fail with %i%s issue no token', async (status, _as, path) => {
		await node.get(url('/api/v2/campaigns.json'));
		sandbox.faults.add({ path, fault: { kind: 'status', status, body: '{}' } });
		for (let count = 0; count < 10; count++)
			expect(await node.get(url('/api/v2/campaigns.json'))).toBe(status);
		expect([tokens().issued, tokens().refreshed]).toEqual([1, 0]);
	});

	it('an expired token is refreshed', async () => {
		await node.get(url('/api/v2/campaigns.json'));
		sandbox.myTarget.expireToken(node.credential.issuedToken as string);
		expect(await node.get(url('/api/v2/campaigns.json'))).toBe(200);
		expect([tokens().issued, tokens().refreshed]).toEqual([1, 1]);
	});

	it.each(['flat', 'wrapped', 'oauth'] as const)(
		'trap 22: whatever form a 401 has (%s)',
		async (authErrorBody) => {
			const own = await ofTest(
				startSandbox({ myTarget: { campaigns: 10, authErrorBody, tokenErrorBody: authErrorBody } }),
			);
			const other = new HttpRequestNode(clientCredential(own));
			const campaigns = `${own.myTarget.baseUrl}/api/v2/campaigns.json`;
			await other.get(campaigns);
			own.myTarget.expireToken(other.credential.issuedToken as string);
			expect(await other.get(campaigns)).toBe(200);
			expect([own.myTarget.tokens.issued, own.myTarget.tokens.refreshed]).toEqual([1, 1]);
		},
	);

	it('trap 21: reads the answers of the quick start, too', async () => {
		jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-03-02T09:00:00Z'));
		const own = await ofTest(startSandbox({ myTarget: { campaigns: 10, tokenAnswer: 'quickStart' } }));
		const other = new HttpRequestNode(clientCredential(own));
		expect(await other.get(`${own.myTarget.baseUrl}/api/v2/campaigns.json`)).toBe(200);
		expect(other.credential.tokenExpiresAt).toBe('2026-03-03T09:00:00.000Z');
	});

	it('a credential whose client ID was changed sends no token of the old account', async () => {
		await node.get(url('/api/v2/campaigns.json'));
		const old = node.credential.issuedToken as string;
		node.credential = { ...node.credential, clientId: 'another-client' };
		const before = sandbox.requests.length;
		await expect(node.get(url('/api/v2/campaigns.json'))).rejects.toThrow('invalid_client');
		for (const { headers } of sandbox.requests.slice(before))
			expect(headers.authorization ?? '').not.toContain(old);
	});
});

describe('ten calls at the same time, each with a copy of the credential', () => {
	const atOnce = (credential: ICredentialDataDecryptedObject) =>
		Promise.all(
			Array.from({ length: 10 }, async () =>
				new HttpRequestNode(credential).get(url('/api/v2/campaigns.json')),
			),
		);

	it('issue one token where there is none', async () => {
		expect(await atOnce(node.credential)).toEqual(Array(10).fill(200));
		expect(tokens().issued).toBe(1);
	});

	it('refresh an expired token once, and late ones get the new one', async () => {
		await node.get(url('/api/v2/campaigns.json'));
		const old = node.credential;
		sandbox.myTarget.expireTokens();
		expect(await atOnce(old)).toEqual(Array(10).fill(200));
		expect(await new HttpRequestNode(old).get(url('/api/v2/campaigns.json'))).toBe(200);
		expect([tokens().issued, tokens().refreshed]).toEqual([1, 1]);
	});
});

it('a 401 of a proxy neither refreshes nor issues', async () => {
	await node.get(url('/api/v2/campaigns.json'));
	sandbox.faults.add({ path: /^\/api/, fault: answer(401, '<html>proxy</html>') });
	expect(await node.get(url('/api/v2/campaigns.json'))).toBe(401);
	sandbox.faults.clear();
	expect([tokens().issued, tokens().refreshed]).toEqual([1, 0]);
});
