import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { CredentialInvalidError, RateLimitedError, TimeoutError } from '../../../../connector/errors';
import type { Slice } from '../../../../connector/slices';
import { failedSliceOption } from '../../../../nodes/shared/operations/outputs';
import { declaredReport, jsonOf, list, pagesOf, prepare, run, SECRET } from '../fake-platform';

const period = { dateRange: 'custom', dateFrom: '2024-01-01', dateTo: '2024-01-06', returnAll: true };

const withContinue: INodeParameters = { ...period, options: { onSliceFailure: 'continue' } };

interface Served {
	readonly rows?: number;
	readonly failure?: Error;
}

/** A report in slices of two days and one id; each row says which slice it came with. */
const sliced = (serve: (slice: Slice) => Served, { holdRows = 10 } = {}) =>
	declaredReport({
		limits: {
			days: [{ default: 2, maximum: 2, description: '' }],
			concurrency: { default: 2, maximum: 2 },
			holdRows,
		},
		ids: async () => ['7'],
		scope: ({ ids }) => ({ campaignIds: [...ids!] }),
		read: () => (slice) => {
			const { rows = 1, failure } = serve(slice);
			const row = { from: slice.window!.dateFrom };
			return pagesOf(
				Array.from({ length: rows }, () => [row]),
				failure,
			);
		},
	});

const busy = () =>
	new RateLimitedError(`Busy (${SECRET}).`, { status: 429, retryAfterMs: 5000, requestId: 'a1b2' });
const secondFails =
	(failure: Error, rows = 0) =>
	({ index }: Slice): Served =>
		index === 1 ? { rows, failure } : {};

