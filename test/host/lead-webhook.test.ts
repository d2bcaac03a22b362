import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';

import { expect, it } from '@jest/globals';

import type { WorkflowJson } from '../engine';
import { difference, fingerprints } from '../faults/rows';
import { accounts } from '../platforms';
import { reference } from '../platforms/credentials';
import { myTarget } from '../platforms/mytarget';
import { ofFile } from '../support/of-file';
import { executionOf } from './server/execution';
import { publish, takeBack } from './server/publish';
import { executions } from './support/events';
import { startHost } from './support/host';

const host = ofFile(async () => startHost({ sandbox: accounts('quick') }));

const LEADS = 10;

/** A notification is answered before its execution is listed. */
const SETTLED_MS = 3000;

/** n8n publishes behind its answer, on a busy machine some seconds later. */
const PUBLISHED_MS = 60_000;

async function eventually(look: () => unknown, expected: unknown): Promise<void> {
	const deadline = Date.now() + PUBLISHED_MS;
	while (!isDeepStrictEqual(look(), expected) && Date.now() < deadline) await sleep(100);
	expect(look()).toEqual(expected);
}

function leadWorkflow(name: string, webhookId: string): WorkflowJson {
	return {
		name,
		nodes: [
			{
				name: 'Trigger',
				type: `${myTarget.type}Trigger`,
				credentials: reference(myTarget),
				webhookId,
				parameters: { event: 'newLead', delivery: 'webhook' },
			},
		],
	};
}

/** Leads as Lead > Get Many gives them, which is how a poll does. */
async function polled(since: number) {
	const run = await host.run({
		name: 'Polled',
		nodes: [
			{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' },
			{
				name: 'Leads',
				type: myTarget.type,
				credentials: reference(myTarget),
				parameters: { resource: 'lead', operation: 'getAll', returnAll: true },
			},
		],
		connections: { Start: { main: [[{ node: 'Leads', type: 'main', index: 0 }]] } },
	});
	const ids = new Set(host.sandbox.myTarget.leads.slice(since).map(({ id }) => id));
	return run
		.assertSuccess()
		.json('Leads')
		.filter(({ id }) => ids.has(Number(id)));
}

async function items(id: string) {
	const [ids = []] = await executions(host.rest, [id]);
	const runs = await Promise.all(ids.map(async (execution) => executionOf(host.rest, execution)));
	for (const run of runs) expect(run.assertSuccess().json('Trigger')).toHaveLength(1);
	return runs.flatMap((run) => run.json('Trigger'));
}

it('leads come by webhook, each once, for as long as the workflow is active', async () => {
	const { sandbox, rest, version } = host;
	const { subscriptions } = sandbox.myTarget;
	const others = [
		subscriptions.add('LEAD', 'http://127.0.0.1:1/crm'),
		subscriptions.add('BANNER', 'http://127.0.0.1:1/crm'),
	];
	const urls = () => subscriptions.all.slice(others.length).map(({ callback_url: url }) => url);
	const sent = async (address: string) => {
		const mine = subscriptions.sent.filter(({ notification }) => notification.callback_url === address);
		return { mine, answers: await Promise.all(mine.map(({ answer }) => answer)) };
	};
	const first = await host.create(leadWorkflow('First', '6f1e2a4c-0000-4000-8000-000000000001'));
	const second = await host.create(leadWorkflow('Second', '6f1e2a4c-0000-4000-8000-000000000002'));

	// One that leads to the very workflow is used again: n8n asks for it at each activation.
	await publish(rest, version, first);
	await eventually(() => urls().length, 1);
	const [own = ''] = urls();
	expect(urls()).toEqual([expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/webhook\/6f1e2a4c/)]);
	await takeBack(rest, version, first);
	await eventually(() => subscriptions.all, others);
	const left = subscriptions.add('LEAD', own);
	await publish(rest, version, first);
	await publish(rest, version, second);
	await eventually(() => urls().length, 2);
	// Published later than the first, so that one has found its own.
	expect(subscriptions.all[others.length]).toEqual(left);
	const [, other = ''] = urls();
	expect(urls()).toEqual([own, expect.stringContaining('000000000002')]);

	const before = sandbox.myTarget.leads.length;
	for (let lead = 0; lead < LEADS; lead++) {
		sandbox.myTarget.receiveLead();
		expect((await sent(own)).answers.at(-1)).toBe(200);
	}
	const expected = fingerprints(await polled(before));
	expect(expected).toHaveLength(LEADS);
	for (const [id, address] of [
		[first, own],
		[second, other],
	] as const) {
		expect((await sent(address)).answers).toEqual(Array<number>(LEADS).fill(200));
		await sleep(SETTLED_MS);
		expect(difference(fingerprints(await items(id)), expected)).toBeUndefined();
	}

	// What came before, and what VK Ads did not send to this address, starts nothing.
	const { notification } = (await sent(own)).mine[0]!;
	for (const body of [
		notification,
		{ ...notification, id: 'forged-1', callback_url: 'https://elsewhere.example/' },
		{ ...notification, id: 'forged-2', resource_id: 1 },
		{ ...notification, id: 'forged-3', resource: 'BANNER' },
		{},
	])
		await fetch(own, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body),
		});
	await sleep(SETTLED_MS);
	expect(await items(first)).toHaveLength(LEADS);

	await takeBack(rest, version, first);
	await eventually(urls, [other]);
	sandbox.myTarget.receiveLead();
	expect((await sent(other)).answers.at(-1)).toBe(200);
	await sleep(SETTLED_MS);
	expect(await items(first)).toHaveLength(LEADS);
	expect(await items(second)).toHaveLength(LEADS + 1);
	expect((await fetch(own, { method: 'POST' })).status).toBe(404);

	await takeBack(rest, version, second);
	await eventually(() => subscriptions.all, others);
}, 300_000);
