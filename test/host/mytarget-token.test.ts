import { beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';

import type { WorkflowJson } from '../engine';
import { myTarget } from '../platforms/mytarget';
import { ofFile } from '../support/of-file';
import { startHost } from './support/host';
import { commandOn, editorData, storedCredential } from './support/stored-credential';
import { afterStart, nodeOf } from './support/workflow';

const created = z.object({ id: z.string() });

const host = ofFile(async () => startHost({ sandbox: { myTarget: { campaigns: 10 } } }));
/** Of the credential, and the data that its user saved. */
let id: string;
let data: Record<string, string>;
beforeEach(async () => {
	const { clientId, clientSecret, baseUrl } = host.sandbox.myTarget;
	data = { authentication: 'clientCredentials', clientId, clientSecret, platform: 'other', baseUrl };
	id = created.parse(await host.rest.post('/credentials', { name: 'Client', type: 'myTargetApi', data })).id;
});

function tokens() {
	return host.sandbox.myTarget.tokens;
}

function counts(): [issued: number, refreshed: number] {
	return [tokens().issued, tokens().refreshed];
}

/** @param settings in place of what n8n gives a node by default */
function workflow(parameters: object, settings: object = {}): WorkflowJson {
	const credentials = { myTargetApi: { id, name: 'Client' } };
	return afterStart([{ ...nodeOf(myTarget, 'Campaigns', parameters), credentials, ...settings }]);
}

function campaigns(): WorkflowJson {
	return workflow({ resource: 'campaign', operation: 'getAll', returnAll: true, campaignFields: ['id'] });
}

/** n8n's HTTP Request node with the credential as a predefined credential type. */
function httpRequest(path: string): WorkflowJson {
	const parameters = {
		url: host.sandbox.myTarget.baseUrl + path,
		authentication: 'predefinedCredentialType',
		nodeCredentialType: 'myTargetApi',
	};
	return workflow(parameters, { type: 'n8n-nodes-base.httpRequest', typeVersion: 4.2 });
}

const stored = async () => storedCredential(host, id);
const dialog = async () => editorData(host, id);

async function test(): Promise<unknown> {
	const credentials = { id, name: 'Client', type: 'myTargetApi', data: await dialog() };
	return await host.rest.post('/credentials/test', { credentials });
}

describe('the token that was issued for a run', () => {
	it('is kept in the credential, and used by the next run and by another process', async () => {
		(await host.run(campaigns())).assertSuccess();
		expect(counts()).toEqual([1, 0]);
		const { accessToken, refreshToken } = tokens()[0]!;
		expect(await stored()).toMatchObject({ ...data, issuedToken: accessToken, refreshToken });

		const again = (await host.run(campaigns())).assertSuccess();
		expect(again.json('Campaigns')).toHaveLength(10);
		const ids = await commandOn(host, 'execute', `--id=${await host.create(campaigns())}`, '--rawOutput');
		for (const { id: campaign } of host.sandbox.myTarget.campaigns) expect(ids).toContain(String(campaign));
		expect(counts()).toEqual([1, 0]);
		const signed = host.sandbox.requests.map(({ headers }) => headers.authorization);
		expect(new Set(signed.filter((header) => header !== undefined))).toEqual(
			new Set([`Bearer ${accessToken}`]),
		);
	});

	it('never goes to the editor', async () => {
		(await host.run(campaigns())).assertSuccess();
		const { accessToken, refreshToken } = tokens()[0]!;
		const inEditor = await dialog();
		expect(inEditor).toMatchObject({ clientId: data.clientId });
		expect(inEditor.issuedToken).not.toBe('');
		const text = JSON.stringify([inEditor, await host.rest.get('/credentials')]);
		for (const secret of [
			accessToken,
			refreshToken,
			data.clientSecret!,
			(await stored()).tokenOwner as string,
		])
			expect(text).not.toContain(secret);
	});

	it('outlives that its user saves the credential anew', async () => {
		(await host.run(campaigns())).assertSuccess();
		await host.rest.patch(`/credentials/${id}`, {
			name: 'Client',
			type: 'myTargetApi',
			data: await dialog(),
		});
		(await host.run(campaigns())).assertSuccess();
		expect(counts()).toEqual([1, 0]);
	});
});

describe('no token is issued beside the first', () => {
	it('by ten Tests of the saved credential', async () => {
		for (let count = 0; count < 10; count++) expect(await test()).toMatchObject({ status: 'OK' });
		expect(counts()).toEqual([1, 0]);
		expect((await stored()).issuedToken).toBe(tokens()[0]!.accessToken);
	});

	it('by an HTTP Request node whose calls fail', async () => {
		(await host.run(httpRequest('/api/v2/campaigns.json'))).assertSuccess();
		expect(counts()).toEqual([1, 0]);
		host.sandbox.faults.add({
			path: '/api/v2/campaigns.json',
			fault: { kind: 'status', status: 500, body: '{}' },
		});
		for (const path of ['/api/v2/campaigns.json', '/api/v2/nothing.json'])
			for (let count = 0; count < 3; count++)
				expect((await host.run(httpRequest(path))).status).toBe('error');
		expect(counts()).toEqual([1, 0]);
	});

	it('when it has expired: it is refreshed, and the new one kept', async () => {
		(await host.run(campaigns())).assertSuccess();
		host.sandbox.myTarget.expireTokens();
		(await host.run(campaigns())).assertSuccess();
		expect(counts()).toEqual([1, 1]);
		expect((await stored()).issuedToken).toBe(tokens()[0]!.accessToken);
	});
});
