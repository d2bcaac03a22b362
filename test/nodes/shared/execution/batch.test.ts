import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import {
	CredentialInvalidError,
	RequestInvalidError,
	TemporarilyUnavailableError,
} from '../../../../connector/errors';
import { inBatches, type BatchRun } from '../../../../nodes/shared/operations/batch';
import type { BatchOperation } from '../../../../nodes/shared/operations/operation';
import type { FakeNodeSettings } from '../fake-node';
import { item, jsonOf, prepare, run, type FakeApi } from '../fake-platform';

type Send = (names: readonly string[]) => Promise<readonly (Readonly<Record<string, unknown>> | Error)[]>;

const done: Send = (names) => Promise.resolve(names.map((name) => ({ name })));

/** Sends names, two at a time. */
const naming = (send: Send = done): BatchOperation<FakeApi> => ({
	...{ name: 'Do', value: 'do', description: 'Do it', action: 'Do it', gives: 'batch', writes: true },
	result: { did: 'Named', one: 'thing', many: 'things' },
	fields: [{ displayName: 'Name', name: 'name', type: 'string', required: true, default: '' }],
	async *outcomes({ inputs }: BatchRun<FakeApi>) {
		const named = await inputs((parameters) => parameters.requiredText('name'));
		yield* inBatches(named, { count: 2, bytes: 10, bytesOf: ({ length }) => length }, send);
	},
});

const items = (...names: string[]): FakeNodeSettings =>
	item(...names.map((name): INodeParameters => ({ name })));
const continuing = { continueOnFail: true };

/** What it sent, and with what the node ended. */
async function sentBy(settings: FakeNodeSettings, send: Send = done) {
	const sent: (readonly string[])[] = [];
	const { outputs, node } = prepare(
		naming(async (names) => {
			sent.push(names);
			return await send(names);
		}),
		settings,
	);
	const ended = await outputs().then(
		([rows]) => ({ rows, error: undefined }),
		(error: unknown) => ({ rows: undefined, error: error as Error & { description?: string } }),
	);
	return { sent, node, ...ended };
}

describe('an operation over all input items', () => {
	it('sends them in batches by number and by size, and gives each its own answer', async () => {
		const { sent, rows, node } = await sentBy(items('a', 'b', '12345678', '123', '123456789012', 'c'));
		expect(sent).toEqual([['a', 'b'], ['12345678'], ['123'], ['123456789012'], ['c']]);
		expect(rows!.map(({ json, pairedItem }) => [json.name, pairedItem])).toEqual(
			['a', 'b', '12345678', '123', '123456789012', 'c'].map((name, index) => [name, { item: index }]),
		);
		expect(node.hints).toEqual(['Named 6 things, 0 requests.']);
	});

	it('answers items that ask for the same one by one', async () => {
		const { sent } = await sentBy(items('a', 'a', 'a'));
		expect(sent.flat()).toEqual(['a', 'a', 'a']);
	});

	it('is not run with Retry On Fail', async () => {
		const { sent, error } = await sentBy({ ...items('a'), retryOnFail: true });
		expect([sent, error!.message]).toEqual([[], expect.stringContaining('Retry On Fail is on')]);
	});

	it('counts those of the failed ones that may have been done', async () => {
		const send: Send = (names) =>
			Promise.resolve(
				names.map((name) => new RequestInvalidError('no', name === 'a' ? { check: 'Look.' } : {})),
			);
		const hints = async (...names: string[]) =>
			(await sentBy({ ...items(...names), ...continuing }, send)).node.hints.join(' ');
		expect(await hints('a', 'b', 'c')).toContain('1 of these may have been done all the same.');
		expect(await hints('b', 'c')).not.toContain('may have been done');
	});

	it('has no Return All and no Limit', async () => {
		const { node } = await run(naming(), items('a'));
		expect(node.asExecuteFunctions().getNode().parameters).not.toHaveProperty('returnAll');
	});

	it('serves an agent with one item', async () => {
		const { rows } = await sentBy({ ...items('a'), type: 'n8n-nodes-ru-ads.fakeTool' });
		expect(jsonOf(rows)).toEqual([{ name: 'a' }]);
		const tool = { ...items('a'), type: 'n8n-nodes-ru-ads.fakeTool' };
		const { error } = await sentBy(tool, () =>
			Promise.resolve([new RequestInvalidError('It was refused.', { advice: 'Change it.' })]),
		);
		expect(error!.message).toBe('It was refused. Change it.');
	});
});

