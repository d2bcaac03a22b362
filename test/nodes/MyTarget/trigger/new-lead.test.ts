import { describe, expect, it } from '@jest/globals';

import { myTarget } from '../../../platforms/mytarget';
import { openTrigger } from '../../support/trigger';

const small = {
	myTarget: { budget: false as const, leads: 3, leadForms: 10 },
};

const open = async (parameters: Record<string, unknown>) =>
	openTrigger(myTarget, parameters as never, { sandbox: small });

describe('New Lead', () => {
	it('tells each lead once, in their order, and none of those that were there', async () => {
		const { trigger, sandbox } = await open({ event: 'newLead' });
		expect(await trigger.activate()).toEqual([]);
		expect(await trigger.poll()).toEqual([]);
		const [one, two] = [sandbox.myTarget.receiveLead(), sandbox.myTarget.receiveLead()];
		const told = await trigger.poll();
		expect(told.map(({ id }) => id)).toEqual([one.id, two.id]);
		expect(told[0]).toMatchObject({ form_name: one.form_name, phone: one.contact_info.phone });
		expect(await trigger.poll()).toEqual([]);
		trigger.restart();
		expect(await trigger.poll()).toEqual([]);
	});

	it('tells a lead that says that it came before one that was told already', async () => {
		const { trigger, sandbox } = await open({ event: 'newLead' });
		await trigger.activate();
		sandbox.myTarget.receiveLead();
		await trigger.poll();
		const late = sandbox.myTarget.receiveLead(new Date(Date.now() - 2 * 3_600_000).toISOString());
		expect((await trigger.poll()).map(({ id }) => id)).toEqual([late.id]);
	});

	it('tells no lead again that an answer has left out for a moment', async () => {
		const { trigger, sandbox } = await open({ event: 'newLead' });
		await trigger.activate();
		for (let lead = 0; lead < 5; lead++) sandbox.myTarget.receiveLead();
		expect(await trigger.poll()).toHaveLength(5);
		const fault = { kind: 'odd-record', form: 'foreign fields' } as const;
		sandbox.faults.add({ path: '/api/v1/lead_ads/leads.json', times: 1, fault });
		expect(await trigger.poll()).toEqual([]);
		expect(await trigger.poll()).toEqual([]);
	});

	it('keeps to the forms that were chosen, and gives leads as they come where that is wanted', async () => {
		const { trigger, sandbox } = await open({
			event: 'newLead',
			formScope: 'byId',
			formIdList: '300107',
			simplify: false,
		});
		await trigger.activate();
		const leads = Array.from({ length: 8 }, () => sandbox.myTarget.receiveLead());
		const wanted = leads.filter(({ form_id }) => form_id === '300107');
		expect(wanted.length).toBeGreaterThan(0);
		expect(await trigger.poll()).toEqual(wanted);
	});

	it('remembers nothing of people', async () => {
		const { trigger, sandbox } = await open({ event: 'newLead' });
		await trigger.activate();
		sandbox.myTarget.receiveLead();
		await trigger.poll();
		const stored = JSON.stringify([trigger.stored, trigger.logs]);
		for (const contact of sandbox.myTarget.contacts) expect(stored).not.toContain(contact);
	});

	it('shows the newest lead as a test, and says where there is none', async () => {
		const { trigger, sandbox } = await open({ event: 'newLead' });
		expect((await trigger.test()).map(({ id }) => id)).toEqual([sandbox.myTarget.leads.at(-1)!.id]);
		const none = await openTrigger(myTarget, { event: 'newLead' }, { sandbox: { myTarget: { leads: 0 } } });
		await expect(none.trigger.test()).rejects.toMatchObject({
			description: expect.stringContaining('Send Test Lead'),
		});
	});
});
