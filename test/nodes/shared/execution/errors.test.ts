import { describe, expect, it } from '@jest/globals';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { AccessDeniedError, CancelledError, RateLimitedError } from '../../../../connector/errors';
import { ParameterError } from '../../../../nodes/shared/parameters/parameter-error';
import type { FakeNodeSettings } from '../fake-node';
import { item, jsonOf, list, pagesOf, prepare, report, rows, run, SECRET, type Rows } from '../fake-platform';
import { StoredFiles } from '../stored-files';

const limited = () => new RateLimitedError('The platform is busy.', { status: 429, retryAfterMs: 90_000 });

/** Input items that ask for different things: for the same all would get the answer of the first. */
const items = (count: number) =>
	item(...Array.from({ length: count }, (_, index) => ({ limit: 50 + index })));

/** Fails for every second input item, after some rows. */
const failsForOdd = (failure: Error) => {
	let runs = 0;
	return list(() => pagesOf([rows(2)], runs++ % 2 === 1 ? failure : undefined));
};

describe('an error', () => {
	it('stops the node, naming the input item, what happened and what to do', async () => {
		const { outputs, node } = prepare(failsForOdd(limited()), items(3));
		const error = await outputs().catch((thrown: unknown) => thrown);
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error).toMatchObject({
			message: 'The platform is busy.',
			description: expect.stringContaining('in 90 seconds'),
			httpCode: '429',
			context: { itemIndex: 1, kind: 'rate-limited', retryAfterMs: 90_000 },
		});
		expect(node.hints).toEqual([]);
	});

	it('takes the advice of the platform where it has one', async () => {
		const { outputs } = prepare(failsForOdd(limited()), items(2), { advice: () => 'Buy more.' });
		await expect(outputs()).rejects.toMatchObject({ description: 'Buy more.' });
	});

	it('of the credential stops it before anything is read', async () => {
		const started: string[] = [];
		const operation = list(() => {
			started.push('read');
			return pagesOf([]);
		});
		const account = () => {
			throw new ParameterError('Base URL', 'Base URL is not a web address.', 'Enter one.');
		};
		const { outputs } = prepare(operation, {}, { account });
		const error = await outputs().catch((thrown: unknown) => thrown);
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error).toMatchObject({ message: 'Base URL is not a web address.', description: 'Enter one.' });
		expect(started).toEqual([]);
	});
});

describe('On Error: Continue', () => {
	it('gives the error as an item and runs the other input items', async () => {
		const { outputs } = await run(failsForOdd(limited()), { ...items(3), continueOnFail: true });
		expect(jsonOf(outputs[0])).toEqual([
			...rows(2),
			{
				message: 'The platform is busy.',
				error: {
					kind: 'rate-limited',
					message: 'The platform is busy.',
					description: expect.stringContaining('in 90 seconds'),
					status: 429,
					retryAfterMs: 90_000,
				},
			},
			...rows(2),
		]);
		// With an `error` beside it n8n would put the message in the place of the details.
		expect(Object.keys(outputs[0]![2]!)).toEqual(['json', 'pairedItem']);
		expect(outputs[0]![2]!.pairedItem).toEqual({ item: 1 });
	});

	it('leaves out what is not known about the error', async () => {
		const { outputs } = await run(failsForOdd(new AccessDeniedError('No.')), {
			...items(2),
			continueOnFail: true,
		});
		expect(Object.keys(outputs[0]!.at(-1)!.json.error as object)).toEqual(['kind', 'message', 'description']);
	});

	it('counts only the rows that it gave, and tells the others', async () => {
		const { node } = await run(failsForOdd(limited()), { ...items(2), continueOnFail: true });
		expect(node.told).toEqual([
			'Loaded 2 rows, 0 requests.',
			'2 rows of input item 1 had arrived before its error and were dropped.',
		]);
	});

	it('tells the rows of a file that never came about', async () => {
		const operation = report(() => pagesOf([rows(2000), rows(1000)], limited()));
		const { node, outputs } = await run(operation, { ...item({ output: 'file' }), continueOnFail: true });
		expect(outputs[0]).toHaveLength(1);
		expect(outputs[0]![0]!.json.error).toMatchObject({ kind: 'rate-limited' });
		expect(node.told).toEqual([
			'Loaded 0 rows, 0 requests.',
			'3,000 rows of input item 0 had arrived before its error and were dropped.',
		]);
	});

	it('covers parameters that cannot be used', async () => {
		const { outputs } = await run(
			list(() => pagesOf([rows(1)])),
			{ ...item({ limit: -1 }, {}), continueOnFail: true },
		);
		expect(jsonOf(outputs[0])).toEqual([
			{
				message: 'Limit is -1, but it has to be at least 1.',
				error: { kind: 'request-invalid', message: 'Limit is -1, but it has to be at least 1.' },
			},
			...rows(1),
		]);
	});

	it('does not go on when the execution was stopped', async () => {
		const started: number[] = [];
		const operation = list(() => {
			started.push(started.length);
			return pagesOf([rows(1)], new CancelledError('The execution was stopped.'));
		});
		const { outputs } = prepare(operation, { ...items(2), continueOnFail: true });
		await expect(outputs()).rejects.toMatchObject({ context: { kind: 'cancelled' } });
		expect(started).toEqual([0]);
	});
});

