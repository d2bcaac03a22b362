import { describe, expect, it } from '@jest/globals';

import { LEADS, leadStage } from './lead-stage';
import { NODE } from './harness';

const { harness, run, rows, failure, queries } = leadStage({ leads: 1300 });
const leads = () => harness.sandbox.myTarget.leads;
const ids = (list: readonly { id?: unknown }[]) => list.map(({ id }) => id);

/** From the second page on, two more before each page. */
const arriving = (by: number, times: number) =>
	harness.sandbox.faults.add({ path: LEADS, skip: 1, times, fault: { kind: 'list-changes', by } });

describe('Lead: Get Many', () => {
	it('trap 59: 1,300 leads while 40 more come in, each once', async () => {
		arriving(2, 20);
		const done = await run({ simplify: false });
		expect(done.json(NODE)).toEqual(leads());
		expect(leads()).toHaveLength(1340);
		expect(done.hints(NODE).join()).not.toContain('changed while');
		expect(new Set(queries().map(({ sorting, limit }) => `${sorting} ${limit}`))).toEqual(
			new Set(['created_at,id 50']),
		);
	});

	it('trap 59: the same with the newest first: those that were there, each once', async () => {
		const there = ids(leads()).reverse();
		arriving(2, 20);
		const done = await run({ options: { newestFirst: true } });
		expect(ids(done.json(NODE))).toEqual(there);
		expect(done.hints(NODE).join()).not.toContain('changed while');
	});

	it('trap 61: each once, be its id a number or a text', async () => {
		const [first] = leads();
		for (const id of [first!.id, String(first!.id)]) {
			const body = JSON.stringify({ count: 2, offset: 0, limit: 0, items: [{ ...first, id }] });
			harness.sandbox.faults.add({ path: LEADS, times: 1, fault: { kind: 'status', status: 200, body } });
		}
		expect(ids(await rows())).toEqual([first!.id]);
		expect(queries()).toHaveLength(2);
	});

	it('tells when leads have gone meanwhile, so that others may have been passed over', async () => {
		arriving(-3, 1);
		const done = await run({});
		expect(done.hints(NODE).join()).toContain('changed while the list was read');
	});

	it('asks for one page where the limit is no more, and says that there are others', async () => {
		const done = await run({ returnAll: false, limit: 50 });
		expect(ids(done.json(NODE))).toEqual(ids(leads().slice(0, 50)));
		expect(done.hints(NODE).join()).toContain('limit of 50 rows');
		expect(queries()).toHaveLength(1);
	});

	it('gives the newest few', async () => {
		const found = await rows({ returnAll: false, limit: 7, options: { newestFirst: true } });
		expect(ids(found)).toEqual(ids(leads()).slice(-7).reverse());
	});

	it('flattens the contact and the answers', async () => {
		const lead = leads().find(
			({ answers, banner_id: banner, contact_info: { email } }) =>
				answers.length > 0 && banner !== null && email !== null,
		)!;
		const found = await rows();
		const { contact_info: contact, answers, created_at: created, ...own } = lead;
		const milliseconds = /\.(\d+)/.exec(created)?.[1]?.slice(0, 3).padEnd(3, '0') ?? '000';
		expect(found.find(({ id }) => id === lead.id)).toEqual({
			...own,
			created_at: `${created.slice(0, 19).replace(' ', 'T')}.${milliseconds}Z`,
			...contact,
			[answers[0]!.question_text]: answers[0]!.answer_text,
			[answers[1]!.question_text]: answers[1]!.answer_options.map(({ text }) => text).join(', '),
		});
	});

	it.each([
		['selected', 'formIds'],
		['byId', 'formIdList'],
	])('trap 61: forms (%s) and filters under their plural names', async (formScope, name) => {
		const {
			form_id: form,
			ad_plan_id: plan,
			ad_group_id: group,
			banner_id: banner,
		} = leads().find(({ banner_id: id }) => id !== null)!;
		const filters = { adPlanIds: String(plan), adGroupIds: [group], bannerIds: banner };
		const found = await rows({ formScope, [name]: formScope === 'byId' ? form : [form], filters });
		const wanted = leads().filter((lead) => lead.form_id === form && lead.banner_id === banner);
		expect(ids(found)).toEqual(ids(wanted));
		expect(queries()[0]).toMatchObject({
			_form_ids__in: form,
			_ad_plan_ids__in: String(plan),
			_ad_group_ids__in: String(group),
			_banner_ids__in: String(banner),
		});
	});

	it('takes more forms than one filter holds', async () => {
		const all = harness.sandbox.myTarget.leadForms.map(({ id }) => id);
		const found = await rows({ formScope: 'byId', formIdList: all.join(', ') });
		expect([...ids(found)].sort()).toEqual([...ids(leads())].sort());
		expect(new Set(queries().map((query) => query._form_ids__in!.split(',').length))).toEqual(
			new Set([50, 10]),
		);
	});

	it.each([
		[{ formScope: 'byId' }, 'Form IDs is empty'],
		[{ formScope: 'selected' }, 'Form Names or IDs is empty'],
		[{ formScope: 'byId', formIdList: 'x1' }, 'Form IDs'],
		[{ formScope: 'some' }, 'Forms is "some"'],
		[{ filters: { adPlanIds: '' } }, 'Ad Plan IDs in Filters is empty'],
		[{ filters: { bannerIds: 'abc' } }, 'Banner IDs'],
		[{ filters: { createdAfter: '' } }, 'Created After is not set'],
		[{ filters: { createdBefore: '31.02.2026' } }, 'Created Before is "31.02.2026"'],
		[
			{ filters: { createdAfter: '2026-02-02', createdBefore: '2026-02-01' } },
			'Created After in Filters is later than Created Before',
		],
		[{ options: { newestFirst: 'perhaps' } }, 'Newest First is "perhaps"'],
	])('%j is refused before anything is sent', async (parameters, message) => {
		expect((await failure(parameters)).message).toContain(message);
		expect(harness.sandbox.requests).toEqual([]);
	});
});

describe('Lead: Get Many, a token that may not see leads', () => {
	const blind = leadStage({ leadsVisible: false });

	it('trap 56: the 404 is explained, with the way out', async () => {
		const { message, description } = await blind.failure({ formScope: 'byId', formIdList: '300100' });
		expect(message).toBe(
			'VK Ads (myTarget) does not show leads to this token (404), even if the cabinet shows them.',
		);
		expect(description).toMatch(/Client Credentials.*Platform and the Base URL of the credential/);
		expect(`${message}${description}`).not.toMatch(/Check the ID/);
		expect(blind.queries()).toHaveLength(1);
	});
});
