import { describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { TimeoutError } from '../../../../connector/errors';
import { declaredReport, pagesOf, prepare, rows, run as runNode } from '../fake-platform';
import { cursorCount, cursorsIn, first, FIRST, run, since } from './runs-since';

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
			request: (parameters) => parameters.value('initialDateFrom'),
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

it('moves with the input item that worked, although another one that asked for the same failed', async () => {
	const data: IDataObject = {};
	let reads = 0;
	const operation = declaredReport({
		read: () => () => pagesOf([rows(1)], ++reads === 3 ? new TimeoutError('Too slow.') : undefined),
	});
	const runAt = async (now: string, ...parameters: INodeParameters[]) => {
		const settings = { parameters, staticData: data, continueOnFail: true };
		await prepare(operation, settings, { timezone: 'Europe/Moscow' }, now).outputs();
		return Object.values(cursorsIn(data).n1!);
	};
	expect(await runAt('2026-03-02T09:00:00Z', since(first))).toMatchObject([{ until: '2026-03-01' }]);
	const again = await runAt('2026-03-09T09:00:00Z', since(first), since({ ...first, maxRetries: 1 }));
	expect(reads).toBe(3);
	expect(again).toMatchObject([{ until: '2026-03-08' }]);
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
