import { describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { NotFoundError } from '../../../../connector/errors';
import {
	declaredReport,
	item,
	jsonOf,
	list,
	pagesOf,
	report,
	rows,
	run,
	single,
	type Rows,
} from '../fake-platform';

/** An operation's rows, counting how often they are asked for. */
function counted(rowsOf: Rows = () => pagesOf([rows(2)])) {
	const asked: number[] = [];
	const counting: Rows = (run) => {
		asked.push(asked.length);
		return rowsOf(run);
	};
	return { asked, rows: counting };
}

const TOLD = '4 input items asked for exactly the same as one before';

describe.each(['list', 'report'] as const)('five equal input items for a %s', (kind) => {
	const of = { list, report }[kind];

	it('get it once, linked to the first of them, which a hint tells', async () => {
		const { asked, rows: source } = counted();
		const { outputs, node } = await run(of(source), item({}, {}, {}, {}, {}));
		expect(asked).toHaveLength(1);
		expect(jsonOf(outputs[0])).toEqual(rows(2));
		expect(new Set(outputs[0]!.map(({ pairedItem }) => pairedItem))).toEqual(new Set([{ item: 0 }]));
		expect(node.told[1]).toContain(TOLD);
		expect(node.told[1]).toContain("$('Node').item");
	});

	it('get one error each where it failed, and no hint that it was loaded', async () => {
		const { asked, rows: source } = counted(() => pagesOf([rows(2)], new NotFoundError('No such thing.')));
		const { outputs, node } = await run(of(source), { ...item({}, {}, {}), continueOnFail: true });
		expect(asked).toHaveLength(1);
		expect(outputs[0]!.map(({ json, pairedItem }) => [json.message, pairedItem])).toEqual(
			[0, 1, 2].map((index) => ['No such thing.', { item: index }]),
		);
		expect(node.hints.join(' ')).not.toContain('exactly the same');
	});

	it.each<[string, INodeParameters, INodeParameters]>([
		['limit', { returnAll: false, limit: 1 }, { returnAll: false, limit: 2 }],
		['option', { options: { maxRetries: 1 } }, { options: { maxRetries: 2 } }],
	])('are not equal with another %s', async (_name, first, second) => {
		const { asked, rows: source } = counted();
		const { outputs } = await run(of(source), item(first, second, first));
		expect(asked).toHaveLength(2);
		expect(outputs[0]!.map(({ pairedItem }) => pairedItem)).toContainEqual({ item: 1 });
		expect(outputs[0]!.map(({ pairedItem }) => pairedItem)).not.toContainEqual({ item: 2 });
	});
});

describe('equal input items', () => {
	it('of other accounts are not equal', async () => {
		const { asked, rows: source } = counted();
		const account = ({ number }: IDataObject) => ({
			baseUrl: 'https://api.example.com',
			auth: { sign: async () => ({}) },
			secrets: [],
			identity: `account ${String(number)}`,
			api: () => ({}),
		});
		const credentials = [{ number: 1 }, { number: 2 }, { number: 1 }];
		await run(list(source), { ...item({}, {}, {}), credentials }, { account });
		expect(asked).toHaveLength(2);
	});

	it('give one file', async () => {
		const { outputs } = await run(
			report(() => pagesOf([rows(3)])),
			item({ output: 'file' }, { output: 'file' }),
		);
		expect(outputs[0]).toHaveLength(1);
		expect(outputs[0]![0]!.json).toMatchObject({ rows: 3 });
	});

	it('give each failed slice once', async () => {
		const failing = declaredReport({ read: () => () => pagesOf([], new NotFoundError('No.')) });
		const period = { dateRange: 'custom', dateFrom: '2024-01-01', dateTo: '2024-01-01' };
		const asked = { ...period, options: { onSliceFailure: 'continue' } };
		const { outputs } = await run(failing, item(asked, asked));
		expect(outputs[1]).toHaveLength(1);
	});

	it('are each answered where something is changed, or one object asked for', async () => {
		for (const operation of [
			{ ...list(counted().rows), writes: true as const },
			{ ...list(counted().rows), writes: () => true },
			single(counted().rows),
		]) {
			const { outputs } = await run(operation, item({}, {}, {}));
			expect(outputs[0]!.map(({ pairedItem }) => pairedItem)).toEqual(
				[0, 0, 1, 1, 2, 2].map((index) => ({ item: index })),
			);
		}
	});
});
