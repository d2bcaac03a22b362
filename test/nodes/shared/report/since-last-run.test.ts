import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { TimeoutError } from '../../../../connector/errors';
import { addDays, type DateWindow } from '../../../../connector/slices';
import { windowSince } from '../../../../nodes/shared/report/cursor';
import type { FakeNodeSettings } from '../fake-node';
import { accountOf, declaredReport, pagesOf, prepare, rows, run as runNode } from '../fake-platform';

const since = (options: INodeParameters, more: INodeParameters = {}): INodeParameters => ({
	dateRange: 'sinceLastRun',
	returnAll: true,
	options,
	...more,
});

interface Changes {
	readonly scope?: unknown;
	readonly failure?: Error;
	/** What names the account. */
	readonly token?: string;
	readonly now?: string;
}

/** One execution of a workflow that keeps its static data, at 12:00 in Moscow on 2026-03-02. */
async function run(
	staticData: IDataObject,
	options: INodeParameters,
	{ scope = {}, failure, token = 't1', now, ...settings }: Changes & FakeNodeSettings = {},
): Promise<{ windows: (DateWindow | undefined)[]; hints: string[]; error: unknown }> {
	const windows: (DateWindow | undefined)[] = [];
	const operation = declaredReport({
		request: () => scope,
		read: () => (slice) => {
			windows.push(slice.window);
			return pagesOf([rows(1)], failure);
		},
	});
	const account = () => ({ ...accountOf(() => ({})), identity: token });
	const changes = { account, timezone: 'Europe/Moscow' };
	const prepared = prepare(
		operation,
		{ parameters: [since(options)], ...settings, staticData },
		changes,
		now,
	);
	const { node, outputs } = prepared;
	const error = await outputs().then(
		() => undefined,
		(thrown: unknown) => thrown,
	);
	return { windows, hints: node.hints, error };
}

/** What the nodes of the workflow have delivered, by node and report. */
const cursorsIn = (data: IDataObject) =>
	((data.global as IDataObject | undefined)?.ruAdsDeliveredUntil ?? {}) as Record<string, IDataObject>;

const cursorCount = (data: IDataObject) =>
	Object.values(cursorsIn(data)).flatMap((cursors) => Object.keys(cursors)).length;

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
		expect((await run(data, {}, { scope: another })).error).toBeDefined();
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

