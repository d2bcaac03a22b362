import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';

import type { ActiveTrigger } from '../../../engine';
import { myTarget } from '../../../platforms/mytarget';
import type { Sandbox } from '../../../sandbox';
import { ofTest } from '../../../support/of-file';
import { openTrigger, triggerOn } from '../../support/trigger';

const parameters = { event: 'newLead', delivery: 'webhook' };
const small = { myTarget: { campaigns: 12, banners: 20, leads: 3, leadForms: 10 } };

/** n8n's own server for webhooks, in front of one trigger. */
class Door {
	readonly told: (IDataObject[] | undefined)[] = [];
	trigger: ActiveTrigger | undefined;

	private constructor(readonly url: string) {}

	static async open(): Promise<Door> {
		const server = createServer((request, response) => {
			void (async () => {
				let body = '';
				for await (const chunk of request) body += String(chunk);
				door.told.push(await door.trigger?.receive(JSON.parse(body)));
				response.end('ok');
			})();
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const door: Door = new Door(`http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`);
		await ofTest(
			Promise.resolve({
				close: async () =>
					new Promise<void>((resolve) =>
						server.close(() => {
							resolve();
						}),
					),
			}),
		);
		return door;
	}
}

async function open(): Promise<{ trigger: ActiveTrigger; sandbox: Sandbox; door: Door }> {
	const door = await Door.open();
	const { trigger, sandbox } = await openTrigger(myTarget, parameters, {
		sandbox: small,
		webhookBaseUrl: door.url,
	});
	door.trigger = trigger;
	return { trigger, sandbox, door };
}

/** When everything that was sent was answered. */
async function delivered({ myTarget: { subscriptions } }: Sandbox): Promise<number[]> {
	return Promise.all(subscriptions.sent.map(({ answer }) => answer));
}

describe('leads by webhook', () => {
	it('come once each, as a poll gives them', async () => {
		const { trigger, sandbox, door } = await open();
		const polling = await triggerOn(myTarget, sandbox, { event: 'newLead' });
		await polling.activate();
		expect(await trigger.activate()).toEqual([]);
		for (let lead = 0; lead < 10; lead++) {
			sandbox.myTarget.receiveLead();
			await delivered(sandbox);
		}
		const told = door.told.flatMap((items) => items ?? []);
		expect(told).toHaveLength(10);
		expect(told).toEqual(await polling.poll());
		// Nothing is polled beside it.
		expect(await trigger.poll()).toEqual([]);
	});

	it('trap 66: are passed over where the notification came before, is forged, or is of something else', async () => {
		const { trigger, sandbox, door } = await open();
		await trigger.activate();
		sandbox.myTarget.receiveLead();
		await delivered(sandbox);
		const { notification } = sandbox.myTarget.subscriptions.sent[0]!;
		const others = [
			notification,
			{ ...notification, id: 'a', callback_url: 'https://elsewhere.example/' },
			{ ...notification, id: 'b', resource: 'BANNER' },
			{ ...notification, id: 'c', resource_id: 1 },
			{ ...notification, id: '' },
			{},
			'text',
		];
		for (const body of others) expect(await trigger.receive(body)).toBeUndefined();
		expect(door.told).toHaveLength(1);
		trigger.restart();
		expect(await trigger.receive(notification)).toBeUndefined();
	});

	it('count as come by what n8n receives in earnest, not by what somebody tries', async () => {
		const { trigger, sandbox } = await openTrigger(myTarget, parameters, {
			sandbox: small,
			webhookBaseUrl: 'http://127.0.0.1:1/webhook',
		});
		await trigger.activate();
		sandbox.myTarget.receiveLead();
		const { notification } = sandbox.myTarget.subscriptions.sent[0]!;
		for (const mode of ['manual', 'manual', 'webhook'] as const)
			expect(await trigger.receive(notification, mode)).toHaveLength(1);
		expect(await trigger.receive(notification)).toBeUndefined();
		expect(await trigger.receive(notification, 'manual')).toHaveLength(1);
	});

	it('of other forms than those that were chosen are passed over', async () => {
		const { sandbox, door } = await open();
		const trigger = await triggerOn(
			myTarget,
			sandbox,
			{ ...parameters, formScope: 'byId', formIdList: '300107' },
			{ webhookBaseUrl: door.url },
		);
		door.trigger = trigger;
		await trigger.activate();
		const leads = Array.from({ length: 8 }, () => sandbox.myTarget.receiveLead());
		await delivered(sandbox);
		const wanted = leads.filter(({ form_id }) => form_id === '300107');
		expect(
			door.told
				.flatMap((items) => items ?? [])
				.map(({ id }) => id)
				.sort(),
		).toEqual(wanted.map(({ id }) => id).sort());
	});

	it('come as the notification has them where they cannot be looked up', async () => {
		const { trigger, sandbox, door } = await open();
		await trigger.activate();
		sandbox.faults.add({
			path: '/api/v1/lead_ads/leads.json',
			fault: { kind: 'status', status: 404 } as never,
		});
		const lead = sandbox.myTarget.receiveLead();
		await delivered(sandbox);
		expect(door.told).toMatchObject([[{ id: lead.id, phone: lead.contact_info.phone }]]);
	});
});

describe('the subscription', () => {
	it('is made once, is used again, and goes; those of others stay', async () => {
		const { trigger, sandbox } = await open();
		const { subscriptions } = sandbox.myTarget;
		const other = subscriptions.add('LEAD', 'https://crm.example/hook');
		const banner = subscriptions.add('BANNER', trigger.webhookUrl!);
		await trigger.activate();
		expect(subscriptions.all).toHaveLength(3);
		trigger.restart();
		await trigger.activate();
		expect(subscriptions.all).toHaveLength(3);
		const second = await triggerOn(myTarget, sandbox, parameters, {
			webhookBaseUrl: 'http://127.0.0.1:1/webhook',
		});
		await second.activate();
		expect(subscriptions.all).toHaveLength(4);
		await trigger.deactivate();
		expect(subscriptions.all.map(({ callback_url: url }) => url)).toEqual([
			other.callback_url,
			banner.callback_url,
			second.webhookUrl,
		]);
		await second.deactivate();
		expect(subscriptions.all).toEqual([other, banner]);
	});

	it('is found among more than a page of them', async () => {
		const { trigger, sandbox } = await open();
		const { subscriptions } = sandbox.myTarget;
		for (let number = 0; number < 60; number++) subscriptions.add('LEAD', `https://crm.example/${number}`);
		await trigger.activate();
		await trigger.activate();
		expect(subscriptions.all).toHaveLength(61);
	});

	it('is not asked for where n8n has no https address, and the way out is named', async () => {
		const { sandbox } = await open();
		const trigger = await triggerOn(myTarget, sandbox, parameters, {
			webhookBaseUrl: 'http://n8n.local/webhook',
		});
		await expect(trigger.activate()).rejects.toMatchObject({
			message: expect.stringContaining('https:// addresses only'),
			description: expect.stringContaining('Set Delivery to Polling'),
		});
		expect(sandbox.requests).toEqual([]);
	});

	it('is none while polling', async () => {
		const { trigger, sandbox } = await openTrigger(myTarget, { event: 'newLead' }, { sandbox: small });
		await trigger.activate();
		expect(sandbox.myTarget.subscriptions.all).toEqual([]);
	});
});