describe('a stopped execution', () => {
	it('starts no further input item', async () => {
		const controller = new AbortController();
		const started: number[] = [];
		const operation = list(() => {
			started.push(started.length);
			controller.abort();
			return pagesOf([rows(1)]);
		});
		const { outputs } = prepare(operation, {
			...items(2),
			continueOnFail: true,
			cancel: controller.signal,
		});
		await expect(outputs()).rejects.toMatchObject({ message: 'The execution was stopped.' });
		expect(started).toEqual([0]);
	});

	const never = new Promise<never>(() => undefined);
	const stuck = Object.assign(new StoredFiles(), { prepareBinaryData: () => never });
	it.each<[string, FakeNodeSettings, Rows]>([
		['a request that nobody answers', {}, () => ({ [Symbol.asyncIterator]: () => ({ next: () => never }) })],
		['a store that takes no bytes', { ...item({ output: 'file' }), files: stuck }, () => pagesOf([rows(1)])],
	])('settles at once, whatever is under way: %s', async (_name, settings, read) => {
		const controller = new AbortController();
		const running = prepare(report(read), { ...settings, cancel: controller.signal }).outputs();
		await new Promise((resolve) => setImmediate(resolve));
		controller.abort();
		await expect(running).rejects.toMatchObject({ context: { kind: 'cancelled' } });
	});

	it('is noticed while rows are handed on', async () => {
		const controller = new AbortController();
		let read = 0;
		const operation = list(async function* () {
			for (; read < 1000; read++) {
				if (read === 3) controller.abort();
				yield await Promise.resolve(rows(20_000));
			}
		});
		const { outputs } = prepare(operation, { ...item({ returnAll: true }), cancel: controller.signal });
		await expect(outputs()).rejects.toMatchObject({ context: { kind: 'cancelled' } });
		await new Promise((resolve) => setTimeout(resolve, 0));
		expect(read).toBeLessThan(20);
	});

	it('is what the operation gets as its signal', async () => {
		const controller = new AbortController();
		const signals: AbortSignal[] = [];
		const operation = list(({ signal }) => {
			signals.push(signal);
			return pagesOf([]);
		});
		await run(operation, { cancel: controller.signal });
		await run(operation);
		controller.abort();
		expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
	});
});

describe('a secret', () => {
	const leak = `token is ${SECRET}`;

	it('is taken out of errors, whatever threw them', async () => {
		for (const failure of [
			new AccessDeniedError(leak, { cause: new Error(leak) }),
			new ParameterError('Token', leak, leak),
			new Error(leak),
		]) {
			const { outputs } = prepare(
				list(() => pagesOf([], failure)),
				{},
				{ advice: () => leak },
			);
			const error = await outputs().catch((thrown: unknown) => thrown);
			expect(error).toBeInstanceOf(Error);
			const { message, description, messages } = error as NodeApiError;
			const all = JSON.stringify([message, description, messages, error, (error as Error).cause]);
			expect(all).toContain('***');
			expect(all).not.toContain(SECRET);
		}
	});

	it("is taken out where a header of the platform's own carries it", async () => {
		const failure = new Error('It got {"X-Api-Key":"k-1234"}.');
		const { outputs } = prepare(
			list(() => pagesOf([], failure)),
			{},
			{ secretHeaders: ['X-API-Key'] },
		);
		await expect(outputs()).rejects.toThrow('It got {"X-Api-Key":"***"}.');
	});

	it('is taken out of error items, hints, logs and messages to the browser', async () => {
		const operation = list(({ observe }) => {
			observe({ type: 'remark', text: leak });
			observe({ type: 'wait', reason: leak as 'backoff', ms: 31_000 });
			return pagesOf([rows(1)], new AccessDeniedError(leak));
		});
		const { outputs, node } = await run(operation, { continueOnFail: true });
		for (const told of [outputs[0], node.hints, node.logs, node.browser]) {
			expect(JSON.stringify(told)).toContain('***');
			expect(JSON.stringify(told)).not.toContain(SECRET);
		}
	});
});
