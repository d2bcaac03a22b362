import { describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { TimeoutError } from '../../../../connector/errors';
import type { DateWindow } from '../../../../connector/slices';
import { windowSince } from '../../../../nodes/shared/report/cursor';
import type { FakeNodeSettings } from '../fake-node';
import { declaredReport, pagesOf, prepare, rows, run as runNode } from '../fake-platform';

const since = (options: INodeParameters, more: INodeParameters = {}): INodeParameters => ({
	dateRange: 'sinceLastRun',
	returnAll: true,
	options,
	...more,
});

/** One execution of a workflow that keeps its static data, at 12:00 in Moscow on 2026-03-02. */
async function run(
	staticData: IDataObject,
	options: INodeParameters,
	{ scope = {}, failure, ...settings }: { scope?: unknown; failure?: Error } & FakeNodeSettings = {},
): Promise<{ windows: (DateWindow | undefined)[]; hints: string[]; error: unknown }> {
	const windows: (DateWindow | undefined)[] = [];
	const operation = declaredReport({
		request: () => scope,
		read: () => (slice) => {
			windows.push(slice.window);
			return pagesOf([rows(1)], failure);
		},
	});
	const { node, outputs } = prepare(operation, { parameters: [since(options)], ...settings, staticData });
	const error = await outputs().then(
		() => undefined,
		(thrown: unknown) => thrown,
	);
	return { windows, hints: node.hints, error };
}

const first = { initialDateFrom: '2026-02-01' };
const FIRST = { dateFrom: '2026-02-01', dateTo: '2026-03-01' };
const AGAIN = { dateFrom: '2026-02-27', dateTo: '2026-03-01' };

describe('Since Last Run', () => {
	it('begins with the day that the user names, and needs one', async () => {
		expect((await run({}, first)).windows).toEqual([FIRST]);
		const { error, windows } = await run({}, {});
		expect(windows).toEqual([]);
		expect(error).toMatchObject({
			message: 'Initial Date From is not set, and there was no run before to go on from.',
			context: { kind: 'request-invalid', itemIndex: 0 },
		});
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

	it.each<[string, { scope?: unknown; credentialId?: string }]>([
		['credential', { credentialId: 'c2' }],
		['scope', { scope: { fields: ['b'] } }],
	])('goes on from a cursor of its own for another %s', async (_name, other) => {
		const data = {};
		await run(data, first, { scope: { fields: ['a'] } });
		const { error } = await run(data, {}, { scope: { fields: ['a'] }, ...other });
		expect(error).toMatchObject({ message: expect.stringContaining('Initial Date From is not set') });
		expect((await run(data, {}, { scope: { fields: ['a'] } })).windows).toEqual([AGAIN]);
	});

	it('goes on whatever the order of names and ids, however deep', async () => {
		const data = {};
		const scopeOf = (...ids: string[]) => ({ ids, campaigns: { kind: 'selected', ids } });
		await run(data, first, { scope: scopeOf('1', '2') });
		expect((await run(data, {}, { scope: scopeOf('2', '1') })).windows).toEqual([AGAIN]);
	});

	it('keeps no name and no id in the static data', async () => {
		const data: IDataObject = {};
		await run(data, first, { credentialId: 'credential-7', scope: { campaigns: ['campaign-9'] } });
		expect(JSON.stringify(data)).toMatch(/^\{"deliveredUntil":\{"[0-9a-f]{16}":"2026-03-01"\}\}$/);
	});

	it('leaves what else is in the static data', async () => {
		const data: IDataObject = { other: 1, deliveredUntil: { abc: '2026-01-01' } };
		await run(data, first);
		expect(data.other).toBe(1);
		expect(data.deliveredUntil).toMatchObject({ abc: '2026-01-01' });
		expect(Object.keys(data.deliveredUntil as IDataObject)).toHaveLength(2);
	});
});

describe('the cursor', () => {
	it('stays in a manual run, which says so', async () => {
		const data = {};
		const { windows, hints } = await run(data, first, { mode: 'manual' });
		expect(windows).toEqual([FIRST]);
		expect(data).toEqual({});
		expect(hints).toContainEqual(expect.stringContaining('A manual run does not move the cursor'));
	});

	it.each([false, true])(
		'stays when the input item fails (the node continues: %s)',
		async (continueOnFail) => {
			const data = {};
			const { error } = await run(data, first, { failure: new TimeoutError('Too slow.'), continueOnFail });
			expect(error === undefined).toBe(continueOnFail);
			expect(data).toEqual({});
		},
	);

	it('stays when a slice failed', async () => {
		const data = {};
		const operation = declaredReport({
			limits: {
				days: [{ default: 10, maximum: 10, description: '' }],
				concurrency: { default: 1, maximum: 1 },
				holdRows: 10,
			},
			read: () => (slice) =>
				pagesOf([rows(1)], slice.index === 1 ? new TimeoutError('Too slow.') : undefined),
		});
		const parameters = [since({ ...first, onSliceFailure: 'continue' })];
		const { outputs } = await runNode(operation, { parameters, staticData: data });
		expect(outputs[1]).toHaveLength(1);
		expect(data).toEqual({});
	});

	it('moves only when all input items are done', async () => {
		const data: IDataObject = {};
		const seen: string[] = [];
		const operation = declaredReport({
			request: (parameters) => parameters.option('initialDateFrom'),
			read: () => () => {
				seen.push(JSON.stringify(data));
				return pagesOf([rows(1)]);
			},
		});
		const parameters = [since(first), since({ initialDateFrom: '2026-02-02' })];
		await runNode(operation, { parameters, staticData: data });
		expect(seen).toEqual(['{}', '{}']);
		expect(Object.keys(data.deliveredUntil as IDataObject)).toHaveLength(2);
	});

	it('of one input item stays when another one stops the node', async () => {
		const data = {};
		let item = 0;
		const operation = declaredReport({
			request: () => item++,
			read: (_loading, which) => () =>
				pagesOf([rows(1)], which === 1 ? new TimeoutError('Too slow.') : undefined),
		});
		const parameters = [since(first), since(first)];
		await expect(prepare(operation, { parameters, staticData: data }).outputs()).rejects.toThrow('Too slow.');
		expect(data).toEqual({});
	});

	it('of one input item moves although another one failed, when the node continues', async () => {
		const data: IDataObject = {};
		let item = 0;
		const operation = declaredReport({
			request: () => item++,
			read: (_loading, which) => () =>
				pagesOf([rows(1)], which === 1 ? new TimeoutError('Too slow.') : undefined),
		});
		const parameters = [since(first), since(first)];
		await runNode(operation, { parameters, staticData: data, continueOnFail: true });
		expect(Object.keys(data.deliveredUntil as IDataObject)).toHaveLength(1);
	});
});

it('is refused with a limit, which would leave days out', async () => {
	const { error } = await run({}, {}, { parameters: [since(first, { returnAll: false })] });
	expect(error).toMatchObject({
		message: 'Date Range is Since Last Run, but Return All is off, so days would be left out.',
	});
	const file = await run({}, {}, { parameters: [since(first, { output: 'file', returnAll: false })] });
	expect(file.windows).toEqual([FIRST]);
});

it.each([
	[-1, 'Lookback Days is -1, but it has to be between 0 and 365.'],
	[1.5, 'Lookback Days is 1.5, but it has to be a whole number.'],
])('refuses %d lookback days', async (lookbackDays, message) => {
	const { error } = await run({}, { ...first, lookbackDays });
	expect(error).toMatchObject({ message });
});

describe('windowSince', () => {
	const until = '2024-03-02';

	it.each([
		['2024-03-01', undefined, 0, { dateFrom: '2024-03-02', dateTo: until }],
		['2024-03-01', undefined, 3, { dateFrom: '2024-02-28', dateTo: until }],
		['2024-03-02', undefined, 0, undefined],
		['2024-03-02', undefined, 1, { dateFrom: '2024-03-02', dateTo: until }],
		// A clock that was ahead: nothing is left out, nothing is asked for beyond yesterday.
		['2024-03-09', undefined, 3, undefined],
		// Days before the first one asked for are never re-read.
		['2024-02-29', '2024-02-29', 3, { dateFrom: '2024-02-29', dateTo: until }],
		['2024-02-29', '2024-01-01', 3, { dateFrom: '2024-02-27', dateTo: until }],
		[undefined, '2024-03-02', 3, { dateFrom: '2024-03-02', dateTo: until }],
		[undefined, '2024-03-03', 3, undefined],
	])('after %s, from %s, %d days again', (deliveredUntil, initial, lookbackDays, expected) => {
		expect(windowSince(deliveredUntil, { initial, lookbackDays, until })).toEqual(expected);
	});
});
