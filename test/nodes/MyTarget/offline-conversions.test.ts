import { describe, expect, it } from '@jest/globals';
import type { INodeExecutionData } from 'n8n-workflow';

import { byId } from '../../platforms/platform';
import { startSandbox, type Sandbox } from '../../sandbox';
import { ofFile } from '../../support/of-file';
import { answer, failing, failureOf, jsonOf, NOW, runOnFakeClock } from './harness';
import { fileItem, itemsOf, uploadOf } from './upload-stage';

const start = (more = {}) =>
	startSandbox({ now: () => Date.parse(NOW), myTarget: { campaigns: 5, banners: 5, ...more } });
const sandbox = ofFile(async () => start());
const documentedForm = ofFile(async () => start({ offlineForm: 'data', readsUntilSeen: 2 }));

const GOALS = '/api/v2/remarketing/offline_goals';
const UPLOAD = {
	...{ resource: 'offlineConversion', operation: 'upload', uploadTo: 'new', name: 'Shop' },
	...{ identifierType: 'phone', source: 'items', identifierColumn: 'phone', dateColumn: 'paid_at' },
};
const sales = (count: number) =>
	Array.from({ length: count }, (_none, index) => ({
		phone: `+7 900 ${String(1_000_000 + index)}`,
		paid_at: '2026-02-01T10:00:00+03:00',
	}));
const lineOf = (index: number) => `7900${1_000_000 + index},01.02.2026`;
const lines = (count: number) => Array.from({ length: count }, (_none, index) => lineOf(index));

const upload = async (input: readonly INodeExecutionData[], parameters: object = {}, at: Sandbox = sandbox) =>
	uploadOf(at, { ...UPLOAD, ...parameters }, input);
const posts = (at: Sandbox = sandbox) => at.requests.filter(({ method }) => method === 'POST');
const taken = (at: Sandbox = sandbox) => [...at.myTarget.conversions.values()];