describe('the cursor', () => {
	it('stays in a manual run, which says so', async () => {
		const data = {};
		const { windows, hints } = await run(data, first, { mode: 'manual' });
		expect(windows).toEqual([FIRST]);
		expect(cursorsIn(data)).toEqual({});
		expect(hints).toContainEqual(expect.stringContaining('A manual run does not move the cursor'));
	});

	it.each([false, true])(
		'stays when the input item fails (the node continues: %s)',
		async (continueOnFail) => {
			const data = {};
			const { error } = await run(data, first, { failure: new TimeoutError('Too slow.'), continueOnFail });
			expect(error === undefined).toBe(continueOnFail);
			expect(cursorsIn(data)).toEqual({});
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
		expect(cursorsIn(data)).toEqual({});
	});

	it('moves only when all input items are done', async () => {
		const data: IDataObject = {};
		const seen: string[] = [];
		const operation = declaredReport({
			request: (parameters) => parameters.option('initialDateFrom'),
			read: () => () => {
				seen.push(JSON.stringify(cursorsIn(data)));
				return pagesOf([rows(1)]);
			},
		});
		const parameters = [since(first), since({ initialDateFrom: '2026-02-02' })];
		await runNode(operation, { parameters, staticData: data });
		expect(seen).toEqual(['{}', '{}']);
		expect(cursorCount(data)).toBe(2);
	});

	it('of one input item stays when another one stops the node', async () => {
		const data = {};
		let item = 0;
		const operation = declaredReport({
			request: () => item++,
			read: (_loading, which) => () =>
				pagesOf([rows(1)], which === 1 ? new TimeoutError('Too slow.') : undefined),
		});
		const parameters = [since(first), since({ ...first, maxRetries: 1 })];
		await expect(prepare(operation, { parameters, staticData: data }).outputs()).rejects.toThrow('Too slow.');
		expect(cursorsIn(data)).toEqual({});
	});

	it('of one input item moves although another one failed, when the node continues', async () => {
		const data: IDataObject = {};
		let item = 0;
		const operation = declaredReport({
			request: () => item++,
			read: (_loading, which) => () =>
				pagesOf([rows(1)], which === 1 ? new TimeoutError('Too slow.') : undefined),
		});
		const parameters = [since(first), since({ ...first, maxRetries: 1 })];
		await runNode(operation, { parameters, staticData: data, continueOnFail: true });
		expect(cursorCount(data)).toBe(1);
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
	[366, 'Lookback Days is 366, but it has to be between 0 and 365.'],
	[1.5, 'Lookback Days is 1.5, but it has to be a whole number.'],
])('refuses %d lookback days', async (lookbackDays, message) => {
	const { error } = await run({}, { ...first, lookbackDays });
	expect(error).toMatchObject({ message });
});

describe('a sub-workflow', () => {
	const mode = 'integrated';
	const calledBy = (source: string) => ({
		runExecutionData: { parentExecution: { executionContext: { source } } },
	});

	it.each<[string, object]>([
		['that somebody began by hand', { additionalData: { rootExecutionMode: 'manual' } }],
		['of which the workflow above was begun by hand', calledBy('manual')],
		[
			'of a sub-workflow of such a one',
			{ ...calledBy(mode), additionalData: { rootExecutionMode: 'manual' } },
		],
	])('%s moves no cursor', async (_name, internals) => {
		const data = {};
		const { hints } = await run(data, first, { mode, internals });
		expect(cursorsIn(data)).toEqual({});
		expect(hints).toContainEqual(expect.stringContaining('A manual run does not move the cursor'));
	});

	it.each<[string, object]>([
		['of a schedule', { additionalData: { rootExecutionMode: 'trigger' } }],
		['of a schedule, as older lines of n8n tell it', calledBy('trigger')],
		['of which nothing is known', {}],
		['of which n8n tells something else', { additionalData: null, runExecutionData: { parentExecution: 1 } }],
	])('%s counts as production', async (_name, internals) => {
		const data = {};
		await run(data, first, { mode, internals });
		expect(cursorCount(data)).toBe(1);
	});
});

describe('old cursors', () => {
	const DAY_MS = 86_400_000;
	const NOW = Date.parse('2026-03-02T09:00:00Z');
	const olderBy = (days: number) => ({ until: '2025-01-01', used: NOW - days * DAY_MS });

	it('are dropped when they have not been used for 400 days, those of other nodes too', async () => {
		const data: IDataObject = {
			global: {
				ruAdsDeliveredUntil: { n1: { kept: olderBy(399), old: olderBy(400) }, gone: { old: olderBy(401) } },
			},
		};
		await run(data, first);
		expect(Object.keys(cursorsIn(data))).toEqual(['n1']);
		expect(cursorsIn(data).n1).toMatchObject({ kept: olderBy(399) });
		expect(cursorCount(data)).toBe(2);
	});

	it('stay while a schedule asks for them, although a slice fails each time', async () => {
		const data: IDataObject = {};
		const options = { ...first, lookbackDays: 365 };
		await run(data, options);
		for (const now of ['2027-03-01T09:00:00Z', '2028-03-01T09:00:00Z'])
			await run(data, options, { now, failure: new TimeoutError('Too slow.'), continueOnFail: true });
		// Whoever delivers something sweeps.
		await run(data, first, { id: 'n2', now: '2028-03-01T10:00:00Z' });
		const { windows } = await run(data, { lookbackDays: 0 }, { now: '2028-03-02T09:00:00Z' });
		expect(windows).toEqual([{ dateFrom: '2026-03-02', dateTo: '2028-03-01' }]);
	});

	it('of one node are a thousand at most, and those that were used last', async () => {
		const data: IDataObject = {};
		await run(data, first);
		const many = Object.fromEntries(
			Array.from({ length: 1200 }, (_, index) => [`k${index}`, olderBy(1 + index / 10)]),
		);
		const mine = cursorsIn(data).n1!;
		data.global = { ruAdsDeliveredUntil: { n1: { ...many, ...mine }, n2: many } };
		await run(data, first);
		expect(Object.keys(cursorsIn(data).n1!)).toHaveLength(1000);
		expect(cursorsIn(data).n1).toMatchObject({ ...mine, k0: many.k0 });
		// That node is not running, so how many it needs is not known.
		expect(Object.keys(cursorsIn(data).n2!)).toHaveLength(1200);
	});

	it('are never those that an execution uses, however many', async () => {
		const data: IDataObject = {};
		let item = 0;
		const operation = declaredReport({ request: () => item++, read: () => () => pagesOf([rows(1)]) });
		const parameters = Array.from({ length: 1100 }, (_none, index) => since({ ...first, maxWait: index }));
		await runNode(operation, { parameters, staticData: data });
		expect(cursorCount(data)).toBe(1100);
	});
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
		// A first day that moves, or was set to a later one: nothing is skipped.
		['2024-02-10', '2024-02-24', 3, { dateFrom: '2024-02-11', dateTo: until }],
		['2024-02-10', '2024-02-10', 3, { dateFrom: '2024-02-10', dateTo: until }],
		['2024-02-10', '2024-02-11', 3, { dateFrom: '2024-02-11', dateTo: until }],
		['2024-02-10', '2024-02-12', 0, { dateFrom: '2024-02-11', dateTo: until }],
		// Days before the first one asked for are never re-read.
		['2024-02-29', '2024-02-29', 3, { dateFrom: '2024-02-29', dateTo: until }],
		['2024-02-29', '2024-01-01', 3, { dateFrom: '2024-02-27', dateTo: until }],
		[undefined, '2024-03-02', 3, { dateFrom: '2024-03-02', dateTo: until }],
		[undefined, '2024-03-03', 3, undefined],
	])('after %s, from %s, %d days again', (deliveredUntil, initial, lookbackDays, expected) => {
		expect(windowSince(deliveredUntil, { initial, lookbackDays, until })).toEqual(expected);
	});

	it('never skips a day, and never asks for one that is not over', () => {
		const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2024-01-01', days));
		fc.assert(
			fc.property(
				day,
				fc.option(day, { nil: undefined }),
				fc.nat(365),
				day,
				(delivered, initial, lookbackDays, end) => {
					const window = windowSince(delivered, { initial, lookbackDays, until: end });
					if (window === undefined) {
						expect(end <= delivered).toBe(true);
					} else {
						expect(window.dateTo).toBe(end);
						expect(window.dateFrom <= addDays(delivered, 1)).toBe(true);
						expect(window.dateFrom >= addDays(delivered, 1 - lookbackDays)).toBe(true);
					}
				},
			),
		);
	});
});
