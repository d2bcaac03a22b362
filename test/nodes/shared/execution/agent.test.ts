import { describe, expect, it } from '@jest/globals';

import { NotFoundError, RateLimitedError } from '../../../../connector/errors';
import { ParameterError } from '../../../../nodes/shared/parameters/parameter-error';
import { item, jsonOf, list, pagesOf, prepare, report, rows, run, single } from '../fake-platform';

const TOOL = { type: 'n8n-nodes-ru-ads.fakeTool' };

describe('an agent, which sees the items of the first output only,', () => {
	it('reads in one more item what people read in hints', async () => {
		const operation = list(({ observe }) => {
			observe({ type: 'remark', text: 'No answer for 1 campaign: 7.' });
			return pagesOf([rows(60)]);
		});
		const { outputs } = await run(operation, { ...item({ limit: 2 }), ...TOOL });
		expect(jsonOf(outputs[0])).toEqual([
			...rows(2),
			{
				note: 'No answer for 1 campaign: 7. Stopped at the limit of 2 rows; there may be more. Switch on Return All to get everything.',
			},
		]);
	});

	it('reads that nothing was found', async () => {
		for (const operation of [list(() => pagesOf([])), report(() => pagesOf([[]]))]) {
			const { outputs } = await run(operation, TOOL);
			expect(jsonOf(outputs[0])).toEqual([{ note: 'Nothing was found.' }]);
		}
	});

	it('gets nothing more where there is nothing to say', async () => {
		const { outputs } = await run(
			single(() => pagesOf([rows(1)])),
			TOOL,
		);
		expect(jsonOf(outputs[0])).toEqual(rows(1));
	});

	it('gets json with every file', async () => {
		const { outputs } = await run(
			report(() => pagesOf([rows(3)])),
			{ ...item({ output: 'file' }), ...TOOL },
		);
		expect(outputs[0]).toHaveLength(1);
		expect(outputs[0]![0]!.json).toMatchObject({ rows: 3 });
	});

	it.each<[string, Error, RegExp]>([
		[
			'the platform',
			new RateLimitedError('The platform is busy.', { retryAfterMs: 90_000 }),
			/^The platform is busy\. .*in 90 seconds/,
		],
		[
			'a parameter',
			new ParameterError('Limit', 'Limit is odd.', 'Use an even one.'),
			/^Limit is odd\. Use an even one\.$/,
		],
	])('reads in the message of an error of %s what to do', async (_of, failure, message) => {
		const { outputs } = prepare(
			list(() => pagesOf([], failure)),
			TOOL,
		);
		await expect(outputs()).rejects.toThrow(message);
	});

	it('reads it also where the node did not begin', async () => {
		const operation = { ...single(() => pagesOf([])), writes: true as const };
		const { outputs } = prepare(operation, { ...TOOL, retryOnFail: true });
		await expect(outputs()).rejects.toThrow(/Retry On Fail is on.*Switch off/);
	});

	it('reads it once, where errors are given as items', async () => {
		const { outputs } = await run(
			list(() => pagesOf([], new NotFoundError('No such thing.'))),
			{ ...TOOL, continueOnFail: true },
		);
		expect(jsonOf(outputs[0])).toEqual([
			{
				message: 'No such thing.',
				error: expect.objectContaining({ kind: 'not-found', description: expect.stringContaining('Check') }),
			},
		]);
	});
});

it('people read the same under the node, and no note among their rows', async () => {
	const { outputs, node } = await run(
		list(() => pagesOf([rows(60)])),
		item({ limit: 2 }, { limit: 1 }),
	);
	expect(jsonOf(outputs[0])).toEqual([...rows(2), ...rows(1)]);
	expect(node.hints.join(' ')).toContain('Stopped at the limit of 2 rows');
});
