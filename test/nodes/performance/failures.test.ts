import { describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { startSandbox } from '../../sandbox';
import { ofFile } from '../../support/of-file';
import { jsonOf, runOnFakeClock, sorted } from '../support/fake-clock-run';
import { answer } from '../support/failing';
import { PERFORMANCE, performanceCases, SANDBOX } from './cases';
import { loadedAgain, RECIPES } from '../support/recipe';

const sandbox = ofFile(async () => startSandbox(SANDBOX));

describe.each(performanceCases)(
	'Get Ad Performance of $platform.title',
	({ platform, levels, options, slice }) => {
		const run = async (changes: INodeParameters = {}) =>
			runOnFakeClock(platform, sandbox, { ...PERFORMANCE, ...changes });

		const recipes = RECIPES.flatMap((page) =>
			['campaign', ...levels].map((performanceLevel) => ({ page, performanceLevel })),
		);

		it.each(recipes)(
			'loads by the recipe of $page what failed at the level $performanceLevel, each row once',
			async ({ page, performanceLevel }) => {
				const asked = { ...PERFORMANCE, performanceLevel, options };
				const whole = jsonOf((await run(asked)).items);
				sandbox.reset();
				sandbox.faults.add({ ...slice, skip: 1, times: 1, fault: answer(400, '{"error": "no"}') });
				const { rows, failed, again } = await loadedAgain({ platform, sandbox, page }, asked);
				expect(failed).toHaveLength(1);
				expect(again.length).toBeGreaterThan(0);
				expect(rows.length).toBeGreaterThan(0);
				expect(sorted([...rows, ...again])).toEqual(sorted(whole));
			},
		);

		it.each([1, 7])('gives the first %i rows, of days on which something happened', async (limit) => {
			const whole = jsonOf((await run()).items);
			const { items, hints } = await run({ returnAll: false, limit });
			expect(jsonOf(items)).toEqual(whole.slice(0, limit));
			expect(hints.join(' ')).toContain('Stopped at the limit');
		});

		it('leaves no row out for the sake of a limit before it is known which days are empty', async () => {
			await run({ returnAll: false, limit: 3 });
			const asked = sandbox.requests.flatMap(({ body }) => {
				const { limit, Limit } = (body ?? {}) as { limit?: number; Limit?: number };
				return limit ?? Limit ?? [];
			});
			expect(sandbox.requests).not.toEqual([]);
			expect(asked.filter((rows) => rows <= 1000)).toEqual([]);
		});
	},
);

const lookUps = performanceCases.flatMap(({ platform, lookUps: all }) =>
	all.map((lookUp) => ({ ...lookUp, platform, title: platform.title })),
);

it.each(lookUps)(
	'$title does without $path: $columns are empty, and the rows and their keys as ever',
	async ({ platform, path, columns, parameters }) => {
		const asked = { ...PERFORMANCE, ...parameters?.(sandbox) };
		const whole = jsonOf((await runOnFakeClock(platform, sandbox, asked)).items);
		const without = Object.fromEntries(columns.map((column) => [column, null]));
		const expected = whole.map((row): IDataObject => ({ ...row, ...without }));
		expect(expected).not.toEqual(whole);
		sandbox.faults.add({ path, fault: answer(403, '{"error": "no"}') });
		const { items, hints } = await runOnFakeClock(platform, sandbox, asked);
		expect(jsonOf(items)).toEqual(expected);
		expect(hints.join(' ')).toContain('could not be looked up');
	},
);
