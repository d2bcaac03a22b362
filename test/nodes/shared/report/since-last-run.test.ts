import { describe, expect, it } from '@jest/globals';
import { NodeHelpers, type IDataObject } from 'n8n-workflow';

import { addDays } from '../../../../connector/slices';
import { describeResources } from '../../../../nodes/shared/operations/describe';
import type { FakeNodeSettings } from '../fake-node';
import { declaredReport, pagesOf, platformWith, rows, run as runNode } from '../fake-platform';
import { AGAIN, cursorsIn, first, FIRST, run, since, type Changes } from './runs-since';

describe('Since Last Run', () => {
	it('begins with the day that the user names, and needs one', async () => {
		expect((await run({}, first)).windows).toEqual([FIRST]);
		const { error, windows } = await run({}, { initialDateFrom: '' });
		expect(windows).toEqual([]);
		expect(error).toMatchObject({
			message: 'Initial Date From is not set.',
			context: { kind: 'request-invalid', itemIndex: 0 },
		});
	});

	it('says that it begins there, since another parameter or account makes it begin anew', async () => {
		const data = {};
		const begins = expect.stringContaining('delivered nothing yet, so it begins with Initial Date From');
		expect((await run(data, first)).hints).toContainEqual(begins);
		expect((await run(data, first)).hints).not.toContainEqual(begins);
	});

	it('with a first day that moves skips none after a pause', async () => {
		const data = {};
		const weekAgo = (now: string) => ({ initialDateFrom: addDays(now.slice(0, 10), -7) });
		const [before, after] = ['2026-02-10T09:00:00Z', '2026-03-02T09:00:00Z'];
		await run(data, weekAgo(before), { now: before });
		expect((await run(data, weekAgo(after), { now: after })).windows).toEqual([
			{ dateFrom: '2026-02-10', dateTo: '2026-03-01' },
		]);
	});

	it('then re-reads some days before the next one', async () => {
		const data = {};
		await run(data, first);
		expect((await run(data, {})).windows).toEqual([AGAIN]);
		expect((await run(data, { lookbackDays: 1 })).windows).toEqual([
			{ dateFrom: '2026-03-01', dateTo: '2026-03-01' },
		]);
	});

	it('has no day to load when nothing is re-read and nothing is new, and says so', async () => {
		const data = {};
		await run(data, first);
		const { windows, hints } = await run(data, { lookbackDays: 0 });
		expect(windows).toEqual([]);
		expect(hints).toContainEqual(expect.stringContaining('no complete day yet'));
	});

	it('counts days in the time zone', async () => {
		const { windows } = await run({}, { ...first, timezone: 'Pacific/Kiritimati' });
		expect(windows).toEqual([FIRST]);
		const pago = await run({}, { ...first, timezone: 'Pacific/Pago_Pago' });
		expect(pago.windows).toEqual([{ dateFrom: '2026-02-01', dateTo: '2026-02-28' }]);
	});

	it.each<[string, Changes & FakeNodeSettings]>([
		['credential', { credentialId: 'c2' }],
		['account behind the same credential', { token: 't2' }],
		['scope', { scope: { fields: ['b'] } }],
		['node', { id: 'n2' }],
	])('goes on from a cursor of its own for another %s', async (_name, other) => {
		const data = {};
		await run(data, first, { scope: { fields: ['a'] } });
		expect((await run(data, {}, { scope: { fields: ['a'] }, ...other })).windows).toEqual([FIRST]);
		expect((await run(data, {}, { scope: { fields: ['a'] } })).windows).toEqual([AGAIN]);
	});

	it('goes on whatever the order of names and ids, however deep', async () => {
		const data = {};
		const scopeOf = (...ids: string[]) => ({ ids, campaigns: { kind: 'selected', ids } });
		await run(data, first, { scope: scopeOf('1', '2') });
		expect((await run(data, {}, { scope: scopeOf('2', '1') })).windows).toEqual([AGAIN]);
	});

	it('goes on whatever the order of conditions, and of what is said of each', async () => {
		const data = {};
		const [one, other] = [
			{ field: 'a', value: 1 },
			{ field: 'b', value: [1, 2] },
		];
		await run(data, first, { scope: { filters: [one, other] } });
		const same = { filters: [{ value: [2, 1], field: 'b' }, one, one] };
		expect((await run(data, {}, { scope: same })).windows).toEqual([AGAIN]);
		const another = { filters: [one, { ...other, value: [1] }] };
		expect((await run(data, {}, { scope: another })).windows).toEqual([FIRST]);
	});

	it('outlives another name of the node', async () => {
		const data = {};
		await run(data, first, { name: 'Old name' });
		expect((await run(data, {}, { name: 'New name' })).windows).toEqual([AGAIN]);
	});

	it("keeps no name and no id but the node's in the static data", async () => {
		const data: IDataObject = {};
		const secret = { credentialId: 'credential-7', token: 'token-8', scope: { campaigns: ['campaign-9'] } };
		await run(data, first, secret);
		const used = Date.parse('2026-03-02T09:00:00Z');
		expect(JSON.stringify(data)).not.toMatch(/credential-7|token-8|campaign-9/);
		expect(cursorsIn(data)).toEqual({
			n1: { [Object.keys(cursorsIn(data).n1!)[0]!]: { until: '2026-03-01', used } },
		});
	});

	it('leaves what else is in the static data', async () => {
		const data: IDataObject = { global: { other: 1 } };
		await run(data, first, { id: 'n2' });
		await run(data, first);
		expect(data.global).toMatchObject({ other: 1 });
		expect(Object.keys(cursorsIn(data)).sort()).toEqual(['n1', 'n2']);
	});

	it.each(['2026-03-99x', 5, null, { until: 7 }, { until: 'yesterday' }])(
		'takes no cursor from what is none (%j)',
		async (cursor) => {
			const data: IDataObject = {};
			await run(data, first);
			const [key] = Object.keys(cursorsIn(data).n1!);
			data.global = { ruAdsDeliveredUntil: { n1: { [key!]: cursor } } };
			expect((await run(data, first)).windows).toEqual([FIRST]);
		},
	);
});

it('implies Return All, whatever the parameters say, and has no limit to set', async () => {
	const windows: unknown[] = [];
	const operation = declaredReport({
		read: () => (slice) => {
			windows.push(slice.window);
			return pagesOf([rows(60)]);
		},
	});
	for (const more of [{}, { returnAll: false, limit: 1 }, { output: 'file', returnAll: false }]) {
		const { outputs } = await runNode(operation, { parameters: [since({}, more)], staticData: {} });
		expect(outputs[0]).toHaveLength('output' in more ? 1 : 60);
	}
	expect(windows).toEqual([FIRST, FIRST, FIRST]);
	const given = { resource: 'thing', operation: 'do', ...since({}) };
	const properties = describeResources(platformWith(operation).resources, platformWith(operation).defaults);
	const shown = Object.keys(NodeHelpers.getNodeParameters(properties, given, true, false, null, null)!);
	expect(shown).toContain('initialDateFrom');
	expect(shown).not.toContain('returnAll');
	expect(shown).not.toContain('limit');
});

it.each([
	[-1, 'Lookback Days is -1, but it has to be between 0 and 365.'],
	[366, 'Lookback Days is 366, but it has to be between 0 and 365.'],
	[1.5, 'Lookback Days is 1.5, but it has to be a whole number.'],
])('refuses %d lookback days', async (lookbackDays, message) => {
	const { error } = await run({}, { ...first, lookbackDays });
	expect(error).toMatchObject({ message });
});