describe('On Slice Failure: Continue', () => {
	it('gives the rows of all other slices, and the failed ones on the second output', async () => {
		const { outputs, node } = await run(sliced(secondFails(busy())), { parameters: [withContinue] });
		expect(outputs).toHaveLength(2);
		expect(jsonOf(outputs[0])).toEqual([{ from: '2024-01-01' }, { from: '2024-01-05' }]);
		expect(jsonOf(outputs[1])).toEqual([
			{
				resource: 'report',
				operation: 'do',
				campaignIds: ['7'],
				dateFrom: '2024-01-03',
				dateTo: '2024-01-04',
				index: 1,
				count: 3,
				error: {
					kind: 'rate-limited',
					message: 'Busy (***).',
					status: 429,
					retryAfterMs: 5000,
					requestId: 'a1b2',
				},
			},
		]);
		expect(outputs[1]![0]!.pairedItem).toEqual({ item: 0 });
		// It would send the item to n8n's Error output.
		expect(outputs[1]![0]!.error).toBeUndefined();
		expect(node.hints[0]).toContain('1 failed slice.');
	});

	it('has an empty second output when nothing fails', async () => {
		const { outputs } = await run(
			sliced(() => ({})),
			{ parameters: [withContinue] },
		);
		expect(outputs.map((items) => items.length)).toEqual([3, 0]);
	});

	it('takes back the rows of the slice that had been passed on, so that it can be loaded again as a whole', async () => {
		const operation = sliced(secondFails(new TimeoutError('Too slow.'), 3), { holdRows: 2 });
		const { outputs, node } = await run(operation, { parameters: [withContinue] });
		expect(outputs[0]).toHaveLength(2);
		expect(outputs[1]![0]!.json.error).toEqual({ kind: 'timeout', message: 'Too slow.' });
		expect(node.hints[0]).toMatch(/^Loaded 2 rows/);
	});

	it('gives the places of rows that were taken back to later slices', async () => {
		const operation = sliced(
			({ index }) => ({
				rows: 3,
				failure: index === 0 ? new TimeoutError('Too slow.') : undefined,
			}),
			{ holdRows: 2 },
		);
		// A text, as an expression may give it: n8n has no word of its own about such a limit.
		const limited = { ...withContinue, returnAll: false, limit: '5' };
		const { outputs, node } = await run(operation, { parameters: [limited] });
		expect(jsonOf(outputs[0])).toEqual([
			...Array.from({ length: 3 }, () => ({ from: '2024-01-03' })),
			...Array.from({ length: 2 }, () => ({ from: '2024-01-05' })),
		]);
		expect(outputs[1]).toHaveLength(1);
		expect(node.hints.join(' ')).toContain('Stopped at the limit of 5 rows');
	});

	it('does not speak of a limit that was reached by rows that were taken back alone', async () => {
		const operation = sliced(
			({ index }) => ({
				rows: index === 0 ? 3 : 1,
				failure: index === 0 ? new TimeoutError('Too slow.') : undefined,
			}),
			{ holdRows: 2 },
		);
		const { outputs, node } = await run(operation, {
			parameters: [{ ...withContinue, returnAll: false, limit: 3 }],
		});
		expect(jsonOf(outputs[0])).toEqual([{ from: '2024-01-03' }, { from: '2024-01-05' }]);
		expect(node.hints.join(' ')).not.toContain('limit');
	});

	it('says how many rows of the slice a file holds already', async () => {
		const operation = sliced(secondFails(new TimeoutError('Too slow.'), 3), { holdRows: 2 });
		const { outputs } = await run(operation, { parameters: [{ ...withContinue, output: 'file' }] });
		expect(outputs[1]![0]!.json.error).toEqual({
			kind: 'timeout',
			message: 'Too slow. 3 rows of this slice had been passed on before; loading it again will repeat them.',
		});
	});

	it('names the halves of a slice by their own days', async () => {
		const failure = new TimeoutError('Too slow.', { splittable: true });
		const operation = sliced((slice) => (slice.window!.dateTo >= '2024-01-06' ? { rows: 0, failure } : {}));
		const { outputs } = await run(operation, { parameters: [withContinue] });
		expect(outputs[0]).toHaveLength(3);
		expect(jsonOf(outputs[1])).toEqual([
			expect.objectContaining({ dateFrom: '2024-01-06', dateTo: '2024-01-06', index: 2, count: 3 }),
		]);
	});

	it('is the same for all input items, as the first one says', async () => {
		const settings = { parameters: [withContinue, period] };
		const { outputs } = await run(sliced(secondFails(busy())), settings);
		expect(jsonOf(outputs[1])).toHaveLength(2);
		expect(outputs[1]!.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	});

	it('does not go on with a credential that is refused', async () => {
		const { outputs } = prepare(sliced(secondFails(new CredentialInvalidError('Expired.'))), {
			parameters: [withContinue],
		});
		await expect(outputs()).rejects.toMatchObject({
			message: 'Expired.',
			context: { kind: 'credential-invalid' },
		});
	});

	it('drops the failed slices of an input item that ends with an error, along with its rows', async () => {
		const operation = sliced(({ index }) => {
			if (index === 1) return { rows: 0, failure: busy() };
			return index === 2 ? { rows: 0, failure: new CredentialInvalidError('Expired.') } : {};
		});
		const { outputs } = await run(operation, { parameters: [withContinue], continueOnFail: true });
		expect(jsonOf(outputs[0])).toEqual([expect.objectContaining({ message: 'Expired.' })]);
		expect(outputs[1]).toEqual([]);
	});

	it('means nothing to an operation without slices', async () => {
		const operation = { ...list(() => pagesOf([])), options: [failedSliceOption] };
		const { outputs } = await run(operation, { parameters: [{ options: { onSliceFailure: 'continue' } }] });
		expect(outputs).toHaveLength(1);
	});

	it('acts like Stop in a tool of an agent, which sees the first output only', async () => {
		const { outputs } = prepare(sliced(secondFails(busy())), {
			parameters: [withContinue],
			type: 'n8n-nodes-ru-ads.fakeTool',
		});
		await expect(outputs()).rejects.toMatchObject({ context: { kind: 'rate-limited' } });
	});
});

describe('On Slice Failure: Stop', () => {
	it('names the slice and what had arrived', async () => {
		const { outputs } = prepare(sliced(secondFails(busy())), { parameters: [period] });
		await expect(outputs()).rejects.toMatchObject({
			message:
				'Busy (***). It was slice 2 of 3 (2024-01-03 to 2024-01-04, 1 ID from 7 on); 1 row had arrived before.',
			// Every other slice would meet the same refusal, so Continue is no way out.
			description: expect.not.stringContaining('On Slice Failure'),
			httpCode: '429',
			context: { itemIndex: 0, kind: 'rate-limited', retryAfterMs: 5000 },
		});
	});
});

it('adds the planned days to each row, also to those of a half', async () => {
	const failure = new TimeoutError('Too slow.', { splittable: true });
	const operation = sliced(({ window }) =>
		window!.dateFrom === '2024-01-03' && window!.dateTo === '2024-01-04' ? { rows: 0, failure } : {},
	);
	const { outputs } = await run(operation, {
		parameters: [{ ...period, options: { addSliceColumns: true } }],
	});
	const second = { _dateFrom: '2024-01-03', _dateTo: '2024-01-04' };
	expect(jsonOf(outputs[0])).toEqual([
		{ from: '2024-01-01', _dateFrom: '2024-01-01', _dateTo: '2024-01-02' },
		{ from: '2024-01-03', ...second },
		{ from: '2024-01-04', ...second },
		{ from: '2024-01-05', _dateFrom: '2024-01-05', _dateTo: '2024-01-06' },
	]);
});