describe('with On Error: Continue', () => {
	it('refuses an item that cannot be used by itself, before anything is sent', async () => {
		const { sent, rows, node } = await sentBy({ ...items('a', '', 'b'), ...continuing });
		expect(sent).toEqual([['a', 'b']]);
		expect(jsonOf(rows)).toMatchObject([
			{ name: 'a' },
			{ message: 'Name is empty.', error: { kind: 'request-invalid' } },
			{ name: 'b' },
		]);
		expect(node.told).toContain('1 of 3 input items failed.');
	});

	it('gives what a batch failed with to its items, and sends the next one', async () => {
		const lost = new TemporarilyUnavailableError('It broke.', { check: 'Look.' });
		const { sent, rows, node } = await sentBy({ ...items('a', 'b', 'c'), ...continuing }, (names) =>
			names.includes('a') ? Promise.reject(lost) : done(names),
		);
		expect(sent).toHaveLength(2);
		expect(jsonOf(rows)).toMatchObject([
			{ error: { message: 'It broke.', description: 'Look.', inDoubt: true } },
			{ error: { inDoubt: true } },
			{ name: 'c' },
		]);
		expect(node.told).toContain('2 of 3 input items failed; 2 of these may have been done all the same.');
	});

	it('sends nothing more after what every batch would meet', async () => {
		const { sent, rows } = await sentBy({ ...items('a', 'b', 'c', 'd'), ...continuing }, (names) =>
			names.includes('c') ? Promise.reject(new CredentialInvalidError('No.')) : done(names),
		);
		expect(sent).toHaveLength(2);
		expect(jsonOf(rows)).toMatchObject([
			{ name: 'a' },
			{ name: 'b' },
			{ message: 'No.' },
			{ message: 'No.' },
		]);
	});

	it('gives every item a defect of our own as well', async () => {
		const { rows } = await sentBy({ ...items('a', 'b', 'c'), ...continuing }, () =>
			Promise.reject(new TypeError('x is not a function')),
		);
		expect(jsonOf(rows)).toMatchObject(Array(3).fill({ message: 'x is not a function' }));
	});
});

describe('with On Error: Stop', () => {
	it('sends nothing where an item cannot be used', async () => {
		const { sent, error } = await sentBy(items('a', ''));
		expect(sent).toEqual([]);
		expect(error!.message).toBe('Name is empty. It was input item 1. Nothing was sent.');
	});

	it('ends with the first refusal, and tells what was done', async () => {
		const { sent, error } = await sentBy(items('a', 'b', 'c', 'd', 'e'), async (names) =>
			names.map((name) => (name === 'c' ? new RequestInvalidError('It was refused.') : { name })),
		);
		expect(sent).toHaveLength(2);
		expect(error!.message).toBe(
			'It was refused. It was input item 2. Of 5 input items 3 are done, 1 failed, and the other 1 were not sent.',
		);
		expect(error!.description).toContain('Set Settings > On Error to Continue');
	});

	it('says no more than what happened of a single item', async () => {
		const { error } = await sentBy(items(''));
		expect(error!.message).toBe('Name is empty.');
	});
});

it('is over at once when the execution is stopped', async () => {
	const stop = new AbortController();
	const { sent, error } = await sentBy(
		{ ...items('a', 'b', 'c'), ...continuing, cancel: stop.signal },
		(names) => {
			stop.abort();
			return new Promise(() => names);
		},
	);
	expect(sent).toHaveLength(1);
	expect(error).toMatchObject({ context: { kind: 'cancelled' } });
});
