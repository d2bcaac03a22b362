import { describe, expect, it } from '@jest/globals';

import { item, jsonOf, list, pagesOf, prepare, report, rows, run, single } from '../fake-platform';

const operations = { list, report };

describe.each(['list', 'report'] as const)('the rows of a %s', (kind) => {
	const of = operations[kind];

	it('are all there with Return All, in order', async () => {
		const { outputs, node } = await run(
			of(() => pagesOf([rows(3), [], rows(2, 3)])),
			item({ returnAll: true }),
		);
		expect(outputs).toHaveLength(1);
		expect(jsonOf(outputs[0])).toEqual(rows(5));
		expect(node.hints).toEqual(['Loaded 5 rows, 0 requests.']);
	});

	it('end at the limit, which a hint tells', async () => {
		const { outputs, node } = await run(
			of(() => pagesOf([rows(3), rows(3, 3)])),
			item({ limit: 4 }),
		);
		expect(jsonOf(outputs[0])).toEqual(rows(4));
		expect(node.hints).toEqual([
			'Loaded 4 rows, 0 requests.',
			'Stopped at the limit of 4 rows; there may be more. Switch on Return All to get everything.',
		]);
	});

	it('are 50 at most by default', async () => {
		const { outputs } = await run(of(() => pagesOf([rows(60)])));
		expect(outputs[0]).toHaveLength(50);
	});

	it('come without a hint about the limit when there are no more', async () => {
		const { outputs, node } = await run(
			of(() => pagesOf([rows(2), rows(2, 2)])),
			item({ limit: 4 }),
		);
		expect(outputs[0]).toHaveLength(4);
		expect(node.hints).toHaveLength(1);
	});

	it('are not read beyond the limit, and their source is closed', async () => {
		const log: string[] = [];
		async function* source() {
			try {
				for (let page = 0; ; page++) {
					log.push(`page ${page}`);
					yield rows(2, page * 2);
				}
			} finally {
				log.push('closed');
			}
		}
		await run(of(source), item({ limit: 3 }));
		expect(log).toEqual(['page 0', 'page 1', 'closed']);
	});

	it('tell the operation how many are wanted', async () => {
		const wanted: number[] = [];
		const operation = of(({ limit }) => {
			wanted.push(limit.remaining);
			return pagesOf([]);
		});
		await run(operation, item({ limit: 7 }, { returnAll: true }));
		expect(wanted).toEqual([7, Infinity]);
	});

	it.each<[unknown, string]>([
		[0, 'Limit is 0, but it has to be at least 1.'],
		['many', 'Limit is "many", which is no number.'],
	])('are refused with the limit %p, before anything is read', async (limit, message) => {
		const started: string[] = [];
		const operation = of(() => {
			started.push('read');
			return pagesOf([]);
		});
		const { outputs } = prepare(operation, item({ limit: limit as string }));
		await expect(outputs()).rejects.toThrow(message);
		expect(started).toEqual([]);
	});
});

it('gives all items of an operation that has no limit', async () => {
	const { outputs } = await run(single(() => pagesOf([rows(80)])));
	expect(outputs[0]).toHaveLength(80);
});

describe('several input items', () => {
	it('are run one after the other, each with its own parameters and limit', async () => {
		const operation = list(({ parameters }) =>
			pagesOf([[{ limit: parameters.value('limit') }, { second: true }]]),
		);
		const { outputs } = await run(operation, item({ limit: 1 }, { limit: 2 }));
		expect(jsonOf(outputs[0])).toEqual([{ limit: 1 }, { limit: 2 }, { second: true }]);
	});

	it('are named by their rows in one object per input item', async () => {
		const { outputs } = await run(
			list(() => pagesOf([rows(2), rows(1)])),
			item({ limit: 8 }, { limit: 9 }),
		);
		const paired = outputs[0]!.map(({ pairedItem }) => pairedItem);
		expect(paired).toEqual([{ item: 0 }, { item: 0 }, { item: 0 }, { item: 1 }, { item: 1 }, { item: 1 }]);
		expect(new Set(paired).size).toBe(2);
	});
});

it('leaves rows with odd names as they are', async () => {
	const row = JSON.parse('{"__proto__": {"polluted": true}, "constructor": 1}') as Record<string, unknown>;
	const { outputs } = await run(list(() => pagesOf([[row]])));
	expect(JSON.stringify(outputs[0]![0]!.json)).toBe('{"__proto__":{"polluted":true},"constructor":1}');
	expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
	expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

describe('hints', () => {
	it('sum up the run and pass remarks on, each once', async () => {
		const operation = list(({ observe }) => {
			observe({ type: 'request', method: 'GET', path: '/a', status: 200 });
			observe({ type: 'retry', kind: 'timeout', attempt: 1 });
			observe({ type: 'split', kind: 'timeout' });
			observe({ type: 'slice-failed', kind: 'timeout' });
			observe({ type: 'remark', text: 'Publisher 7 has no balance.' });
			observe({ type: 'remark', text: 'Publisher 7 has no balance.' });
			return pagesOf([rows(1)]);
		});
		const { node } = await run(operation, item({ limit: 1 }, { limit: 2 }));
		expect(node.hints).toEqual([
			'Loaded 2 rows, 2 requests, 2 retries, 2 splits, 2 failed slices.',
			'Publisher 7 has no balance.',
		]);
	});

	it('tell the first remarks of a series, and how many more there were', async () => {
		const operation = list(({ observe }) => {
			for (const page of [1, 2, 3, 4, 5])
				observe({ type: 'remark', text: `Page ${page} is odd.`, series: 'page' });
			return pagesOf([rows(1)]);
		});
		const { node } = await run(operation);
		expect(node.hints.slice(1)).toEqual([
			...['Page 1 is odd.', 'Page 2 is odd.', 'Page 3 is odd.'],
			'The same of 2 pages more.',
		]);
	});

	it.each([
		[report, 50_000, true],
		[report, 49_999, false],
		[list, 50_000, false],
	])('recommend the file for many items of a report (%p, %d items: %s)', async (of, count, recommended) => {
		const { node } = await run(
			of(() => pagesOf([rows(count)])),
			item({ returnAll: true }),
		);
		expect(node.hints.some((hint) => hint.includes('Set Output to File'))).toBe(recommended);
	});
});
