import { beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';

import type { WorkflowJson } from '../engine';
import { inARow } from '../engine';
import { myTarget } from '../platforms/mytarget';
import { ofFile } from '../support/of-file';
import type { Execution } from './server/execution';
import { startHost } from './support/host';
import { editorData, storedCredential } from './support/stored-credential';
import { nodeOf } from './support/workflow';

const CLIENTS = 12;
const NODE = 'Campaigns';

const created = z.object({ id: z.string() });
const times = z.object({ startedAt: z.iso.datetime(), stoppedAt: z.iso.datetime() });
const several = z.object({ tokens: z.record(z.string(), z.object({ token: z.string() })) });

const host = ofFile(async () =>
	startHost({
		sandbox: { myTarget: { campaigns: 3, clientCampaigns: 2, agencyClients: 63, rotateRefreshTokens: true } },
	}),
);
const platform = () => host.sandbox.myTarget;
const tokens = () => platform().tokens;

/** Of the agency's one credential. */
let id: string;
let clients: readonly string[];
beforeEach(async () => {
	const { clientId, clientSecret, baseUrl, agencyClientNames } = platform();
	const data = { authentication: 'clientCredentials', clientId, clientSecret, platform: 'other', baseUrl };
	id = created.parse(await host.rest.post('/credentials', { name: 'Agency', type: 'myTargetApi', data })).id;
	clients = agencyClientNames.slice(0, CLIENTS);
	expect(clients).toHaveLength(CLIENTS);
});

/** The campaigns of each client, of which each is an input item. */
function campaignsOf(some: readonly string[]): WorkflowJson {
	const parameters = {
		...{ resource: 'campaign', operation: 'getAll', returnAll: true, campaignFields: ['id'] },
		options: { agencyClient: '={{ $json.client }}' },
	};
	return {
		nodes: [
			{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' },
			{
				...{ name: 'Clients', type: 'n8n-nodes-base.set', typeVersion: 3.4 },
				parameters: { mode: 'raw', jsonOutput: JSON.stringify({ client: some }) },
			},
			{ name: 'Split', type: 'n8n-nodes-base.splitOut', parameters: { fieldToSplitOut: 'client' } },
			{
				...nodeOf(myTarget, NODE, parameters),
				credentials: { myTargetApi: { id, name: 'Agency' } },
			},
		],
		connections: inARow('Start', 'Clients', 'Split', NODE),
	};
}

function expectRows(run: Execution, some: readonly string[]): void {
	const truth = some.flatMap((client) => platform().client(client).campaigns);
	expect(run.assertSuccess().json(NODE)).toEqual(truth.map((campaign) => ({ id: campaign.id })));
}

/** Two executions of all clients, which are under way at the same time. */
async function sideBySide(): Promise<void> {
	// As many requests one after the other as there are clients, so that neither is over before the other begins.
	host.sandbox.faults.add({ path: '/api/v2/campaigns.json', fault: { kind: 'slow-drip', ms: 10 } });
	const runs = await Promise.all([1, 2].map(async () => host.run(campaignsOf(clients))));
	host.sandbox.faults.clear();
	for (const run of runs) expectRows(run, clients);
	const [one, other] = await Promise.all(
		runs.map(async (run) => times.parse(await host.rest.get(`/executions/${run.id}`))),
	);
	expect(one!.startedAt < other!.stoppedAt && other!.startedAt < one!.stoppedAt).toBe(true);
}

async function keptTokens(): Promise<string[]> {
	const { issuedToken } = await storedCredential(host, id);
	const kept = several.parse(JSON.parse(String(issuedToken)));
	return Object.values(kept.tokens).map(({ token }) => token);
}

const sorted = (texts: readonly string[]) => [...texts].sort();
const living = () => tokens().map(({ accessToken }) => accessToken);

describe('one credential of an agency for 12 clients', () => {
	it('takes one token for each, whatever runs side by side, expires in between or is started anew', async () => {
		await sideBySide();
		expect([tokens().issued, tokens().refreshed]).toEqual([CLIENTS, 0]);
		for (const round of [1, 2]) {
			platform().expireTokens();
			await sideBySide();
			expect([tokens().issued, tokens().refreshed]).toEqual([CLIENTS, CLIENTS * round]);
		}
		expect(tokens().overLimit).toBe(0);
		expect(sorted(tokens().map(({ owner }) => owner))).toEqual(sorted(clients));
		expect(sorted(await keptTokens())).toEqual(sorted(living()));

		await host.restart();
		expectRows(await host.run(campaignsOf(clients)), clients);
		expect([tokens().issued, tokens().refreshed]).toEqual([CLIENTS, CLIENTS * 2]);
	});

	it('drops all of them with a changed secret, and sends none again', async () => {
		expectRows(await host.run(campaignsOf(clients)), clients);
		const old = living();
		const clientSecret = 'another-secret-of-the-agency';
		platform().changeSecret(clientSecret);
		const data = { ...(await editorData(host, id)), clientSecret };
		await host.rest.patch(`/credentials/${id}`, { name: 'Agency', type: 'myTargetApi', data });

		const before = host.sandbox.requests.length;
		const some = clients.slice(0, 3);
		expectRows(await host.run(campaignsOf(some)), some);
		const signed = host.sandbox.requests.slice(before).map(({ headers }) => headers.authorization ?? '');
		for (const token of old) expect(signed).not.toContain(`Bearer ${token}`);
		expect(await keptTokens()).toHaveLength(3);
		expect(tokens().issued).toBe(CLIENTS + 3);
	});
});
