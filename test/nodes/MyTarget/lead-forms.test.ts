import { describe, expect, it } from '@jest/globals';

import { byId } from '../../platforms/platform';
import { startSandbox } from '../../sandbox';
import { ofFile } from '../../support/of-file';
import { answer, failing, failureOf, Harness, jsonOf, NOW, runOnFakeClock } from './harness';

const sandbox = ofFile(async () =>
	startSandbox({
		now: () => Date.parse(NOW),
		myTarget: { campaigns: 60, banners: 140, adPlans: 9, leads: 9 },
	}),
);

const FORMS = '/api/v1/lead_ads/lead_forms';
const run = async (operation: string, parameters: object = {}) =>
	runOnFakeClock(sandbox, { resource: 'leadForm', operation, ...parameters });
const forms = () => sandbox.myTarget.leadForms;
const idsOf = async (filters: object) =>
	jsonOf((await run('getAll', { returnAll: true, filters })).items).map(({ id }) => id);

describe('Lead Form: Get Many', () => {
	it('gives 60 forms in pages of 50', async () => {
		const { items } = await run('getAll', { returnAll: true });
		expect(jsonOf(items)).toEqual(forms());
		expect(sandbox.requests.map(({ path, query }) => [path, query])).toEqual([
			[`${FORMS}.json`, { sorting: 'id', limit: '50', offset: '0' }],
			[`${FORMS}.json`, { sorting: 'id', limit: '50', offset: '50' }],
		]);
	});

	it('trap 61: filters in the plural, and q without an underscore', async () => {
		const [plan] = forms()[0]!.ad_plan_ids as number[];
		const within = forms().filter(
			({ name, ad_plan_ids: plans }) => name.startsWith('Заявка') && (plans as number[]).includes(plan!),
		);
		expect(await idsOf({ search: 'заявка замер', adPlanIds: String(plan) })).toEqual(
			within.map(({ id }) => id),
		);
		expect(sandbox.requests[0]!.query).toMatchObject({ q: 'заявка замер', _ad_plan_ids__in: String(plan) });
	});

	it('gives a form once that is in several parts of a long filter', async () => {
		const banners = sandbox.myTarget.banners.slice(0, 120).map(({ id }) => id);
		const found = await idsOf({ bannerIds: banners });
		expect(sandbox.requests.length).toBeGreaterThan(2);
		expect(new Set(found).size).toBe(found.length);
		expect([...found].sort()).toEqual(forms().map(({ id }) => id));
	});

	it.each([
		[{ search: ' ' }, 'Name Contains is empty'],
		[{ adGroupIds: '' }, 'Ad Group IDs in Filters is empty'],
	])('%j is refused before anything is sent', async (filters, message) => {
		expect(await failureOf(idsOf(filters))).toMatchObject({ message: expect.stringContaining(message) });
		expect(sandbox.requests).toEqual([]);
	});
});

describe('Lead Form: Get', () => {
	it('gives a form with its questions', async () => {
		const { items } = await run('get', { leadFormId: byId(forms()[3]!.id) });
		expect(jsonOf(items)).toEqual([
			expect.objectContaining({ id: forms()[3]!.id, contact_fields: expect.anything() }),
		]);
		expect(sandbox.requests.map(({ path }) => path)).toEqual([`${FORMS}/${forms()[3]!.id}.json`]);
	});

	it('of one that there is not', async () => {
		const failure = await failureOf(run('get', { leadFormId: byId(1) }));
		expect(failure).toMatchObject(failing('not-found', 'LeadForm', /Check the ID/));
	});
});

describe('Lead Form: Send Test Lead', () => {
	const send = async (id: unknown) => run('sendTestLead', { leadFormId: byId(id) });
	const running = () => forms().find(({ status }) => status === 1)!.id;

	it('is one POST without a body and without .json', async () => {
		const { items, hints } = await send(running());
		expect(jsonOf(items)).toEqual([
			{ id: Number(running()), success: true, seconds_before_next_sending: 60 },
		]);
		expect(hints.join()).toContain('Sent a test lead of 1 lead form');
		expect(
			sandbox.requests.map(({ method, path, body, headers }) => [
				method,
				path,
				body,
				headers['content-type'],
			]),
		).toEqual([['POST', `${FORMS}/${running()}/send_test_lead`, undefined, undefined]]);
		expect(sandbox.myTarget.testLeads).toBe(1);
	});

	it('is an error when it was not sent because of the one before, and says when it can be', async () => {
		await send(running());
		const failure = await failureOf(send(running()));
		expect(failure).toMatchObject(
			failing('rate-limited', `lead form ${running()} was not sent. The next one can be sent in 60 seconds.`),
		);
		expect(sandbox.myTarget.testLeads).toBe(1);
		expect(sandbox.requests).toHaveLength(2);
	});

	it('is an error when it was not sent for another reason, without the words that may name a recipient', async () => {
		const archived = forms().find(({ status }) => status === 2)!.id;
		const failure = (await failureOf(send(archived))) as Error & { description: string };
		expect(failure).toMatchObject(failing('request-invalid', 'was not sent.', /the form is active/));
		expect(`${failure.message}${failure.description}`).not.toContain('person@sandbox.example');
	});

	it.each([
		['the answer gets lost', { kind: 'reset-after' } as const, 'temporarily-unavailable' as const],
		['the answer does not say it', answer(200, { message: 'Ok' }), 'response-invalid' as const],
		['there is no answer', answer(204, ''), 'response-invalid' as const],
	])('is not repeated when %s, and the message says where to look', async (_case, fault, kind) => {
		sandbox.faults.add({ path: /send_test_lead/, fault });
		expect(await failureOf(send(running()))).toMatchObject(
			failing(kind, /may have been done all the same. Look where the leads of the form are sent/),
		);
		expect(sandbox.requests).toHaveLength(1);
	});

	it("does not run with n8n's Retry On Fail", async () => {
		const harness = await Harness.open({ myTarget: { campaigns: 5, banners: 5 } });
		const parameters = { resource: 'leadForm', operation: 'sendTestLead', leadFormId: byId(300_100) };
		const { error } = await harness.run(parameters, {}, { retryOnFail: true });
		expect(error?.message).toMatch(/Retry On Fail/);
		expect(harness.sandbox.requests).toEqual([]);
	});
});
