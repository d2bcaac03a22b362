import { describe, expect, it } from '@jest/globals';

import { rowsWanted } from '../../../../nodes/shared/operations/list-fields';
import { parametersOf } from '../parameters/parameters-of';
import { item, jsonOf, list, pagesOf, prepare, report, rows, run, single } from '../fake-platform';

const operations = { list, report };

describe.each(['list', 'report'] as const)('the rows of a %s', (kind) => {
	const of = operations[kind];
	const limited = kind === 'report' ? { returnAll: false } : {};

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
			item({ ...limited, limit: 4 }, { ...limited, limit: 2 }),
		);
		expect(jsonOf(outputs[0])).toEqual([...rows(4), ...rows(2)]);
		expect(node.told).toEqual([
			'Loaded 6 rows, 0 requests.',
			'Stopped at the limit of 4 rows; there may be more. Switch on Return All to get everything.',
			'Stopped at the limit of 2 rows; there may be more. Switch on Return All to get everything.',
		]);
	});

	it('come without a hint about the limit when there are no more', async () => {
		const { outputs, node } = await run(
			of(() => pagesOf([rows(2), rows(2, 2)])),
			item({ ...limited, limit: 4 }),
		);
		expect(outputs[0]).toHaveLength(4);
		expect(node.told).toHaveLength(1);
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
		await run(of(source), item({ ...limited, limit: 3 }));
		expect(log).toEqual(['page 0', 'page 1', 'closed']);
	});

	it('tell the operation how many are wanted', async () => {
		const wanted: number[] = [];
		const operation = of(({ limit }) => {
			wanted.push(limit.remaining);
			return pagesOf([]);
		});
		await run(operation, item({ ...limited, limit: 7 }, { returnAll: true }));
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
		const { outputs } = prepare(operation, item({ ...limited, limit: limit as string }));
		await expect(outputs()).rejects.toThrow(message);
		expect(started).toEqual([]);
	});
});

describe('by default', () => {
	const many = () => pagesOf([rows(60)]);
	const tool = { type: 'n8n-nodes-ru-ads.fakeTool' };

	it.each([
		['50 rows of a list', list(many), {}, 50],
		['all rows of a report', report(many), {}, 60],
		['all rows of a list that is for having it whole', { ...list(many), manyRows: false as const }, {}, 60],
		['50 rows of a report that may have millions', { ...report(many), manyRows: true as const }, {}, 50],
		['50 rows of a report for an agent, and a note', report(many), tool, 51],
	])('come %s', async (_what, operation, settings, count) => {
		expect((await run(operation, settings)).outputs[0]).toHaveLength(count);
	});

	it('the same ones come where the workflow has no word on it', () => {
		const nothing = parametersOf({});
		expect(rowsWanted(list(many), nothing, false)).toBe(50);
		expect(rowsWanted(report(many), nothing, false)).toBe(Infinity);
		expect(rowsWanted({ ...report(many), manyRows: true }, nothing, false)).toBe(50);
		expect(rowsWanted(report(many), nothing, true)).toBe(50);
		expect(rowsWanted(report(many), parametersOf({ returnAll: false }), false)).toBe(50);
		expect(rowsWanted(report(many), parametersOf({ returnAll: false, output: 'file' }), true)).toBe(Infinity);
	});
});

it('gives all items of an operation that has no limit', async () => {
	const { outputs, node } = await run(single(() => pagesOf([rows(80)])));
	expect(outputs[0]).toHaveLength(80);
	expect(node.hints).toEqual(['Loaded 80 items, 0 requests.']);
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
			'Loaded 2 rows, 2 requests, 2 retries, 2 parts cut in half, 2 failed slices.\nPublisher 7 has no balance.',
		]);
	});

	it('tell all remarks that are no series', async () => {
		const texts = [1, 2, 3, 4, 5].map((page) => `Page ${page} is odd.`);
		const operation = list(({ observe }) => {
			for (const text of texts) observe({ type: 'remark', text });
			return pagesOf([]);
		});
		expect((await run(operation)).node.told.slice(1)).toEqual(texts);
	});

	it('say in plain words what a change did', async () => {
		const change = { ...single(() => pagesOf([rows(1)])), writes: true as const };
		const told = async (operation: typeof change) => (await run(operation, item({}, {}))).node.told[0];
		expect(await told(change)).toBe('Made 2 changes, 0 requests.');
		const result = { did: 'Created', one: 'campaign', many: 'campaigns' };
		expect(await told({ ...change, result })).toBe('Created 2 campaigns, 0 requests.');
	});

	it('are one box, however much there is to say', async () => {
		const operation = list(({ observe }) => {
			for (const text of ['One.', 'Two.', 'Three.']) observe({ type: 'remark', text });
			return pagesOf([rows(1)]);
		});
		const { node } = await run(operation);
		expect(node.hints).toHaveLength(1);
	});

	it('tell the first remarks of a series, and how many more there were', async () => {
		const operation = list(({ observe }) => {
			for (const page of [1, 2, 3, 4, 5])
				observe({ type: 'remark', text: `Page ${page} is odd.`, series: 'page' });
			return pagesOf([rows(1)]);
		});
		const { node } = await run(operation);
		expect(node.told.slice(1)).toEqual([
			...['Page 1 is odd.', 'Page 2 is odd.', 'Page 3 is odd.'],
			'The same of 2 pages more.',
		]);
	});

	it('tell of entries of a list that are no objects, and that is only there a rule', async () => {
		const odd = () => pagesOf([[{}, { n: 1 }], [{}]]);
		const { outputs, node } = await run(list(odd));
		expect(jsonOf(outputs[0])).toEqual([{}, { n: 1 }, {}]);
		expect(node.told.slice(1)).toEqual([
			'2 rows came without an ID or anything else: the platform sent no object in its place.',
		]);
		for (const other of [single(odd), report(odd), list(() => pagesOf([rows(1)]))])
			expect((await run(other)).node.hints).toHaveLength(1);
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
