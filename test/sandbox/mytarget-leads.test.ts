import { describe, expect, it } from '@jest/globals';

import { sandboxOfFile, withSandbox } from './opened';
import { callMyTarget, myTargetAnswer } from './mytarget/client';

const sandbox = sandboxOfFile({ myTarget: { campaigns: 40, banners: 140, adPlans: 6, leads: 120 } });

const LEADS = '/api/v1/lead_ads/leads.json';
const FORMS = '/api/v1/lead_ads/lead_forms';
const items = async (path: string, query: Record<string, string>) =>
	((await myTargetAnswer(sandbox, path, { query })) as { items: { id: unknown }[] }).items;

describe('leads', () => {
	it('come in pages of 20, at most 50, and the envelope says that the limit is 0', async () => {
		expect(await myTargetAnswer(sandbox, LEADS)).toEqual({
			...{ count: 120, offset: 0, limit: 0 },
			items: sandbox.myTarget.leads.slice(0, 20),
		});
		expect((await callMyTarget(sandbox, LEADS, { query: { limit: '51' } })).status).toBe(400);
	});

	it('are filtered by plural names only', async () => {
		const { form_id: form } = sandbox.myTarget.leads[0]!;
		const wanted = sandbox.myTarget.leads.filter((lead) => lead.form_id === form).map(({ id }) => id);
		expect((await items(LEADS, { _form_ids__in: form })).map(({ id }) => id)).toEqual(wanted);
		for (const name of ['_form_id__in', '_form_ids', '_created_at__gt', 'created_at', '_q', 'fields'])
			expect((await callMyTarget(sandbox, LEADS, { query: { [name]: '1' } })).status).toBe(400);
	});

	it.each([
		['moscow', '2026-01-02 00:00:00'],
		['utc', '2026-01-01 21:00:00'],
	] as const)('are compared by the clock of %s', async (leadClock, text) => {
		await withSandbox({ myTarget: { leads: 0, leadClock } }, async (own) => {
			for (const at of ['20:59:59.999', '21:00:00', '21:00:00.000001'])
				own.myTarget.receiveLead(`2026-01-01T${at}Z`);
			const count = async (lookup: string) =>
				(await myTargetAnswer(own, LEADS, { query: { [`_created_at__${lookup}`]: text } })).count;
			expect([await count('gte'), await count('lte')]).toEqual([2, 2]);
		});
	});

	it('come in and go while somebody reads, and are as before after a reset', async () => {
		const before = sandbox.myTarget.leads.map(({ id }) => id);
		sandbox.faults.add({ path: LEADS, times: 1, fault: { kind: 'list-changes', by: 2 } });
		expect((await myTargetAnswer(sandbox, LEADS)).count).toBe(122);
		sandbox.faults.add({ path: LEADS, times: 1, fault: { kind: 'list-changes', by: -5 } });
		expect((await myTargetAnswer(sandbox, LEADS)).count).toBe(117);
		sandbox.reset();
		expect(sandbox.myTarget.leads.map(({ id }) => id)).toEqual(before);
	});

	it('are not there for some tokens', async () => {
		await withSandbox({ myTarget: { leadsVisible: false } }, async (own) => {
			expect((await callMyTarget(own, LEADS)).status).toBe(404);
			expect((await callMyTarget(own, `${FORMS}.json`)).status).toBe(200);
		});
	});

	it('hold nothing of one person that another one has', () => {
		const { contacts, leads } = sandbox.myTarget;
		expect(new Set(contacts).size).toBe(contacts.length);
		expect(contacts.length).toBeGreaterThan(7 * leads.length);
	});
});

describe('lead forms', () => {
	it('are found by whole words of the name', async () => {
		const found = await items(`${FORMS}.json`, { q: 'consultation 2', limit: '50' });
		expect(found.map(({ id }) => id)).toEqual([sandbox.myTarget.leadForms[1]!.id]);
		expect(await items(`${FORMS}.json`, { q: 'consult' })).toEqual([]);
		expect((await callMyTarget(sandbox, `${FORMS}.json`, { query: { _q: 'x' } })).status).toBe(400);
	});

	it('take a test lead once a minute, without a body', async () => {
		const path = `${FORMS}/${sandbox.myTarget.leadForms[0]!.id}/send_test_lead`;
		const send = async () => myTargetAnswer(sandbox, path, { method: 'POST' });
		expect(await send()).toMatchObject({ is_operation_processed: true });
		expect(await send()).toMatchObject({ is_operation_processed: false, seconds_before_next_sending: 60 });
		expect(sandbox.myTarget.testLeads).toBe(1);
		expect((await callMyTarget(sandbox, path, { body: {} })).status).toBe(400);
		expect((await callMyTarget(sandbox, `${path}.json`, { method: 'POST' })).status).toBe(404);
	});
});

describe('moderation', () => {
	const ask = async (body: object, query = { fields: 'id,remoderated' }) =>
		callMyTarget(sandbox, '/api/v2/banners/remoderate.json', { body, query });

	it('takes what may be sent, once', async () => {
		const id = sandbox.myTarget.banners.find(
			({ status, user_can_request_remoderation: may }) => status === 'active' && may === true,
		)!.id;
		const banners = [{ id }];
		expect(await (await ask({ banners })).json()).toEqual({ banners: [{ id, remoderated: true }] });
		expect(await (await ask({ banners })).json()).toEqual({ banners: [{ id, remoderated: false }] });
	});

	it.each([[{}], [{ banners: [] }], [{ banners: [{ id: 1 }] }], [{ banners: [{ id: 1 }], more: 1 }]])(
		'refuses %j',
		async (body) => {
			expect((await ask(body)).status).toBe(400);
		},
	);
});
