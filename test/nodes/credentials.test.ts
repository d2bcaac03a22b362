import { describe, expect, it } from '@jest/globals';
import type { ICredentialDataDecryptedObject, INodeType } from 'n8n-workflow';

import { startEngine, type CredentialData } from '../engine';
import { authenticateGeneric } from '../engine/credential-expressions';
import { host } from '../engine/host';
import { GATE, SAID, WRONG_PATH_PAGE } from '../faults/table/refusals';
import { accounts, platforms } from '../platforms';
import { startSandbox } from '../sandbox';
import { builtPackage } from '../setup/built-package';
import { openForeignServer } from '../support/foreign-server';
import { ofFile } from '../support/of-file';
import { someNode } from './shared/fake-node';

const node = { ...someNode, parameters: {} };
const workflow = new host.workflow.Workflow({
	nodes: [node],
	connections: {},
	active: false,
	nodeTypes: { getByName: noType, getByNameAndVersion: noType, getKnownTypes: () => ({}) },
});

function noType(): INodeType {
	return { description: { properties: [] } as unknown as INodeType['description'] };
}

/** Of a gateway before the platform, which does not know the path, in the platform's own form. */
const OWN_WORDS = [
	{ code: 404, message: 'Not Found' },
	{ detail: 'Not Found' },
	{ error: { code: 'not_found', message: 'Unknown resource' } },
].map((body) => JSON.stringify(body));

const foreignServer = ofFile(openForeignServer);

/** Their Test is the node's own; that of the others is a request that n8n makes and words itself. */
const ownTests = platforms.filter(
	({ credentialType }) =>
		builtPackage().credentials.find(({ name }) => name === credentialType)?.test === undefined,
);

describe.each(platforms)('$title: Test in the credential dialog', ({ credentialType, credential }) => {
	const sandbox = ofFile(async () => startSandbox(accounts('quick')));
	const engine = ofFile(async () => startEngine());
	const test = async (changes: (value: string, name: string) => string) => {
		const own = credential(sandbox);
		const changed = Object.entries(own).map(([name, value]) => [
			name,
			typeof value === 'string' && value !== '' ? changes(value, name) : value,
		]);
		return engine.testCredential(credentialType, Object.fromEntries(changed) as CredentialData);
	};

	it('takes fields with blanks around them', async () => {
		const typed = ['accessToken', 'baseUrl', 'clientId', 'clientSecret', 'projectId'];
		const result = await test((value, name) => (typed.includes(name) ? ` ${value}\t` : value));
		expect(result).toMatchObject({ status: 'OK' });
	});

	it.each(['/api/v1', '/v1', '/api/v2'])('tells a Base URL with %s too much', async (path) => {
		const result = await test((value, name) => (name === 'baseUrl' ? value + path : value));
		expect(result).toMatchObject({ status: 'Error', message: expect.stringContaining('Base URL') });
		expect(result.message).not.toMatch(/check the ID|30 days|expired|rights/i);
	});

	it.each([WRONG_PATH_PAGE, '404 page not found', ...OWN_WORDS])(
		'tells a wrong Base URL by 404 with %j',
		async (body) => {
			sandbox.faults.add({ path: /^/, fault: { kind: 'status', status: 404, body } });
			const result = await test((value) => value);
			expect(result).toMatchObject({
				status: 'Error',
				message: expect.stringContaining('Base URL'),
			});
			expect(result.message).not.toMatch(/check the ID|30 days|expired|rights/i);
		},
	);

	it('signs for the HTTP Request node what was pasted as the node itself would', async () => {
		const { authenticate } = builtPackage().credentials.find(({ name }) => name === credentialType)!;
		const headersOf = async (accessToken: string) => {
			// The other ways of myTarget have no token that anybody could paste.
			const own = { ...credential(sandbox), authentication: 'accessToken' };
			const data = { ...own, accessToken } as ICredentialDataDecryptedObject;
			const request = { url: 'https://x.example' };
			const signed =
				typeof authenticate === 'object'
					? authenticateGeneric(authenticate, data, request, workflow, node)
					: await authenticate!(data, request);
			return signed.headers;
		};
		const right = await headersOf('y0_token');
		expect(JSON.stringify(right)).toMatch(/[" ]y0_token"/);
		for (const pasted of [' y0_token ', 'Bearer y0_token', '\toauth  y0_token\n', 'OAuth\ty0_token'])
			expect(await headersOf(pasted)).toEqual(right);
		expect(await headersOf('bearer-y0')).not.toEqual(await headersOf('-y0'));
		for (const wordAlone of ['Bearer', ' OAuth '])
			expect(JSON.stringify(await headersOf(wordAlone).catch(() => ({})))).not.toMatch(
				/[" ](Bearer|OAuth) ?(Bearer|OAuth)/,
			);
	});
});

describe.each(ownTests)('$title: Test by the node', ({ credentialType, credential, secrets }) => {
	const sandbox = ofFile(async () => startSandbox(accounts('quick')));
	const engine = ofFile(async () => startEngine());
	const test = async (changes: CredentialData = {}) =>
		engine.testCredential(credentialType, { ...credential(sandbox), ...changes });

	it.each(Object.entries(GATE))("tells a refusal in the platform's own words: %s", async (_form, body) => {
		const [secret = ''] = secrets(sandbox);
		sandbox.faults.add({ path: /^/, fault: { kind: 'status', status: 403, body: body(secret) } });
		const result = await test();
		expect(result).toMatchObject({ status: 'Error', message: expect.stringMatching(SAID) });
		expect(result.message).not.toContain(secret);
		expect(result.message.length).toBeLessThan(1000);
	});

	it('tells what to do about a certificate that nobody vouches for', async () => {
		const baseUrl = `https://127.0.0.1:${foreignServer.port}/api`;
		const result = await test({ baseUrl });
		expect(result).toMatchObject({
			status: 'Error',
			message: expect.stringContaining('set NODE_EXTRA_CA_CERTS'),
		});
		expect(foreignServer.received).toEqual([]);
	});
});