describe('Offline Conversion: Upload', () => {
	it('trap 63: sends plain parts, and finds the new list although the answer has no ID', async () => {
		const { list, refused, told } = await upload(itemsOf(sales(12)));
		const made = sandbox.myTarget.offlineGoals.at(-1)!;
		expect(list).toEqual({ ...made, sent_lines: 12, refused_lines: 0 });
		expect([list.name, list.type, list.attribution_period, refused]).toEqual(['Shop', 'phone', 90, []]);
		expect(taken()).toEqual([lines(12)]);
		expect(sandbox.requests.map(({ method, path, status }) => [method, path, status])).toEqual([
			['GET', `${GOALS}.json`, 200],
			['POST', `${GOALS}.json`, 204],
			['GET', `${GOALS}.json`, 200],
		]);
		expect(told).toContain('Uploaded 12 offline conversions to the new list "Shop".');
	});

	it('trap 63: sends the documented form where the plain one is refused, and waits for the list to appear', async () => {
		const { list } = await upload(itemsOf(sales(12)), {}, documentedForm);
		expect(list).toMatchObject({ name: 'Shop', sent_lines: 12 });
		expect(taken(documentedForm)).toEqual([lines(12)]);
		expect(posts(documentedForm).map(({ status }) => status)).toEqual([400, 204]);
		expect(documentedForm.requests.filter(({ method }) => method === 'GET')).toHaveLength(4);
	});

	it('trap 63: takes no list of the same name for the new one that was there before', async () => {
		const { name } = sandbox.myTarget.offlineGoals[0]!;
		const { list } = await upload(itemsOf(sales(10)), { name });
		expect(list.id).toBe(sandbox.myTarget.offlineGoals.at(-1)!.id);
	});

	it('adds to a list that is there', async () => {
		const { id, type } = sandbox.myTarget.offlineGoals[0]!;
		const { list } = await upload(itemsOf(sales(10)), {
			uploadTo: 'existing',
			offlineConversionId: byId(id),
		});
		expect(list).toMatchObject({ id, type, sent_lines: 10 });
		expect(posts().map(({ path }) => path)).toEqual([`${GOALS}/${id}.json`]);
		expect([...sandbox.myTarget.conversions]).toEqual([[id, lines(10)]]);
	});

	it('takes a file, one of a spreadsheet with Russian settings too', async () => {
		const file = [...lines(10), '"8 (900) 200-00-00";"2026-02-03"', '', 'no,01.02.2026', '79001,1,2'].join(
			'\r\n',
		);
		const { refused } = await upload([fileItem(file)], { source: 'file' });
		expect(taken()).toEqual([[...lines(10), '79002000000,03.02.2026']]);
		expect(refused.map(({ line_number, line, error_code }) => [line_number, line, error_code])).toEqual([
			[13, 'no,01.02.2026', 'invalid_phone'],
			[14, '79001,1,2', 'too_many_columns'],
		]);
	});

	it('gives what cannot be used as rows of its input items, since the platform says nothing of them', async () => {
		const bad = [{ phone: 'x', paid_at: '01.02.2026' }, { phone: '+79001234567', paid_at: '2026-02-30' }, {}];
		const { items, refused, list, told } = await upload(itemsOf([...bad, ...sales(10)]));
		expect(list).toMatchObject({ sent_lines: 10, refused_lines: 2 });
		expect(refused).toEqual([
			{ id: list.id, line_number: 1, line: 'x,01.02.2026', error_code: 'invalid_phone' },
			{ id: list.id, line_number: 2, line: '+79001234567,2026-02-30', error_code: 'invalid_date' },
		]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([0, 0, 1].map((item) => ({ item })));
		expect(told).toMatch(
			/Left out 1 input item with nothing in it\.[^]*Left out 2 lines that cannot be used/,
		);
		expect(told).not.toContain('79001234567');
	});

	it('says so when two new lists have the name', async () => {
		sandbox.faults.add({ path: `${GOALS}.json`, skip: 2, fault: answer(200, twice) });
		const { list, told } = await upload(itemsOf(sales(10)), { options: { pollTimeout: 1 } });
		expect(list).toMatchObject({ id: null, name: 'Shop', sent_lines: 10 });
		expect(told).toMatch(
			/took them without an ID, and the list was not found among all lists so far\. Look with/,
		);
	});

	it('is not sent again in another form when the file was refused or the answer got lost', async () => {
		const { id } = sandbox.myTarget.offlineGoals[1]!;
		const failure = await failureOf(
			upload(itemsOf(sales(10)), { uploadTo: 'existing', offlineConversionId: byId(id) }),
		);
		expect(failure).toMatchObject(
			failing('request-invalid', /list_users \(bad_value, Line 1 is invalid: \*\*\*/),
		);
		expect(posts()).toHaveLength(1);
		sandbox.reset();
		sandbox.faults.add({ path: `${GOALS}.json`, skip: 1, fault: { kind: 'reset-after' } });
		expect(await failureOf(upload(itemsOf(sales(10))))).toMatchObject(
			failing('temporarily-unavailable', /may have been done all the same\. Look with .* list called "Shop"/),
		);
		expect(posts()).toHaveLength(1);
	});

	it('tells both refusals when both forms are refused', async () => {
		const refused = { error: { code: 'validation_failed', fields: { name: { code: 'duplicate_value' } } } };
		sandbox.faults.add({ path: `${GOALS}.json`, skip: 1, fault: answer(400, refused) });
		expect(await failureOf(upload(itemsOf(sales(10))))).toMatchObject(
			failing('request-invalid', /duplicate_value.* In the other documented form: .*duplicate_value/),
		);
		expect(posts()).toHaveLength(2);
		expect(taken()).toEqual([]);
	});

	it.each<[string, object, number, RegExp]>([
		['too few', {}, 9, /9 lines to send, but VK Ads takes at least 10 lines/],
		[
			'a field that is none',
			{ dateColumn: 'date' },
			20,
			/^Identifier Field and Date Field: no input item has anything there that could be sent/,
		],
		['no list', { uploadTo: 'existing', offlineConversionId: byId('') }, 20, /List is not set/],
		['no days', { attributionPeriod: 0 }, 20, /Attribution Period is 0/],
	])('%s: refused before anything is sent', async (_case, parameters, count, words) => {
		expect(await failureOf(upload(itemsOf(sales(count)), parameters))).toMatchObject({
			message: expect.stringMatching(words),
		});
		expect(sandbox.requests).toEqual([]);
	});
});

const twice = { items: [1, 2].map((id) => ({ id, name: 'Shop', type: 'phone' })) };

describe('Offline Conversion: lists', () => {
	it('are all given, and deleted by their ID', async () => {
		const before = sandbox.myTarget.offlineGoals;
		const run = async (operation: string, parameters = {}) =>
			jsonOf(
				(await runOnFakeClock(sandbox, { resource: 'offlineConversion', operation, ...parameters })).items,
			);
		expect(await run('getAll', { returnAll: true })).toEqual(before);
		const { id } = before[1]!;
		expect(await run('delete', { offlineConversionId: byId(id) })).toEqual([{ id, deleted: true }]);
		expect(sandbox.myTarget.offlineGoals).toEqual(before.filter((goal) => goal.id !== id));
		expect(await failureOf(run('delete', { offlineConversionId: byId(id) }))).toMatchObject(
			failing('not-found', 'RemarketingOfflineGoal', /Check the ID/),
		);
	});
});
