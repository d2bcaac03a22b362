import { describe, expect, it } from '@jest/globals';

import { answer, Harness, NODE } from './harness';

const harness = Harness.ofFile({ myTarget: { campaigns: 3, banners: 3 } });

const answering = (path: string, body: unknown) =>
	harness.sandbox.faults.add({ path: `/api/v2/${path}.json`, fault: answer(200, body) });
const list = async (resource: string) => harness.run({ resource, operation: 'getAll', returnAll: true });
const EMPTY = (rows: string) => `${rows} came without an ID or anything else`;

describe('one odd entry of a list spoils no other, and is told:', () => {
	it('a goal', async () => {
		answering('goals', { mobile: [null, { goal: 'install' }], topmailru: [{ goal: 'g' }], none: [] });
		const run = await list('goal');
		expect(run.json(NODE)).toEqual([
			{},
			{ group: 'mobile', goal: 'install' },
			{ group: 'topmailru', goal: 'g' },
		]);
		expect(run.hints(NODE).join(' ')).toContain(EMPTY('1 row'));
	});

	it('a request limit, wherever it stands', async () => {
		const good = { limits: { 1: 2 }, remaining: { 1: 1 } };
		answering('throttling', {
			GOALS: { v2: { READ: good, UPDATE: null, CREATE: { limits: { 1: 'two' } } }, v3: 'none' },
			LEADS: 7,
			BANNER: {
				all: {
					READ: { limits: { 60: 0 }, remaining: 'none' },
					UPDATE: { limits: { 60: 5 }, remaining: { 60: [4] } },
				},
			},
		});
		const run = await list('rateLimit');
		expect(run.json(NODE).filter(({ resource }) => resource !== undefined)).toEqual([
			{ resource: 'GOALS', version: 'v2', action: 'READ', window: 1, limit: 2, remaining: 1 },
			{ resource: 'GOALS', version: 'v2', action: 'CREATE', window: 1, limit: 'two', remaining: null },
			{ resource: 'BANNER', version: 'all', action: 'READ', window: 60, limit: 0, remaining: 'none' },
			{ resource: 'BANNER', version: 'all', action: 'UPDATE', window: 60, limit: 5, remaining: [4] },
		]);
		expect(run.hints(NODE).join(' ')).toContain(EMPTY('3 rows'));
	});
});

it.each<[string, string, unknown]>([
	['goal', 'goals', { mobile: 'none' }],
	['goal', 'goals', { mobile: [null, 7] }],
	['rateLimit', 'throttling', { GOALS: 7 }],
	['rateLimit', 'throttling', { GOALS: { v2: { READ: [] } } }],
])('a list of %s without anything known is another answer', async (resource, path, body) => {
	answering(path, body);
	expect((await list(resource)).error).toMatchObject({ context: { kind: 'response-invalid' } });
});
