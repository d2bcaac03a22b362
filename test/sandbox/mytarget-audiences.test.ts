import { describe, expect, it } from '@jest/globals';

import { callMyTarget, myTargetAnswer } from './mytarget/client';
import { sandboxOfFile, withSandbox } from './opened';

const sandbox = sandboxOfFile({ myTarget: { campaigns: 5, banners: 5, throttles: false } });

const LISTS = '/api/v3/remarketing/users_lists';
const GOALS = '/api/v2/remarketing/offline_goals';

type Fields = Readonly<Record<string, string>>;

function formOf(
	file: { readonly part: string; readonly lines: readonly string[] },
	fields: Fields,
): Record<string, unknown> {
	const named = Object.entries(fields).map(([name, value]) => [`name="${name}"\r\n`, value] as const);
	const part = [
		`name="${file.part}"; filename="a.csv"\r\nContent-Type: text/csv\r\n`,
		file.lines.join('\n'),
	] as const;
	const body = [...named, part].map(
		([head, value]) => `--x\r\nContent-Disposition: form-data; ${head}\r\n${value}\r\n`,
	);
	return {
		body: `${body.join('')}--x--\r\n`,
		headers: { 'content-type': 'multipart/form-data; boundary=x' },
	};
}

const list = (lines: readonly string[], fields: Fields = { name: 'L', type: 'vk' }) =>
	formOf({ part: 'file', lines }, fields);
const ids = (count: number) => Array.from({ length: count }, (_none, index) => String(1000 + index));
const codes = async (path: string, call: Record<string, unknown>) => {
	const response = await callMyTarget(sandbox, path, call);
	return [response.status, JSON.stringify(await response.json().catch(() => ''))] as const;
};

describe('lists of users', () => {
	it('are uploaded, and become ready', async () => {
		const made = await myTargetAnswer(sandbox, `${LISTS}.json`, list(ids(2000)));
		expect(made).toMatchObject({ status: 'receiving', entries_count: 2000, error: null });
		expect(await myTargetAnswer(sandbox, `${LISTS}/${String(made.id)}.json`)).toMatchObject({
			status: 'ready',
		});
		expect(sandbox.myTarget.uploadedLists[0]!.lines).toEqual(ids(2000));
	});

	it('trap 62: are taken with bad lines in them, which are told from 1 on', async () => {
		const made = await myTargetAnswer(sandbox, `${LISTS}.json`, list(['x', ...ids(2000), '1000']));
		expect(made.error).toEqual([
			{ line_number: 1, line: 'x', error_code: 'invalid_uint' },
			{ line_number: 2002, line: '1000', error_code: 'duplicated_user_id' },
		]);
	});

	it.each<[string, () => Record<string, unknown>, number, string]>([
		['too few', () => list(ids(1999)), 400, 'not_enough_ids'],
		['none that is good', () => list(ids(2000).map((id) => `x${id}`)), 400, '"code":"invalid_uint"'],
		['an unknown type', () => list(ids(2000), { name: 'L', type: 'x' }), 400, 'unallowed_value'],
		['no name', () => list(ids(2000), { type: 'vk' }), 400, 'required'],
		['another part', () => list(ids(2000), { name: 'L', type: 'vk', data: '{}' }), 400, 'unallowed_field'],
		['JSON', () => ({ body: { name: 'L' } }), 400, 'multipart'],
		['an unknown base', () => list(ids(25), { name: 'L', type: 'vk', base: '9' }), 400, 'Unknown base list'],
	])('are refused with %s', async (_case, call, status, words) => {
		const [answered, text] = await codes(`${LISTS}.json`, call());
		expect([answered, text]).toEqual([status, expect.stringContaining(words)]);
		expect(sandbox.myTarget.uploadedLists).toEqual([]);
	});

	it('are deleted, but not while they are used', async () => {
		const [first, second] = sandbox.myTarget.userLists.map(({ id }) => String(id));
		const remove = async (id: string) =>
			(await callMyTarget(sandbox, `${LISTS}/${id}.json`, { method: 'DELETE' })).status;
		expect([await remove(first!), await remove(second!), await remove(second!)]).toEqual([409, 204, 404]);
	});

	it('are made once a minute', async () => {
		await withSandbox({ myTarget: { campaigns: 5, banners: 5 } }, async (own) => {
			const statuses = [1, 2].map(
				async () => (await callMyTarget(own, `${LISTS}.json`, list(ids(2000)))).status,
			);
			expect((await Promise.all(statuses)).sort()).toEqual([200, 429]);
		});
	});
});

describe('offline conversions', () => {
	const lines = ids(10).map((id) => `7900100${id},01.02.2026`);
	const fields = { name: 'G', type: 'phone', attribution_period: '30' };
	const goal = (own: readonly string[] = lines, given: Fields = fields) =>
		formOf({ part: 'list_users', lines: own }, given);

	it('trap 63: are taken in plain parts, and the answer has no ID', async () => {
		const response = await callMyTarget(sandbox, `${GOALS}.json`, goal());
		expect([response.status, await response.text()]).toEqual([204, '']);
		expect(sandbox.myTarget.offlineGoals.at(-1)).toMatchObject({
			name: 'G',
			type: 'phone',
			attribution_period: 30,
		});
	});

	it('trap 63: or in one part of JSON, and then in no other', async () => {
		await withSandbox({ myTarget: { campaigns: 5, banners: 5, offlineForm: 'data' } }, async (own) => {
			const status = async (given: Fields) =>
				(await callMyTarget(own, `${GOALS}.json`, goal(lines, given))).status;
			const data = JSON.stringify({ ...fields, attribution_period: 30 });
			expect([await status(fields), await status({ data, name: 'G' }), await status({ data })]).toEqual([
				400, 400, 204,
			]);
		});
	});

	it.each<[string, () => Record<string, unknown>]>([
		['too few', () => goal(lines.slice(1))],
		['another date', () => goal([...lines.slice(1), '79001001000,2026-02-01'])],
		['an address for a number', () => goal([...lines.slice(1), 'a@b.ru,01.02.2026'])],
		['an unknown type', () => goal(lines, { ...fields, type: 'vk' })],
		['no period', () => goal(lines, { name: 'G', type: 'phone' })],
		['the wrong part', () => formOf({ part: 'file', lines }, fields)],
	])('are refused with %s', async (_case, call) => {
		expect((await codes(`${GOALS}.json`, call()))[0]).toBe(400);
		expect(sandbox.myTarget.conversions.size).toBe(0);
	});
});
